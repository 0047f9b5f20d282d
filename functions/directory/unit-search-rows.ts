/** What unit_search holds: every administrative unit, present and former, with its present ground. Pure. */
import { foldedWords } from '../../domain/fold.ts';
import { communeToken, type NamedUnit, packUnit } from './named-unit.ts';
import type { DirectoryData } from './schema.ts';
import {
  communeFullName,
  everydayProvinceNames,
  formerCommuneFullName,
  formerUnitKey,
  hasCommunes,
  nameTokens,
} from './unit-names.ts';

/** A row of unit_search; `unit` is a NamedUnit as packUnit writes it. */
export type UnitSearchRow = Record<'name' | 'area' | 'filters' | 'unit', string>;

function words(text: string): string {
  return foldedWords(text).join(' ');
}

/**
 * Rows of unit_search, in the order in which units of the same name are offered: present before former, and within
 * each the larger before the smaller.
 */
export function unitSearchRows(data: DirectoryData): UnitSearchRow[] {
  const provinceName = new Map(data.provinces.map((row) => [row.code, row.full_name]));
  const communeName = new Map(data.communes.map((row) => [row.code, communeFullName(row.type, row.name)]));
  const provinceOfFormer = new Map(
    data.formerProvinces.map((row) => [row.former_province_code, row.province_code]),
  );
  // Hundreds of units share an area, and folding is most of the work.
  const areas = new Map<string, string>();
  const areaWords = (area: string): string => {
    const known = areas.get(area) ?? words(area);
    areas.set(area, known);
    return known;
  };
  const unit = (
    described: Pick<NamedUnit, 'kind' | 'code' | 'fullName' | 'formerArea'>,
    provinceCode: string,
    communeCodes: ReadonlySet<string> = new Set(),
    everyday: readonly string[] = [],
  ): UnitSearchRow => {
    const { kind, code, fullName, formerArea } = described;
    const named: NamedUnit = {
      kind,
      code,
      fullName,
      formerArea,
      provinceCode,
      provinceName: provinceName.get(provinceCode) ?? '',
      communes: [...communeCodes].map((of) => ({ code: of, fullName: communeName.get(of) ?? '' })),
    };
    const name = words(fullName);
    return {
      name,
      area: areaWords(kind === 'commune' ? named.provinceName : (formerArea ?? '')),
      filters: [
        `tinh:${provinceCode}`,
        ...(kind === 'commune' ? [communeToken(code)] : []),
        ...nameTokens(name, everyday),
      ].join(' '),
      unit: packUnit(named),
    };
  };

  const rows: UnitSearchRow[] = [];
  for (const { code, full_name } of data.provinces) {
    const described = { kind: 'province', code, fullName: full_name, formerArea: null } as const;
    rows.push(unit(described, code, new Set(), everydayProvinceNames(code)));
  }
  for (const { code, province_code } of data.communes) {
    const fullName = communeName.get(code) ?? '';
    rows.push(unit({ kind: 'commune', code, fullName, formerArea: null }, province_code, new Set([code])));
  }
  for (const { former_province_code: code, former_province, province_code } of data.formerProvinces) {
    const described = { kind: 'former-province', code, fullName: former_province, formerArea: null } as const;
    rows.push(unit(described, province_code, new Set(), everydayProvinceNames(code)));
  }
  const districts = groupsOf(data.formerUnits, (row) => row.former_district_code);
  for (const [code, { first, ground }] of districts) {
    const province = provinceOfFormer.get(first.former_province_code) ?? '';
    const formerArea = first.former_province;
    rows.push(
      unit({ kind: 'former-district', code, fullName: first.former_district, formerArea }, province, ground),
    );
  }
  const communes = groupsOf(
    // An island district without communes is in the list already, as a district.
    data.formerUnits.filter((row) => hasCommunes(row.former_type)),
    (row) => formerUnitKey(row.former_code, row.former_district_code, row.former_name),
  );
  for (const [code, { first, ground }] of communes) {
    const formerArea = `${first.former_district}, ${first.former_province}`;
    const province = provinceOfFormer.get(first.former_province_code) ?? '';
    const fullName = formerCommuneFullName(first.former_type, first.former_name);
    rows.push(unit({ kind: 'former-commune', code, fullName, formerArea }, province, ground));
  }
  return rows;
}

type FormerUnit = DirectoryData['formerUnits'][number];

/** The pieces of each former unit, with the present communes that hold them. */
function groupsOf(
  rows: readonly FormerUnit[],
  keyOf: (row: FormerUnit) => string,
): Map<string, { first: FormerUnit; ground: Set<string> }> {
  const groups = new Map<string, { first: FormerUnit; ground: Set<string> }>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key) ?? { first: row, ground: new Set() };
    group.ground.add(row.commune_code);
    groups.set(key, group);
  }
  return groups;
}
