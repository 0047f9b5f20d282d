import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { HOTLINE_GROUPS, HotlineSchema, isUncalled } from '../../src/content-schemas/hotline.ts';

const text = readFileSync(new URL('../../content/hotlines.csv', import.meta.url), 'utf8');
const cells: Record<string, string>[] = parse(text, { columns: true });
const rows = cells.map((row, order) => HotlineSchema.parse({ ...row, order }));
const shown = (number: string) => rows.find((row) => row.number === number);

describe('the phone numbers', () => {
  it('are all readable, each once, with a source and its date', () => {
    expect(rows).toHaveLength(13);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(13);
    expect(
      rows.filter(({ source_url, source_date }) => source_url.length === 0 || source_date === ''),
    ).toEqual([]);
  });

  it('stand in the order of the page: emergencies first, 115 at their head, crime reports last', () => {
    const order = rows.map(({ group }) => HOTLINE_GROUPS.indexOf(group));

    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(rows.slice(0, 4).map(({ number }) => number)).toEqual(['115', '111', '113', '114']);
  });

  it('keep the crime-report lines apart from every number for asking help', () => {
    const reports = rows.filter(({ group }) => group === 'crime-report').map(({ number }) => number);

    expect(reports).toEqual(['0769040404', '0705131313']);
    expect(
      rows.filter(({ suitable_for_help_seeker }) => /TỐ GIÁC/.test(suitable_for_help_seeker)),
    ).toHaveLength(2);
  });

  it('invent no hours and no cost: what no source says is called unknown', () => {
    expect(shown('112')?.hours).toBe('chưa rõ (nguồn thứ cấp: 24/7)');
    expect(shown('19001267')?.cost).toBe('chưa rõ (đầu số 1900 thường tính cước, có thể mất cước)');
    expect(shown('02423211937')?.cost).toBe('chưa rõ');
    expect(rows.filter(({ hours, cost }) => /không nêu$|phải ghi/.test(`${hours} ${cost}`))).toEqual([]);
  });

  it('are dialled one by one', () => {
    expect(shown('19001267')?.display).toEqual([
      { display: '1900 1267', tel: '19001267', note: '(bấm phím 1)' },
    ]);
    expect(shown('02862700119')?.display.map(({ tel }) => tel)).toEqual([
      '02862700119',
      '02822154274',
      '0982120908',
      '0903715529',
      '0933161985',
    ]);
  });

  it('say which nobody has called yet', () => {
    expect(rows.filter(isUncalled).map(({ number }) => number)).toEqual([
      '0963061414',
      '1900969680',
      '18008027',
      '02423211937',
      '02862700119',
    ]);
  });

  it('are composed Unicode (NFC) without the slur for a person who uses drugs', () => {
    expect(text === text.normalize('NFC')).toBe(true);
    expect(text).not.toMatch(/con nghiện/i);
  });
});
