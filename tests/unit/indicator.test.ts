import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstNumber, readableValue, roundsTo, shareIn, sumsIn } from '../../domain/indicator.ts';
import {
  describeChecks,
  describeMetric,
  describeValue,
  mismatchesIn,
} from '../../src/components/figures/describe-indicator.ts';
import { listSources } from '../../src/components/figures/list-sources.ts';
import { IndicatorSchema } from '../../src/content-schemas/indicator.ts';

const cells: unknown[] = parse(readFileSync('content/indicators.csv', 'utf8'), { columns: true });
const rows = cells.map((row) => IndicatorSchema.parse(row));
const rowOf = (id: string) => {
  const row = rows.find((other) => other.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};

describe('numbers as sources write them', () => {
  it.each([
    ['3795', '3.795'],
    ['>49000', 'hơn 49.000'],
    ['~300000', 'khoảng 300.000'],
    ['gần 47000', 'gần 47.000'],
    ['18 / 17', '18 / 17'],
    ['"trên 100%"', '“trên 100%”'],
    ['hơn 17200; gần 1836', 'hơn 17.200; gần 1.836'],
  ])('shows %s as %s', (cell, shown) => expect(readableValue(cell)).toBe(shown));

  it.each([
    ['3795', 3795],
    ['hơn 17200; gần 1836', 17_200],
    ['', null],
  ])('draws %s as %s', (cell, number) => expect(firstNumber(cell)).toBe(number));
});

describe('arithmetic that a source writes out', () => {
  it.each([
    ['2679+662+261+169+23=3794', [{ terms: [2679, 662, 261, 169, 23], stated: 3794, computed: 3794 }]],
    ['459 mới + 690 chuyển tiếp = 1.149 (khớp)', [{ terms: [459, 690], stated: 1149, computed: 1149 }]],
    [
      'khớp nếu chỉ tiêu = 360; 450 đơn vị + 15 đơn vị = 465',
      [{ terms: [450, 15], stated: 465, computed: 465 }],
    ],
    ['1+2=4', [{ terms: [1, 2], stated: 4, computed: 3 }]],
    ['mới + cũ = 4', []],
    ['khớp nếu kế hoạch = 1.785', []],
    ['', []],
  ])('reads the sums of %s', (text, sums) => expect(sumsIn(text)).toEqual(sums));

  it('adds up whatever terms it finds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_999_999), { minLength: 2, maxLength: 9 }), (terms) => {
        const total = terms.reduce((sum, term) => sum + term, 0);
        expect(sumsIn(`${terms.join('+')}=${total}`)).toEqual([{ terms, stated: total, computed: total }]);
      }),
    );
  });

  it('takes a share apart, and only a share', () => {
    expect(shareIn('1269/1785=71,09%')).toMatchObject({ part: 1269, whole: 1785 });
    expect(shareIn('4099/114=35,96 triệu/người')).toBeNull();
  });

  it.each([
    [71.0924, '71,1%', true],
    [56.75, '56,8%', true],
    [129.17, '129%', true],
    [71.0924, '71,2%', false],
    [71.0924, 'hơn 71%', false],
  ])('compares %d with %s to its own decimals', (percent, stated, fits) =>
    expect(roundsTo(percent, stated)).toBe(fits),
  );
});

describe('the shipped indicators', () => {
  it('are all there, each once', () => {
    expect(rows.map(({ id }) => id)).toEqual(
      Array.from({ length: 69 }, (_, n) => `I${String(n + 1).padStart(2, '0')}`),
    );
  });

  it('disagree with their own sums in two rows and no others', () => {
    expect(mismatchesIn(rows).map(({ row, stated, computed }) => [row.id, stated, computed])).toEqual([
      ['I06', 3795, 3794],
      ['I47', 60_104, 59_957],
    ]);
  });

  it('say what the collector adds up himself without calling it a mistake', () => {
    expect(describeChecks(rowOf('I22'))).toEqual(['Cộng lại: 22 + 14 = 36']);
    expect(describeChecks(rowOf('I06'))).toEqual(['Cộng lại: 2.679 + 662 + 261 + 169 + 23 = 3.794, lệch 1']);
    expect(describeChecks(rowOf('I01'))).toEqual([
      'Kế hoạch khoảng 1.785 (tính ngược từ tỷ lệ)',
      'Đạt 71,1% kế hoạch, tính lại 71,09%: khớp',
    ]);
  });

  it('name a plan as a plan, and what is unknown as unknown', () => {
    expect(describeValue(rowOf('I12'))).toBe('45 người (kế hoạch)');
    expect(describeValue(rowOf('I36'))).toBe('“02%” (kế hoạch)');
    expect(describeValue({ ...rowOf('I12'), target_or_plan: '' })).toBe('chưa có');
    expect(describeMetric(rowOf('I07'))).toBe('Trong đó cai nghiện bắt buộc');
  });

  it('each lead to a source with a date', () => {
    const { sources, numberOf } = listSources(rows);

    expect(
      sources.every(({ addresses, words, date }) => (addresses.length > 0 || words !== '') && date !== ''),
    ).toBe(true);
    expect(rows.every(({ id }) => sources.some(({ number }) => number === numberOf.get(id)))).toBe(true);
    expect(
      sources.flatMap(({ addresses }) => addresses).map(({ url }) => new URL(url).protocol),
    ).not.toContain('javascript:');
  });
});
