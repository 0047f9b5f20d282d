/** What the search tables hold for each unit and place. Pure; written by load-directory.ts. */
import { foldedWords } from '../../domain/fold.ts';
import { attributesOf, attributeValue, type PlaceRecord } from './place-record.ts';
import { type PLACE_SEARCH_COLUMNS, placeToken } from './place-store.ts';
import type { DirectoryData, TaxonomyTermRow } from './schema.ts';
import {
  communeFullName,
  everydayProvinceNames,
  formerCommuneFullName,
  formerUnitKey,
  hasCommunes,
  nameTokens,
} from './unit-names.ts';

type Unit = Record<'name' | 'area' | 'filters' | 'kind' | 'code', string>;
type Place = Record<(typeof PLACE_SEARCH_COLUMNS)[number], string>;

/** Terms of the taxonomy "Độ tin cậy", best first. */
const CONFIDENCE_ORDER = ['cao', 'vua-cao', 'vua', 'thap-vua', 'thap'];

/**
 * Rows of unit_search, in the order in which units of the same name are offered: present before former, and within
 * each the larger before the smaller.
 */
export function unitSearchRows(data: DirectoryData): Unit[] {
  const provinceName = new Map(data.provinces.map((row) => [row.code, row.full_name]));
  const provinceOfFormer = new Map(
    data.formerProvinces.map((row) => [row.former_province_code, row.province_code]),
  );
  const unit = (
    kind: string,
    code: string,
    fullName: string,
    area: string,
    provinceCode: string,
    everyday: readonly string[] = [],
  ): Unit => ({
    name: words([fullName]),
    area: words([area]),
    filters: [`tinh:${provinceCode}`, ...nameTokens(fullName, everyday)].join(' '),
    kind,
    code,
  });

  const rows: Unit[] = [];
  for (const row of data.provinces) {
    rows.push(unit('province', row.code, row.full_name, '', row.code, everydayProvinceNames(row.code)));
  }
  for (const row of data.communes) {
    const area = provinceName.get(row.province_code) ?? '';
    rows.push(unit('commune', row.code, communeFullName(row.type, row.name), area, row.province_code));
  }
  for (const row of data.formerProvinces) {
    const code = row.former_province_code;
    const everyday = everydayProvinceNames(code);
    rows.push(unit('former-province', code, row.former_province, '', row.province_code, everyday));
  }
  const districts = new Map(data.formerUnits.map((row) => [row.former_district_code, row]));
  for (const [code, row] of districts) {
    const province = provinceOfFormer.get(row.former_province_code) ?? '';
    rows.push(unit('former-district', code, row.former_district, row.former_province, province));
  }
  const communes = new Map(
    data.formerUnits
      // An island district without communes is in the list already, as a district.
      .filter((row) => hasCommunes(row.former_type))
      .map((row) => [formerUnitKey(row.former_code, row.former_district_code, row.former_name), row]),
  );
  for (const [code, row] of communes) {
    const area = `${row.former_district} ${row.former_province}`;
    const province = provinceOfFormer.get(row.former_province_code) ?? '';
    const fullName = formerCommuneFullName(row.former_type, row.former_name);
    rows.push(unit('former-commune', code, fullName, area, province));
  }
  return rows;
}

/** What the search row of a place needs beside its own rows. Made once for many places. */
export interface SearchContext {
  terms: ReadonlyMap<string, TaxonomyTermRow>;
  communes: ReadonlyMap<string, { type: string; name: string; province_code: string }>;
  provinces: ReadonlyMap<string, { full_name: string }>;
  /** By folded name without its kind, and by everyday names. */
  formerProvinceCodes: ReadonlyMap<string, string>;
}

/** The context that the shipped files give. */
export function searchContext(
  data: Pick<DirectoryData, 'taxonomyTerms' | 'communes' | 'provinces' | 'formerProvinces'>,
): SearchContext {
  return {
    terms: new Map(data.taxonomyTerms.map((row) => [row.id, row])),
    communes: new Map(data.communes.map((row) => [row.code, row])),
    provinces: new Map(data.provinces.map((row) => [row.code, row])),
    formerProvinceCodes: formerProvinceCodesByName(data),
  };
}

/** Rows of place_search; the best-sourced stand first, which is the order of a list without a search. */
export function placeSearchRows(places: readonly PlaceRecord[], context: SearchContext): Place[] {
  const trust = (record: PlaceRecord): number => {
    const code = termsOf(record, 'confidence', context)[0]?.code;
    return CONFIDENCE_ORDER.indexOf(code ?? 'thap');
  };
  return places
    .map((record) => ({ order: trust(record), row: placeSearchRow(record, context) }))
    .sort((a, b) => a.order - b.order)
    .flatMap(({ row }) => row ?? []);
}

/** The row of place_search of one place; null when none of its services is active, so that it cannot be found. */
export function placeSearchRow(record: PlaceRecord, context: SearchContext): Place | null {
  const services = record.services.filter(({ status }) => status === 'active');
  if (services.length === 0) return null;
  const commune = context.communes.get(attributeValue(record, 'commune-code') ?? '');
  const provinceCode = attributeValue(record, 'province-code') ?? '';
  const province = context.provinces.get(provinceCode);
  const formerProvince = attributeValue(record, 'former-province') ?? '';
  const formerCode = context.formerProvinceCodes.get(words([formerProvince]));
  const kinds = termsOf(record, 'service-kind', context);
  const types = termsOf(record, 'facility-type', context);

  return {
    name: words([...new Set([...record.locations, ...services].map(({ name }) => name))]),
    area: words([
      ...record.addresses.map(({ address_1 }) => address_1),
      commune && communeFullName(commune.type, commune.name),
      province?.full_name,
      formerProvince,
      ...everydayProvinceNames(provinceCode),
    ]),
    service: words([
      ...services.map(({ description }) => description),
      ...kinds.map((term) => term.name),
      ...types.map((term) => term.name),
      ...record.organizations.map(({ name }) => name),
    ]),
    filters: [
      'noi:1',
      placeToken(record.locationId),
      ...(province === undefined ? [] : [`tinh:${provinceCode}`]),
      ...(commune === undefined ? [] : [`xa:${attributeValue(record, 'commune-code')}`]),
      ...(formerCode === undefined ? [] : [`tinhcu:${formerCode}`]),
      ...kinds.map((term) => `dv:${term.code}`),
      ...types.map((term) => `loai:${term.code}`),
    ].join(' '),
    location_id: record.locationId,
  };
}

function termsOf(record: PlaceRecord, linkType: string, context: SearchContext): TaxonomyTermRow[] {
  return attributesOf(record, linkType).flatMap((row) => context.terms.get(row.taxonomy_term_id) ?? []);
}

/** Codes of the former provinces by folded name without its kind, and by their everyday names. */
export function formerProvinceCodesByName(data: Pick<DirectoryData, 'formerProvinces'>): Map<string, string> {
  const codes = new Map<string, string>();
  for (const row of data.formerProvinces) {
    const bare = row.former_province.replace(/^(Tỉnh|Thành phố) /, '');
    for (const name of [bare, ...everydayProvinceNames(row.former_province_code)]) {
      codes.set(words([name]), row.former_province_code);
    }
  }
  return codes;
}

function words(parts: readonly (string | null | undefined)[]): string {
  return parts.flatMap((part) => foldedWords(part ?? '')).join(' ');
}
