/** What the search tables hold for each unit and place. Pure; written by load-directory.ts. */
import { foldedWords } from '../../domain/fold.ts';
import type { AttributeRow, DirectoryData, TaxonomyTermRow } from './schema.ts';
import {
  communeFullName,
  everydayProvinceNames,
  formerCommuneFullName,
  formerUnitKey,
  hasCommunes,
  nameTokens,
} from './unit-names.ts';

type Unit = Record<'name' | 'area' | 'filters' | 'kind' | 'code', string>;
type Place = Record<'name' | 'area' | 'service' | 'filters' | 'service_at_location_id', string>;

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

/**
 * Rows of place_search. Only services that are active can be found; the best-sourced stand first, which is the order
 * of a list without a search.
 */
export function placeSearchRows(data: DirectoryData): Place[] {
  const attributes = attributesByLink(data.attributes);
  const terms = new Map(data.taxonomyTerms.map((row) => [row.id, row]));
  const services = new Map(data.services.map((row) => [row.id, row]));
  const organizations = new Map(data.organizations.map((row) => [row.id, row]));
  const addresses = new Map(data.addresses.map((row) => [row.location_id, row]));
  const communes = new Map(data.communes.map((row) => [row.code, row]));
  const provinces = new Map(data.provinces.map((row) => [row.code, row]));
  const formerProvinces = formerProvinceCodesByName(data);

  const found: { order: number; row: Place }[] = [];
  for (const { id, service_id, location_id } of data.serviceAtLocations) {
    const service = services.get(service_id);
    if (service?.status !== 'active') continue;
    const ofLocation = attributes.get(location_id) ?? [];
    const ofService = attributes.get(service_id) ?? [];
    const commune = communes.get(attributeValue(ofLocation, 'commune-code') ?? '');
    const province = provinces.get(attributeValue(ofLocation, 'province-code') ?? '');
    const formerProvince = attributeValue(ofLocation, 'former-province') ?? '';
    const formerCode = formerProvinces.get(words([formerProvince]));
    const kinds = termsOf(ofService, 'service-kind', terms);
    const types = termsOf(ofService, 'facility-type', terms);
    const confidence = termsOf(ofService, 'confidence', terms).map((term) => term.code);

    found.push({
      order: CONFIDENCE_ORDER.indexOf(confidence[0] ?? 'thap'),
      row: {
        name: words([service.name]),
        area: words([
          addresses.get(location_id)?.address_1,
          commune && communeFullName(commune.type, commune.name),
          province?.full_name,
          formerProvince,
          ...everydayProvinceNames(province?.code ?? ''),
        ]),
        service: words([
          service.description,
          ...kinds.map((term) => term.name),
          ...types.map((term) => term.name),
          organizations.get(service.organization_id)?.name,
        ]),
        filters: [
          'noi:1',
          ...(province === undefined ? [] : [`tinh:${province.code}`]),
          ...(commune === undefined ? [] : [`xa:${commune.code}`]),
          ...(formerCode === undefined ? [] : [`tinhcu:${formerCode}`]),
          ...kinds.map((term) => `dv:${term.code}`),
          ...types.map((term) => `loai:${term.code}`),
        ].join(' '),
        service_at_location_id: id,
      },
    });
  }
  return found.sort((a, b) => a.order - b.order).map(({ row }) => row);
}

/** The attributes of each entity, by its id. */
export function attributesByLink(rows: readonly AttributeRow[]): Map<string, AttributeRow[]> {
  const byLink = new Map<string, AttributeRow[]>();
  for (const row of rows) {
    const own = byLink.get(row.link_id);
    if (own === undefined) byLink.set(row.link_id, [row]);
    else own.push(row);
  }
  return byLink;
}

/** The value of the first attribute of this type; null when there is none. */
export function attributeValue(rows: readonly AttributeRow[], linkType: string): string | null {
  return rows.find((row) => row.link_type === linkType)?.value ?? null;
}

function termsOf(
  rows: readonly AttributeRow[],
  linkType: string,
  terms: ReadonlyMap<string, TaxonomyTermRow>,
): TaxonomyTermRow[] {
  return rows
    .filter((row) => row.link_type === linkType)
    .flatMap((row) => terms.get(row.taxonomy_term_id) ?? []);
}

/** Codes of the former provinces by folded name without its kind, and by their everyday names. */
function formerProvinceCodesByName(data: DirectoryData): Map<string, string> {
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
