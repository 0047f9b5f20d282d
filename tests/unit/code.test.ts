import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_ALPHABET,
  CODE_LENGTH,
  codeGroups,
  type FillRandom,
  formatCode,
  makeCode,
  readCode,
} from '../../domain/code.ts';
import vectors from './vectors.json' with { type: 'json' };

const codes = [...vectors.codes, vectors.card].map(({ code }) => code);

/** Gives out the listed bytes in turn, then zeros. */
function fixedBytes(...listed: number[]): FillRandom {
  let next = 0;
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = listed[next++] ?? 0;
  };
}

/** A code made from the first 24 bytes that are drawn, whatever they are worth. */
const anyCode = fc
  .array(fc.nat(242), { minLength: 240, maxLength: 240 })
  .map((listed) => makeCode(fixedBytes(...listed)));

describe('a new code', () => {
  it('has 25 symbols of the alphabet and reads back as it is', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toHaveLength(CODE_LENGTH);
        expect(readCode(code)).toEqual({ ok: true, code });
        expect(readCode(formatCode(code))).toEqual({ ok: true, code });
      }),
    );
  });

  it('is printed as five groups of five', () => {
    expect(codeGroups('TNQ3X0NMP35Q32RC8PS0FBPFB')).toEqual(['TNQ3X', '0NMP3', '5Q32R', 'C8PS0', 'FBPFB']);
    expect(formatCode('TNQ3X0NMP35Q32RC8PS0FBPFB')).toBe('TNQ3X-0NMP3-5Q32R-C8PS0-FBPFB');
  });

  it('draws bytes from 243 on again, which would make the first symbols likelier', () => {
    const small = Array.from({ length: 23 }, (_, index) => index);
    const withLarge = [...small.slice(0, 5), 243, ...small.slice(5, 9), 255, 250, ...small.slice(9), 242];

    expect(makeCode(fixedBytes(...withLarge))).toBe(makeCode(fixedBytes(...small, 242)));
  });

  it('takes each symbol from exactly nine bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 243; byte++) {
      // A first symbol of value 21 or 25 alone has no check symbol; a second symbol of value 1 gives it one.
      const second = [21, 25].includes(byte % 27) ? 1 : 0;
      const symbol = makeCode(fixedBytes(byte, second)).charAt(0);
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }

    expect([...CODE_ALPHABET].map((symbol) => counts.get(symbol))).toEqual(
      Array.from(CODE_ALPHABET, () => 9),
    );
  });

  it.each([
    [27, 21],
    [28, 25],
  ])('is drawn anew when the check value %i, which has no symbol, would be needed', (_check, first) => {
    const withoutSymbol = [first, ...Array.from({ length: 23 }, () => 0)];
    const next = Array.from({ length: 24 }, () => 1);

    expect(makeCode(fixedBytes(...withoutSymbol, ...next))).toBe(makeCode(fixedBytes(...next)));
  });

  it('comes from the platform without being told so', () => {
    expect(makeCode()).not.toBe(makeCode());
  });
});

describe('a mistyped code', () => {
  it.each(codes)('%s is refused with any one symbol wrong', (code) => {
    const accepted = [...code].flatMap((right, place) =>
      [...CODE_ALPHABET]
        .filter((wrong) => wrong !== right)
        .map((wrong) => code.slice(0, place) + wrong + code.slice(place + 1))
        .filter((typed) => JSON.stringify(readCode(typed)) !== '{"ok":false,"problem":"check"}'),
    );

    expect(accepted).toEqual([]);
  });

  it.each(codes)('%s is refused with any two different symbols swapped', (code) => {
    const accepted: string[] = [];
    for (let first = 0; first < CODE_LENGTH; first++) {
      for (let second = first + 1; second < CODE_LENGTH; second++) {
        const symbols = [...code];
        symbols[first] = code.charAt(second);
        symbols[second] = code.charAt(first);
        const typed = symbols.join('');
        if (typed !== code && readCode(typed).ok) accepted.push(typed);
      }
    }

    expect(accepted).toEqual([]);
  });

  it('is refused with one wrong symbol or one swap whatever the code is', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(24), fc.nat(24), fc.nat(26), (code, place, other, value) => {
        const wrong = CODE_ALPHABET.charAt(value);
        fc.pre(wrong !== code.charAt(place) && code.charAt(place) !== code.charAt(other));
        const swapped = [...code];
        swapped[place] = code.charAt(other);
        swapped[other] = code.charAt(place);

        expect(readCode(code.slice(0, place) + wrong + code.slice(place + 1)).ok).toBe(false);
        expect(readCode(swapped.join('')).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['nothing', '', { ok: false, problem: 'empty' }],
    ['only spaces and hyphens', ' - – \u200b', { ok: false, problem: 'empty' }],
    ['24 symbols', codes[1]?.slice(1), { ok: false, problem: 'length', typed: 24 }],
    ['26 symbols', `${codes[1]}0`, { ok: false, problem: 'length', typed: 26 }],
    ['a letter outside the alphabet', `${codes[1]?.slice(1)}A`, { ok: false, problem: 'symbol' }],
    ['an emoji', `${codes[1]?.slice(1)}😀`, { ok: false, problem: 'symbol' }],
    ['a letter that Telex made', `${codes[1]?.slice(1)}Đ`, { ok: false, problem: 'symbol' }],
    ['a lone surrogate', `${codes[1]?.slice(1)}\ud800`, { ok: false, problem: 'symbol' }],
  ])('is named: %s', (_what, typed, reading) => {
    expect(readCode(typed ?? '')).toEqual(reading);
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(typeof readCode(typed).ok).toBe('boolean');
      }),
    );
  });
});

describe('a code as people type it', () => {
  const full = vectors.codes[2]?.code ?? '';

  it.each([
    ['in lower case', full.toLowerCase()],
    ['in groups with spaces', codeGroups(full).join(' ')],
    ['with hyphens', formatCode(full)],
    ['with en dashes', codeGroups(full).join('–')],
    ['with em dashes', codeGroups(full).join(' — ')],
    ['with non-breaking hyphens', codeGroups(full).join('\u2011')],
    ['with dots', codeGroups(full).join('.')],
    ['with underscores', codeGroups(full).join('_')],
    ['with no-break spaces', codeGroups(full).join('\u00a0')],
    ['with zero-width spaces', codeGroups(full).join('\u200b')],
    ['with a byte order mark and a soft hyphen', `\ufeff${codeGroups(full).join('\u00ad')}`],
    ['on five lines', `${codeGroups(full).join('\r\n')}\n`],
    ['with tabs', `\t${full}\t`],
    ['in full width', [...full].map((symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)).join('')],
    ['with the letter O for zero', full.replaceAll('0', 'O')],
    ['with a small o for zero', full.replaceAll('0', 'o')],
    ['with I for one', full.replaceAll('1', 'I')],
    ['with a small l for one', full.toLowerCase().replaceAll('1', 'l')],
  ])('reads the same %s', (_how, typed) => {
    expect(full).toMatch(/0.*1|1.*0/);
    expect(readCode(typed)).toEqual({ ok: true, code: full });
  });

  // Telex: a vowel doubled or followed by w, dd, and s f r x j z after a vowel. VNI: digits after a vowel or d.
  it('holds no letter that Telex or VNI rewrites or puts a tone on', () => {
    expect(CODE_ALPHABET).not.toMatch(/[AĂÂDĐEÊIOÔƠUƯWY]/);
    expect(new Set(CODE_ALPHABET).size).toBe(27);
  });
});
