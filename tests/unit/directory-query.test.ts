import { describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/schema.ts';

const parse = (query: string) => parseDirectoryQuery(new URLSearchParams(query));

describe('the query of the directory', () => {
  it('is empty when nothing is asked', () => {
    expect(parse('')).toEqual({ q: '', tinh: '', xa: '', trang: 1 });
  });

  it('takes what is asked, without spaces around it', () => {
    expect(parse('q=+ba+vi+&tinh=01&xa=00331&trang=3')).toEqual({
      q: 'ba vi',
      tinh: '01',
      xa: '00331',
      trang: 3,
    });
  });

  it('drops what others add to links that are shared', () => {
    expect(parse('q=ba+vi&fbclid=abc')).toEqual({ q: 'ba vi', tinh: '', xa: '', trang: 1 });
  });

  it.each([
    ['199 characters', 199, 199],
    ['200 characters', 200, 200],
    ['201 characters', 201, 200],
    ['100,000 characters', 100_000, 200],
  ])('keeps at most 200 characters of %s', (_, typed, kept) => {
    expect(parse(`q=${'x'.repeat(typed)}`).q).toHaveLength(kept);
  });

  it.each(['1', '001', 'ha', '-1', "01'"])('takes the province code %j for none', (code) => {
    expect(parseDirectoryQuery(new URLSearchParams({ tinh: code })).tinh).toBe('');
  });

  it.each(['0', '-1', '1.5', 'hai', '501', '', '1e9'])('takes the page %j for the first', (page) => {
    expect(parseDirectoryQuery(new URLSearchParams({ trang: page })).trang).toBe(1);
  });
});
