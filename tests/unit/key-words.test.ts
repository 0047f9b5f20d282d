import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fold } from '../../domain/fold.ts';
import { deskKeyWords, KEY_WORD_COUNT, officerWords } from '../../domain/key-words.ts';
import { readKeyWords, sameWords, showKeyWords } from '../../domain/read-key-words.ts';
import { KEY_WORDS } from '../../words/key-words.ts';
import vectors from './key-word-vectors.json' with { type: 'json' };

/** A word as somebody types it who has no Vietnamese keyboard. */
const plain = (word: string) => fold(word).replaceAll(' ', '');

/**
 * A word as it sounds where speech merges most: l and n, s and x, tr and ch, d, gi, r and v, final n and ng, final t and c,
 * and no tones. Much coarser than any one region's speech.
 */
function heard(word: string): string {
  const syllables = fold(word).split(' ');
  return syllables
    .map((syllable) =>
      syllable
        .replace(/^(tr|ch)/, 'C')
        .replace(/^(gi|[drv])/, 'z')
        .replace(/^x/, 's')
        .replace(/^n(?![gh])/, 'l')
        .replace(/^qu/, 'kw')
        .replace(/^[ck]/, 'k')
        .replace(/^(ng|g)h/, '$1')
        .replaceAll('y', 'i')
        .replace(/ch?$/, 't')
        .replace(/n[gh]$/, 'n'),
    )
    .join('');
}

/** Whether one insertion, deletion or change makes one text the other. */
function isWithinOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}

/** The pairs of words that fail a comparison. */
function pairs(isBad: (a: string, b: string) => boolean): string[] {
  return KEY_WORDS.flatMap((a, index) =>
    KEY_WORDS.slice(index + 1)
      .filter((b) => isBad(a, b))
      .map((b) => `${a} ~ ${b}`),
  );
}

describe('the words of a key', () => {
  it('are 512, each of two syllables, in lower case and composed letters', () => {
    expect(KEY_WORDS).toHaveLength(KEY_WORD_COUNT);
    expect(
      KEY_WORDS.filter((word) => !/^\p{Ll}+ \p{Ll}+$/u.test(word) || word !== word.normalize('NFC')),
    ).toEqual([]);
  });

  it('are two letters apart at least when they are written without diacritics', () => {
    expect(pairs((a, b) => isWithinOne(plain(a), plain(b)))).toEqual([]);
  });

  it('stay apart on a bad line, whatever the region', () => {
    expect(pairs((a, b) => isWithinOne(heard(a), heard(b)))).toEqual([]);
  });

  it('do not begin with one another, so that they can be typed without spaces', () => {
    expect(pairs((a, b) => plain(a).startsWith(plain(b)) || plain(b).startsWith(plain(a)))).toEqual([]);
  });

  it('hold no syllable that is rude, sad, an illness or a word for drugs', () => {
    const unwanted =
      `đá cỏ cần ke kẹo bi tép bột hàng_trắng tem nấm khói phê hút hít chích tiêm kim thuốc viên ma túy
      nghiện lắc bóng súng dao đạn máu chết mộ tang sầu tù trại giam đánh ung lao sốt ho dại gan phổi
      lồn cặc buồi địt đụ cu dái ỉa đái cứt vú mông chim bướm chó lợn ngu chùa phật chúa cờ đảng`.split(
        /\s+/,
      );
    expect(KEY_WORDS.filter((word) => word.split(' ').some((part) => unwanted.includes(part)))).toEqual([]);
    // Typed without diacritics they must not become rude either.
    const rude = [
      'lon',
      'cac',
      'buoi',
      'dit',
      'cu',
      'du',
      'dai',
      'ia',
      'cut',
      'deo',
      'vu',
      'mong',
      'dam',
      'ke',
      'da',
    ];
    expect(
      KEY_WORDS.filter((word) =>
        fold(word)
          .split(' ')
          .some((part) => rude.includes(part)),
      ),
    ).toEqual([]);
  });

  // OpenSSL's scrypt: another implementation than the portal's.
  it.each(vectors)('are those of docs/sealed-formats.md: $words', async ({ parts, numbers, words }) => {
    const bytes = scryptSync(parts.join('\n'), 'diem-tua/v1/words', 8, {
      N: 65_536,
      r: 8,
      p: 1,
      maxmem: 2 ** 27,
    });
    const bits = BigInt(`0x${bytes.toString('hex')}`) >> 19n;
    expect([36n, 27n, 18n, 9n, 0n].map((shift) => Number((bits >> shift) & 511n))).toEqual(numbers);

    const [kind, desk = '', recipient = '', card = '', passkey = ''] = parts;
    const own =
      kind === 'desk'
        ? await deskKeyWords(desk, recipient)
        : await officerWords(desk, recipient, card, passkey === '' ? null : passkey);

    expect(own).toEqual(numbers);
    expect(showKeyWords(own, KEY_WORDS).join(', ')).toBe(words);
  });
});

// Whoever writes the database puts a key or a card of their own in the place of the right one: whoever reads computes the
// words from what their own browser derived, whoever types from what the database says.
describe('the words of something else', () => {
  const [{ parts: [, desk = '', recipient = '', card = ''] = [] } = {}, ...others] = vectors.slice(1);
  const swapped = 'age1vupgms2ztjee7fs2qtal35wd3jp2jn62yc8j3ndcdfyuh56g95vqjd0k87';

  it('are other words: for another key, another card, one more holder, another desk', async () => {
    const own = await officerWords(desk, recipient, card, null);
    const all = [
      own,
      await officerWords(desk, swapped, card, null),
      await officerWords(desk, recipient, swapped, null),
      ...others.map(({ numbers }) => numbers),
      await officerWords(crypto.randomUUID(), recipient, card, null),
    ];

    expect(new Set(all.map((numbers) => numbers.join())).size).toBe(all.length);
  });
});

describe('words that somebody types', () => {
  const numbers = [0, 511, 255, 255, 17];
  const words = showKeyWords(numbers, KEY_WORDS);

  it.each([
    ['as they are shown', words.join(', ')],
    ['without diacritics', fold(words.join(' '))],
    ['without spaces', words.map(plain).join('')],
    ['in capitals, a line each', words.join('\n').toUpperCase()],
    ['with decomposed letters and stray marks', ` ${words.join(' – ').normalize('NFD')}. `],
  ])('are read %s', (_how, typed) => {
    expect(readKeyWords(typed, KEY_WORDS)).toEqual({ ok: true, numbers });
  });

  it('are read back whatever they are, all 512', () => {
    for (const [number, word] of KEY_WORDS.entries()) {
      const around = [number, (number + 1) % 512, number, (number + 257) % 512, number];
      expect(readKeyWords(showKeyWords(around, KEY_WORDS).map(plain).join(''), KEY_WORDS), word).toEqual({
        ok: true,
        numbers: around,
      });
    }
  });

  it.each([
    ['nothing', '', 'empty'],
    ['no letters', '12 ,.', 'empty'],
    ['a word that there is not', `${words.slice(0, 4).join(' ')} xin chào`, 'unknown'],
    ['half a word', `${words.slice(0, 4).join(' ')} ấm`, 'unknown'],
    ['four words', words.slice(0, 4).join(' '), 'count'],
    ['six words', `${words.join(' ')} ấm trà`, 'count'],
  ])('are a slip: %s', (_what, typed, problem) => {
    expect(readKeyWords(typed, KEY_WORDS)).toEqual({ ok: false, problem });
  });

  it('are the same only in the same order', () => {
    expect(sameWords(numbers, [...numbers])).toBe(true);
    expect(sameWords(numbers, numbers.toReversed())).toBe(false);
    expect(sameWords(numbers, numbers.slice(1))).toBe(false);
  });

  it('have no word for a number outside the list', () => {
    expect(() => showKeyWords([512], KEY_WORDS)).toThrow(RangeError);
  });
});
