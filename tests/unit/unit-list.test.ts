import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type DeskArea, orderByPlace, takesFrom } from '../../domain/desk-area.ts';
import { findGround } from '../../domain/unit-list.ts';
import { readCsv } from '../../functions/directory/csv.ts';
import { listGround } from '../../functions/directory/list-ground.ts';

const read = (name: string) => readFile(`content/admin-units/${name}.csv`, 'utf8');
const list = listGround({
  provinces: await read('provinces'),
  communes: await read('communes'),
  formerProvinces: await read('former-provinces'),
  formerUnits: await read('former-units'),
});

/** What a name means, in a line; null when it means nothing or too much. */
function meant(text: string): string | null {
  const ground = findGround(list, text);
  return (
    ground &&
    `${ground.names.join('; ')} (${ground.communes.length} communes, provinces ${ground.provinces.join(', ')})`
  );
}

describe('the list of units that a browser holds', () => {
  it('has all provinces and communes', () => {
    expect(list).toHaveLength(34);
    expect(list.reduce((sum, { communes }) => sum + communes.length, 0)).toBe(3321);
  });

  it.each([
    ['Hà Nội', 'Thành phố Hà Nội (0 communes, provinces 01)'],
    ['ha noi', 'Thành phố Hà Nội (0 communes, provinces 01)'],
    ['Sài Gòn', 'Sài Gòn; Phường Sài Gòn, Thành phố Hồ Chí Minh (1 communes, provinces 79)'],
    ['Tỉnh Hà Giang', 'Tỉnh Hà Giang (0 communes, provinces 08)'],
    ['quận hoàng mai', 'Quận Hoàng Mai, Thành phố Hà Nội (12 communes, provinces 01)'],
    ['Q. Hoàng Mai', 'Quận Hoàng Mai, Thành phố Hà Nội (12 communes, provinces 01)'],
    ['Trúc Bạch', 'Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội (1 communes, provinces 01)'],
  ])('understands %s', (text, meaning) => {
    expect(meant(text)).toBe(meaning);
  });

  it.each(['', ' ., ', 'Không Có Nơi Nào', '中国'])('says nothing of %j', (text) => {
    expect(meant(text)).toBeNull();
  });

  it('says nothing of a name that too many places have, until more is said', () => {
    expect(meant('xã tân lập')).toBeNull();
    expect(meant('phuong ba dinh ha noi')).toContain('Phường Ba Đình');
  });

  it('gives present communes by their name and province', () => {
    const lost = list.flatMap((province) =>
      // One in twenty: each is looked for among all the units of its province.
      province.communes.filter(
        ([code, name], index) =>
          index % 20 === 0 && !findGround([province], `${name} ${province.name}`)?.communes.includes(code),
      ),
    );

    expect(lost).toEqual([]);
  });
});

describe('the desks near a place', () => {
  const area = (code: string, provinceCode = code.slice(0, 2)): DeskArea => ({
    code,
    provinceCode,
    name: code,
  });
  const ground = { names: [], communes: ['00004'], provinces: ['01'], wholeProvinces: [] };

  it.each([
    ['everywhere', [], true],
    ['its commune', [area('00004', '01')], true],
    ['its province', [area('01')], true],
    ['another commune of the province', [area('00008', '01')], false],
    ['another province', [area('79')], false],
    ['several, one of them here', [area('79'), area('01')], true],
  ])('take from there when they take from %s: %j %s', (_where, areas, expected) => {
    expect(takesFrom(areas, ground)).toBe(expected);
  });

  it('of one commune take from there when its whole province is named', () => {
    expect(takesFrom([area('00008', '01')], { ...ground, communes: [], wholeProvinces: ['01'] })).toBe(true);
  });

  it('stand first among those of their kind, in the order that they had', () => {
    const desks = [
      { id: 'a', areas: [area('79')], operatorKind: 'health' },
      { id: 'b', areas: [], operatorKind: 'health' },
      { id: 'c', areas: [area('48')], operatorKind: 'health' },
      { id: 'd', areas: [area('01')], operatorKind: 'health' },
    ] as const;

    expect(orderByPlace(desks, ground).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('never put a police desk before a health or civil one, however far that is', () => {
    const here = [area('01')];
    const far = [area('79')];
    const desks = [
      { id: 'police here', areas: here, operatorKind: 'police' },
      { id: 'commune far', areas: far, operatorKind: 'commune' },
      { id: 'health far', areas: far, operatorKind: 'health' },
      { id: 'commune here', areas: here, operatorKind: 'commune' },
      { id: 'civil far', areas: far, operatorKind: 'civil' },
      { id: 'civil here', areas: here, operatorKind: 'civil' },
      { id: 'health here', areas: here, operatorKind: 'health' },
    ] as const;

    expect(orderByPlace(desks, ground).map(({ id }) => id)).toEqual([
      ...['health here', 'civil here', 'health far', 'civil far'],
      ...['commune here', 'police here', 'commune far'],
    ]);
  });
});

describe('a CSV text', () => {
  it('is read by its columns, quoted cells too', () => {
    const text = 'code,name,note\r\n01,"a, ""b""\nc",\n02,d\n';

    expect(readCsv(text)).toEqual([
      { code: '01', name: 'a, "b"\nc', note: '' },
      { code: '02', name: 'd', note: '' },
    ]);
  });
});
