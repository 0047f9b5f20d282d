import type { D1Database } from '@cloudflare/workers-types';
import {
  type AttributeWithTerm,
  type FormerUnitName,
  type PhoneRow,
  type PlaceRow,
  readAttributes,
  readFormerUnitsOf,
  readPhones,
  readPlace,
} from './store.ts';

/** Who runs a place: codes of the taxonomy "Đơn vị quản lý". */
const OPERATORS = [
  'cong-an',
  'cong-an-suy-ra',
  'lao-dong',
  'y-te',
  'ubnd',
  'khac',
  'tu-nhan',
  'chua-ro',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A source of an entry. */
export interface PlaceSource {
  /** An address that a browser can open. */
  url: string;
  /** The site's name, without "www.". */
  host: string;
  /** What the collector wrote beside the address; null when nothing. */
  remark: string | null;
}

/** Everything that the portal knows of one place; null and empty mean not known. */
export interface Place {
  slug: string;
  name: string;
  facilityType: string | null;
  /** The address as in the source, mostly in units that were abolished on 1/7/2025. */
  address: string;
  formerProvince: string | null;
  commune: { code: string; fullName: string; lat: number; lon: number } | null;
  province: { code: string; fullName: string };
  /** How the former unit was mapped to the present commune, or why it could not be. */
  mappingNote: string | null;
  /** Former communes whose ground the present commune holds. */
  formerUnits: FormerUnitName[];
  organizationName: string;
  operator: Operator;
  /** The managing body in the source's words. */
  operatorAsInSource: string | null;
  serviceKinds: { code: string; name: string }[];
  /** The services in the source's words. */
  servicesAsInSource: string | null;
  phones: PhoneRow[];
  sources: PlaceSource[];
  sourceDate: string | null;
  confidence: { name: string; reason: string | null } | null;
  note: string | null;
  /** Day of the last confirmation; null when nobody has confirmed the entry. */
  assuredDate: string | null;
}

/** One place by the last part of its address; null when there is none or it must not be shown. */
export async function getPlace(db: D1Database, slug: string): Promise<Place | null> {
  const row = await readPlace(db, slug);
  if (row === null) return null;
  const [attributes, phones, formerUnits] = await Promise.all([
    readAttributes(db, row.serviceId, row.locationId),
    readPhones(db, row.locationId),
    row.communeCode === null ? [] : readFormerUnitsOf(db, row.communeCode),
  ]);

  const all = (linkType: string): AttributeWithTerm[] =>
    attributes.filter((attribute) => attribute.linkType === linkType);
  const value = (linkType: string): string | null => all(linkType)[0]?.value ?? null;
  const operator = all('operator')[0];
  const confidence = all('confidence')[0];
  return {
    slug: row.slug,
    name: row.name,
    facilityType: value('facility-type'),
    address: row.address,
    formerProvince: value('former-province'),
    commune: communeOf(row),
    province: { code: row.provinceCode, fullName: row.provinceName },
    mappingNote: value('mapping-note'),
    formerUnits,
    organizationName: row.organizationName,
    operator: OPERATORS.find((code) => code === operator?.termCode) ?? 'chua-ro',
    operatorAsInSource: operator?.value ?? null,
    serviceKinds: all('service-kind').map(({ termCode, termName }) => ({ code: termCode, name: termName })),
    servicesAsInSource: row.services,
    phones,
    sources: all('source-url').flatMap((attribute) => sourceOf(attribute.value ?? '')),
    sourceDate: value('source-date'),
    confidence:
      confidence === undefined ? null : { name: confidence.termName, reason: reasonOf(confidence.value) },
    note: value('note'),
    assuredDate: row.assuredDate,
  };
}

function communeOf(row: PlaceRow): Place['commune'] {
  const { communeCode, communeName, communeLat, communeLon } = row;
  if (communeCode === null || communeName === null || communeLat === null || communeLon === null) return null;
  return { code: communeCode, fullName: communeName, lat: communeLat, lon: communeLon };
}

/** A cell "https://… words": the address ends at the first space. Gives none when it is not an address. */
function sourceOf(cell: string): PlaceSource[] {
  const [address = '', ...words] = cell.split(' ');
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return [];
  const remark = words.join(' ').replace(/^\((.*)\)$/, '$1');
  return [{ url: url.href, host: url.hostname.replace(/^www\./, ''), remark: remark === '' ? null : remark }];
}

/** The reason in "vừa (nguồn 2017)" or "cao (…); chưa có địa chỉ": what stands after the level itself. */
function reasonOf(value: string | null): string | null {
  const reason = (value ?? '').replace(/^[^ (]+ ?/, '');
  if (reason === '') return null;
  return /^\([^()]*\)$/.test(reason) ? reason.slice(1, -1) : reason;
}
