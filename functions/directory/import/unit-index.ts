/** The administrative units in memory, present and former, by the names that a list may give them. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import type { CommuneRow, DirectoryData, FormerUnitRow } from '../schema.ts';
import {
  communeFullName,
  everydayProvinceNames,
  formerCommuneFullName,
  formerUnitKey,
  hasCommunes,
} from '../unit-names.ts';

export interface PresentCommune {
  code: string;
  fullName: string;
  provinceCode: string;
}

/** A former commune with every present one that holds some of its ground. */
export interface FormerCommune {
  fullName: string;
  district: string;
  formerProvinceCode: string;
  /** The present province of its former province. */
  provinceCode: string;
  /** It went undivided to the one present commune. */
  isWhole: boolean;
  mergeNote: string;
  communes: PresentCommune[];
}

export interface UnitProvince {
  code: string;
  fullName: string;
  /** The former province that the text named, when no present one has this name. */
  former: { code: string; fullName: string } | null;
}

export interface UnitIndex {
  communes: ReadonlyMap<string, PresentCommune>;
  provinceName(code: string): string;
  findProvince(text: string): UnitProvince | null;
  /** Present communes of this name in the whole country. */
  findCommunes(text: string): PresentCommune[];
  /** Former communes of this name in a present province, in one district when it is given. */
  findFormer(text: string, provinceCode: string, district: string | null): FormerCommune[];
  /** Present communes on the ground of a former district. */
  groundOfDistrict(district: string, provinceCode: string): PresentCommune[];
}

/** Kinds of unit as lists shorten them. */
const SHORT_KINDS: Readonly<Record<string, string>> = {
  tp: 'thanh pho',
  tx: 'thi xa',
  tt: 'thi tran',
  p: 'phuong',
  q: 'quan',
  h: 'huyen',
  x: 'xa',
  t: 'tinh',
};

export function makeUnitIndex(data: DirectoryData): UnitIndex {
  const communes = new Map(data.communes.map((row) => [row.code, presentOf(row)]));
  const provinces = makeProvinces(data);
  const present = new Map<string, Named<PresentCommune>[]>();
  for (const row of data.communes) {
    add(present, communeFullName(row.type, row.name), row.name, presentOf(row));
  }
  const formerCommunes = formerCommunesOf(data, communes);
  const former = new Map<string, Named<FormerCommune>[]>();
  for (const { bare, unit } of formerCommunes) add(former, unit.fullName, bare, unit);

  const inProvince = <T extends { provinceCode: string }>(units: readonly T[], code: string): T[] =>
    units.filter(({ provinceCode }) => provinceCode === code);
  return {
    communes,
    provinceName: (code) => provinces.names.get(code) ?? code,
    findProvince: provinces.find,
    findCommunes: (text) => lookUp(present, text),
    findFormer: (text, provinceCode, district) =>
      inProvince(lookUp(former, text), provinceCode).filter(
        (unit) => district === null || isSameName(unit.district, district),
      ),
    groundOfDistrict: (district, provinceCode) => {
      const units = inProvince(
        formerCommunes.map(({ unit }) => unit),
        provinceCode,
      ).filter((unit) => isSameName(unit.district, district));
      return uniqueByCode(units.flatMap((unit) => unit.communes));
    },
  };
}

/** Words of a unit's name for comparison, its kind written out. */
export function unitWords(text: string): string {
  const words = foldedWords(text.replace(/(?<=\b(?:p|q|x|h|tp|tx|tt))\.?(?=\d|\s)/giu, ' '));
  const [first = '', ...rest] = words;
  return [...(rest.length > 0 ? [SHORT_KINDS[first] ?? first] : [first]), ...rest].join(' ');
}

interface Named<T> {
  full: string;
  bare: string;
  unit: T;
}

function add<T>(names: Map<string, Named<T>[]>, full: string, bare: string, unit: T): void {
  for (const key of new Set([unitWords(full), foldedWords(bare).join(' ')])) {
    const own = names.get(key);
    if (own === undefined) names.set(key, [{ full, bare, unit }]);
    else own.push({ full, bare, unit });
  }
}

/** Where the text has the very letters of some names, those whose letters differ are left out. */
function lookUp<T>(names: ReadonlyMap<string, Named<T>[]>, text: string): T[] {
  const found = names.get(unitWords(text)) ?? names.get(foldedWords(text).join(' ')) ?? [];
  const typed = text.normalize('NFC').toLocaleLowerCase('vi');
  const exact = found.filter(({ full, bare }) =>
    [full, bare].some((name) => name.normalize('NFC').toLocaleLowerCase('vi') === typed),
  );
  return (exact.length > 0 ? exact : found).map(({ unit }) => unit);
}

function isSameName(fullName: string, text: string): boolean {
  const full = unitWords(fullName);
  const asked = unitWords(text);
  return full === asked || full.replace(/^(thanh pho|thi xa|quan|huyen dao|huyen) /, '') === asked;
}

function presentOf(row: CommuneRow): PresentCommune {
  return { code: row.code, fullName: communeFullName(row.type, row.name), provinceCode: row.province_code };
}

function uniqueByCode(communes: readonly PresentCommune[]): PresentCommune[] {
  return [...new Map(communes.map((commune) => [commune.code, commune])).values()];
}

function makeProvinces(data: DirectoryData) {
  const names = new Map(data.provinces.map((row) => [row.code, row.full_name]));
  const byName = new Map<string, UnitProvince>();
  const bare = (fullName: string): string => unitWords(fullName).replace(/^(tinh|thanh pho) /, '');
  for (const row of data.formerProvinces) {
    const { former_province_code: code, former_province: fullName, province_code } = row;
    const province = {
      code: province_code,
      fullName: names.get(province_code) ?? '',
      former: { code, fullName },
    };
    for (const key of [unitWords(fullName), bare(fullName)]) byName.set(key, province);
  }
  for (const { code, full_name: fullName } of data.provinces) {
    const everyday = everydayProvinceNames(code).map((name) => foldedWords(name).join(' '));
    for (const key of [unitWords(fullName), bare(fullName), ...everyday]) {
      byName.set(key, { code, fullName, former: null });
    }
  }
  return {
    names,
    find: (text: string): UnitProvince | null => {
      const words = unitWords(text);
      return byName.get(words) ?? byName.get(words.replace(/^(tinh|thanh pho) /, '')) ?? null;
    },
  };
}

/** Notes of the source that say that a unit went undivided. "Đổi tên từ một phần …" does not. */
function saysWhole(note: string): boolean {
  const words = foldedWords(note).join(' ');
  return (
    /^(nhap toan bo|giu nguyen|doi ten|doi loai hinh|sap xep toan bo)/.test(words) &&
    !words.includes('mot phan')
  );
}

function formerCommunesOf(
  data: DirectoryData,
  communes: ReadonlyMap<string, PresentCommune>,
): { bare: string; unit: FormerCommune }[] {
  const provinceOf = new Map(
    data.formerProvinces.map((row) => [row.former_province_code, row.province_code]),
  );
  const groups = new Map<string, FormerUnitRow[]>();
  for (const row of data.formerUnits) {
    const key = formerUnitKey(row.former_code, row.former_district_code, row.former_name);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((rows) => {
    const [row] = rows;
    if (row === undefined) return [];
    const bare = hasCommunes(row.former_type) ? row.former_name : row.former_district;
    return {
      bare,
      unit: {
        fullName: formerCommuneFullName(row.former_type, row.former_name),
        district: row.former_district,
        formerProvinceCode: row.former_province_code,
        provinceCode: provinceOf.get(row.former_province_code) ?? '',
        isWhole: rows.length === 1 && saysWhole(row.merge_note),
        mergeNote: row.merge_note,
        communes: uniqueByCode(rows.flatMap(({ commune_code }) => communes.get(commune_code) ?? [])),
      },
    };
  });
}
