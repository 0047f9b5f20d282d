/** The list of units that browsers hold (domain/unit-list.ts), from the shipped files. Pure; runs at build. */
import type { ListedProvince } from '../../domain/unit-list.ts';
import { readCsv } from './csv.ts';
import { communeFullName, everydayProvinceNames, formerCommuneFullName, hasCommunes } from './unit-names.ts';

/** The texts of the files in content/admin-units/, which scripts/read-directory.ts checks. */
export interface UnitFiles {
  provinces: string;
  communes: string;
  formerProvinces: string;
  formerUnits: string;
}

/** All provinces with what lies in each. */
export function listGround(files: UnitFiles): ListedProvince[] {
  const communes = readCsv(files.communes);
  const formerProvinces = readCsv(files.formerProvinces);
  const provinceOf = new Map(communes.map(({ code, province_code }) => [code, province_code]));
  const unitsOf = new Map<string, Record<string, string>[]>();
  for (const row of readCsv(files.formerUnits)) {
    const province = provinceOf.get(row.commune_code) ?? '';
    const rows = unitsOf.get(province);
    if (rows === undefined) unitsOf.set(province, [row]);
    else rows.push(row);
  }
  return readCsv(files.provinces).map(({ code = '', full_name = '' }) => {
    const own = communes.filter(({ province_code }) => province_code === code);
    const indexOf = new Map(own.map((commune, index) => [commune.code, index]));
    const former = formerProvinces
      .filter(({ province_code }) => province_code === code)
      .flatMap(({ former_province }) => former_province ?? []);
    return {
      code,
      name: full_name,
      former: [...former, ...everydayProvinceNames(code)].filter((name) => name !== full_name),
      communes: own.map((row) => [row.code ?? '', communeFullName(row.type ?? '', row.name ?? '')]),
      districts: districtsOf(unitsOf.get(code) ?? [], indexOf),
    };
  });
}

function districtsOf(
  rows: readonly Record<string, string>[],
  indexOf: ReadonlyMap<string | undefined, number>,
): ListedProvince['districts'] {
  const districts = new Map<string, Map<string, Set<number>>>();
  for (const row of rows) {
    const index = indexOf.get(row.commune_code);
    if (index === undefined) continue;
    const name = `${row.former_district}, ${row.former_province}`;
    const units = districts.get(name) ?? new Map<string, Set<number>>();
    districts.set(name, units);
    const type = row.former_type || null;
    // An island district without communes stands in the source for itself; its ground is the district's.
    const unit = hasCommunes(type) ? formerCommuneFullName(type, row.former_name ?? '') : '';
    units.set(unit, (units.get(unit) ?? new Set<number>()).add(index));
  }
  return [...districts].map(([name, units]) => [
    name,
    [...units].map(([unit, ground]) => [unit, [...ground]]),
  ]);
}
