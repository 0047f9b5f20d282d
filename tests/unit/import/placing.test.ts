import { describe, expect, it } from 'vitest';
import { type AddressWords, placeAddress } from '../../../functions/directory/import/place-address.ts';
import { makeUnitIndex } from '../../../functions/directory/import/unit-index.ts';
import { readDirectory } from '../../../scripts/read-directory.ts';

const units = makeUnitIndex(await readDirectory('content'));
const nothing: AddressWords = {
  address: '',
  communeCode: '',
  commune: '',
  district: '',
  province: 'Hà Nội',
  sourceDate: null,
};

/** Where the words lead, in one line. */
function where(words: Partial<AddressWords>): string {
  const placed = placeAddress(units, { ...nothing, ...words });
  if (placed.kind === 'fault') return `${placed.code}: ${placed.detail}`;
  const { commune, provinceName, mappingNote } = placed.placing;
  if (placed.kind === 'ask') {
    return `${placed.code}: ${placed.candidates.map(({ fullName }) => fullName).join(', ')}`;
  }
  const note = mappingNote === null ? '' : ` (${mappingNote})`;
  return `${commune?.fullName ?? '?'}, ${provinceName}${note}`;
}

describe('the address of a listed place', () => {
  it.each<[string, Partial<AddressWords>, string]>([
    ['a present ward', { commune: 'Phường Hoàng Mai' }, 'Phường Hoàng Mai, Thành phố Hà Nội'],
    ['without its kind and its marks', { commune: 'hoang mai' }, 'Phường Hoàng Mai, Thành phố Hà Nội'],
    ['with its kind shortened', { commune: 'P. Hoàng Mai' }, 'Phường Hoàng Mai, Thành phố Hà Nội'],
    ['a present code', { communeCode: '00331' }, 'Phường Hoàng Mai, Thành phố Hà Nội'],
    [
      'a former commune that went whole',
      { commune: 'xã Yên Bài', district: 'huyện Ba Vì' },
      'Xã Yên Bài, Thành phố Hà Nội (Nhập toàn bộ)',
    ],
    [
      'a former commune inside the address',
      { address: 'thôn 2, xã Tân Minh, huyện Sóc Sơn' },
      'Xã Sóc Sơn, Thành phố Hà Nội (Nhập toàn bộ)',
    ],
    [
      'a former ward of a former province',
      { commune: 'phường Hồng Gai', district: 'thành phố Hạ Long', province: 'Quảng Ninh' },
      'Phường Hồng Gai, Thành phố Quảng Ninh (Nhập toàn bộ)',
    ],
    ['a province by its everyday name', { province: 'TPHCM' }, '?, Thành phố Hồ Chí Minh'],
    ['a former province alone', { province: 'tỉnh Hà Giang' }, '?, Tỉnh Tuyên Quang'],
    [
      'a former commune that was split',
      { commune: 'Thị trấn Quốc Oai', district: 'huyện Quốc Oai' },
      'commune-split: Xã Quốc Oai, Xã Tây Phương',
    ],
    ['no commune at all', { address: 'Số 5, đường Ví Dụ' }, '?, Thành phố Hà Nội'],
    ['a commune that never was', { commune: 'Phường Mây Bay' }, 'commune: Phường Mây Bay'],
    [
      'a commune in the wrong former district',
      { commune: 'xã Yên Bài', district: 'huyện Mây Bay', province: 'Cà Mau' },
      'commune: xã Yên Bài',
    ],
    ['a province that never was', { province: 'Mây Bay' }, 'province: Mây Bay'],
    [
      'a commune of another province',
      { commune: 'Xã Đất Mũi' },
      'commune-elsewhere: Xã Đất Mũi, Tỉnh Cà Mau',
    ],
    [
      'a code of another province',
      { communeCode: '00331', province: 'Cà Mau' },
      'commune-elsewhere: Phường Hoàng Mai, Thành phố Hà Nội',
    ],
    ['a code that never was', { communeCode: '99999' }, 'commune-code: 99999'],
    [
      'a code and a name that differ',
      { communeCode: '00004', commune: 'Phường Hoàng Mai' },
      'commune-mismatch: Phường Ba Đình',
    ],
    [
      'what looks like a ward in a street’s name',
      { address: 'phường Mây Bay, Hà Nội' },
      '?, Thành phố Hà Nội',
    ],
  ])('is followed: %s', (_, words, answer) => {
    expect(where(words)).toBe(answer);
  });

  it('asks, and never guesses, wherever a former commune went to more than one present one', async () => {
    const { formerUnits, formerProvinces } = await readDirectory('content');
    const provinces = new Map(formerProvinces.map((row) => [row.former_province_code, row.former_province]));
    const communes = new Map<string, Set<string>>();
    const key = (row: (typeof formerUnits)[number]): string =>
      `${row.former_type ?? ''} ${row.former_name}|${row.former_district}|${provinces.get(row.former_province_code)}`;
    for (const row of formerUnits)
      communes.set(key(row), (communes.get(key(row)) ?? new Set()).add(row.commune_code));

    const guessed = [...communes].filter(([words, codes]) => {
      const [commune = '', district = '', province = ''] = words.split('|');
      const placed = placeAddress(units, { ...nothing, commune, district, province, sourceDate: '2024' });
      return codes.size > 1 && placed.kind === 'placed' && placed.placing.commune !== null;
    });

    expect(guessed).toEqual([]);
  });
});
