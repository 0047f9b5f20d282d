/** What place_search holds of each place. Pure; written by load-directory.ts and write-places.ts. */
import { foldedWords } from '../../domain/fold.ts';
import { oldestAssurance } from '../../domain/freshness.ts';
import { openWords } from './open-words.ts';
import { attributesOf, attributeValue, isDiscreet, type PlaceRecord } from './place-record.ts';
import { type PLACE_SEARCH_COLUMNS, placeToken } from './place-store.ts';
import type { DirectoryData, TaxonomyTermRow } from './schema.ts';
import { searchOrder } from './search-order.ts';
import type { PlaceCard } from './store.ts';
import { confirmedToken, facetToken, TERM_FILTERS } from './term-words.ts';
import { communeFullName, everydayProvinceNames, nameToken } from './unit-names.ts';

type Place = Record<(typeof PLACE_SEARCH_COLUMNS)[number], string>;

/** Types of attributes whose terms people search and filter by. */
const FACET_LINKS = ['service-kind', 'facility-type', 'for-whom', 'cost', 'entry'];

/** Terms of "Loại nơi" and of "Đơn vị quản lý" that say who runs a place. What only was inferred says nothing. */
const STATE_TYPES = new Set(['cong-lap', 'cong-lap-tu-nguyen']);
/** Terms of "Dịch vụ" and of "Loại nơi" that each say that people are helped off drugs there. */
const REHAB_KINDS = new Set(['cai-tu-nguyen', 'cai-tai-nha', 'cai-bat-buoc']);
const REHAB_TYPES = new Set(['cong-lap', 'cong-lap-tu-nguyen', 'tu-nhan']);
const STATE_OPERATORS = new Set(['cong-an', 'lao-dong', 'y-te', 'ubnd']);

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

/** Rows of place_search, one for each place that can be found. */
export function placeSearchRows(places: readonly PlaceRecord[], context: SearchContext): Place[] {
  return places.flatMap((record) => placeSearchRow(record, context) ?? []);
}

/** The row of place_search of one place; null when none of its services is active, so that it cannot be found. */
export function placeSearchRow(record: PlaceRecord, context: SearchContext): Place | null {
  const services = record.services.filter(({ status }) => status === 'active');
  const [service] = services;
  if (service === undefined) return null;
  // Of a discreet place nothing may be found that is finer than its province.
  const isHidden = isDiscreet(record);
  const communeCode = isHidden ? null : attributeValue(record, 'commune-code');
  const commune = context.communes.get(communeCode ?? '');
  const provinceCode = attributeValue(record, 'province-code') ?? '';
  const province = context.provinces.get(provinceCode);
  const formerProvince = isHidden ? '' : (attributeValue(record, 'former-province') ?? '');
  const formerCode = context.formerProvinceCodes.get(words([formerProvince]));
  const kinds = termsOf(record, 'service-kind', context);
  const types = termsOf(record, 'facility-type', context);
  const [confidence] = termsOf(record, 'confidence', context);
  const sourceDate = attributeValue(record, 'source-date');
  const assuredDate = oldestAssurance(services.map(({ assured_date }) => assured_date));
  const names = namesOf(record, services);
  const facets = facetsOf(record, context, assuredDate).join(' ');

  const card: PlaceCard = {
    locationId: record.locationId,
    slug: attributeValue(record, 'slug') ?? '',
    name: record.locations[0]?.name ?? service.name,
    communeCode: commune === undefined ? null : communeCode,
    communeName: commune === undefined ? null : communeFullName(commune.type, commune.name),
    provinceCode,
    provinceName: province?.full_name ?? '',
    facilityType: attributeValue(record, 'facility-type'),
    confidence: confidence?.code ?? '',
    confidenceName: confidence?.name ?? '',
    sourceDate,
    assuredDate,
    phoneCount: record.phones.length,
    isDiscreet: isHidden,
  };
  return {
    rowid: searchOrder({
      locationId: record.locationId,
      assuredDate,
      confidence: confidence?.code ?? null,
      sourceDate,
    }),
    name: words(names),
    area: words([
      ...(isHidden ? [] : record.addresses.map(({ address_1 }) => address_1)),
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
      ...(commune === undefined ? [] : [`xa:${communeCode}`]),
      ...(formerCode === undefined ? [] : [`tinhcu:${formerCode}`]),
      ...names.map((name) => nameToken(foldedWords(name))),
      ...openWords(record.schedules),
      facets,
    ].join(' '),
    location_id: record.locationId,
    facets,
    card: JSON.stringify(card),
  };
}

/** Every name that a place goes by, its old ones too, each once. */
function namesOf(record: PlaceRecord, services: PlaceRecord['services']): string[] {
  const names = [...services, ...record.locations].flatMap(({ name, alternate_name }) => [
    name,
    alternate_name,
  ]);
  return [...new Set(names.filter((name) => name !== null))];
}

/** The filter words that results are counted by. A term counts with those above it. */
function facetsOf(record: PlaceRecord, context: SearchContext, assuredDate: string | null): string[] {
  const terms = FACET_LINKS.flatMap((link) => termsOf(record, link, context)).flatMap((term) => {
    const above = context.terms.get(term.parent_id ?? '');
    return above === undefined ? [term] : [term, above];
  });
  const tokens = terms.flatMap((term) => facetToken(term.taxonomy_id, term.code) ?? []);
  const types = termsOf(record, 'facility-type', context).map(({ code }) => code);
  const kinds = termsOf(record, 'service-kind', context).map(({ code }) => code);
  const operators = termsOf(record, 'operator', context).map(({ code }) => code);
  if (types.some((code) => STATE_TYPES.has(code)) || operators.some((code) => STATE_OPERATORS.has(code))) {
    tokens.push('loai:cong-lap');
  }
  if (types.some((code) => REHAB_TYPES.has(code)) || kinds.some((code) => REHAB_KINDS.has(code))) {
    tokens.push(`${TERM_FILTERS.dichVu.prefix}:cai-nghien`);
  }
  if (types.includes('tu-nhan') || operators.includes('tu-nhan')) tokens.push('loai:tu-nhan');
  if (assuredDate !== null) tokens.push(confirmedToken(assuredDate));
  return [...new Set(tokens)];
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
