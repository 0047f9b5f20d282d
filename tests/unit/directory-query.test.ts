import { describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';

/** What a query without anything is. */
const nothing = {
  q: '',
  tinh: '',
  xa: '',
  gan: '',
  dichVu: '',
  cho: '',
  loai: '',
  chiPhi: '',
  cachVao: '',
  moCua: false,
  xacNhan: false,
  trang: 1,
};

const parse = (query: string) => parseDirectoryQuery(new URLSearchParams(query));

describe('the query of the directory', () => {
  it('is empty when nothing is asked', () => {
    expect(parse('')).toEqual(nothing);
  });

  it('takes what is asked, without spaces around it', () => {
    expect(parse('q=+ba+vi+&tinh=01&xa=00331&trang=3')).toEqual({
      ...nothing,
      q: 'ba vi',
      tinh: '01',
      xa: '00331',
      trang: 3,
    });
  });

  it('drops what others add to links that are shared', () => {
    expect(parse('q=ba+vi&fbclid=abc')).toEqual({ ...nothing, q: 'ba vi' });
  });

  it('takes every filter that the form offers', () => {
    expect(
      parse('dich-vu=tu-van&cho=duoi-18&loai=tu-nhan&chi-phi=tu-tra&cach-vao=tu-den&mo-cua=1&xac-nhan=1'),
    ).toEqual({
      ...nothing,
      dichVu: 'tu-van',
      cho: 'duoi-18',
      loai: 'tu-nhan',
      chiPhi: 'tu-tra',
      cachVao: 'tu-den',
      moCua: true,
      xacNhan: true,
    });
  });

  it.each([
    'dich-vu=" OR noi:1',
    'dich-vu=A',
    'dich-vu=-a',
    `dich-vu=${'a'.repeat(41)}`,
    'loai=ca-hai',
    'mo-cua=co',
    'xac-nhan=0',
    'dichVu=tu-van',
  ])('takes %j for no filter', (query) => {
    expect(parse(query)).toEqual(nothing);
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
