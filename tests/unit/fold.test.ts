import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords } from '../../domain/fold.ts';

describe('folding', () => {
  it.each([
    ['Quận Hoàng Mai', 'quan hoang mai'],
    ['ĐỐNG ĐA', 'dong da'],
    ['Hoà, Hòa, hoa\u0300', 'hoa, hoa, hoa'],
    ['Ðức Hạnh', 'duc hanh'],
    ['Thuỵ Ứng Nguyễn Úy', 'thuy ung nguyen uy'],
    ['', ''],
  ])('turns %j into %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('gives the same for composed and decomposed Vietnamese', () => {
    const name = 'Xã Phúc Thọ Lâm Hà, tỉnh Đắk Lắk';

    expect(fold(name.normalize('NFD'))).toBe(fold(name.normalize('NFC')));
  });

  it('changes nothing when repeated, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing when repeated on any single character', () => {
    const changed: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const once = fold(String.fromCodePoint(code));
      if (fold(once) !== once) changed.push(code.toString(16));
    }

    expect(changed).toEqual([]);
  });
});

describe('the folded words of a text', () => {
  it('hold no sign that FTS5 could read as syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const word of foldedWords(text)) expect(word).toMatch(/^[a-z0-9]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('are separated by everything that is not a letter or a digit', () => {
    expect(foldedWords('TP.HCM: B\u2019Lao - D\u2019Ran (số 2)')).toEqual([
      'tp',
      'hcm',
      'b',
      'lao',
      'd',
      'ran',
      'so',
      '2',
    ]);
  });

  it('are none in a text of another script', () => {
    expect(foldedWords('戒毒所 наркология')).toEqual([]);
  });
});
