import type { D1Database } from '@cloudflare/workers-types';
import { fold } from '../../domain/fold.ts';
import { oldestAssurance } from '../../domain/freshness.ts';
import type { Schedule } from '../../domain/opening-hours.ts';
import { findMergedInto, findSlug, type PlaceSurroundings, readSurroundings } from './place-page-store.ts';
import { attributesOf, attributeValue, isDiscreet, type PlaceRecord } from './place-record.ts';
import { readPlaceRecords } from './read-place-records.ts';
import type { AttributeRow, PlaceTables } from './schema.ts';
import { type FormerUnitName, readFormerUnitsOf } from './store.ts';

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

/** Roles of officers who confirm places; anything else came with an import. */
const ROLES = ['admin', 'intake', 'editor', 'organizer'] as const;

/** A source of an entry. */
export interface PlaceSource {
  /** An address that a browser can open; null for a document or a posted list. */
  url: string | null;
  /** The site's name without "www.", or the document's. */
  host: string;
  /** What the collector wrote beside the address; null when nothing. */
  remark: string | null;
}

/** A number of a place. */
export interface PlacePhone {
  number: string;
  extension: number | null;
  description: string | null;
  /** Code of the taxonomy "Xác minh số điện thoại", or null when nothing is recorded. */
  verification: string | null;
}

/** One service of a place; null and empty mean not known. */
export interface PlaceService {
  name: string;
  alternateName: string | null;
  isPaused: boolean;
  kinds: { code: string; name: string }[];
  /** The service in the source's words. */
  asInSource: string | null;
  /** For whom, as terms of the taxonomy and in words. */
  audiences: string[];
  eligibility: string | null;
  minimumAge: number | null;
  maximumAge: number | null;
  /** How to enter, as terms of the taxonomy and in words. */
  entries: string[];
  applicationProcess: string | null;
  documents: string[];
  /** Who pays, as terms of the taxonomy. */
  payers: string[];
  costs: { option: string; amount: number | null; currency: string | null; description: string | null }[];
  fees: string | null;
  waitTime: string | null;
}

/** Everything that the portal knows of one place and may show; null and empty mean not known. */
export interface Place {
  slug: string;
  name: string;
  alternateNames: string[];
  facilityType: string | null;
  /** Code of the taxonomy "Loại nơi". */
  facilityTypeCode: string | null;
  /** Nothing of where it lies is given; see isDiscreet. */
  isDiscreet: boolean;
  alerts: string[];
  /** As in the source, mostly in units that were abolished on 1/7/2025; null for a discreet place. */
  address: string | null;
  /** Whether the address leads to a door, a street or a hamlet, and not only to a commune. */
  isAddressExact: boolean;
  formerProvince: string | null;
  commune: { code: string; fullName: string; lat: number; lon: number } | null;
  province: { code: string; fullName: string };
  /** How the former unit was mapped to the present commune, or why it could not be. */
  mappingNote: string | null;
  /** Former communes whose ground the present commune holds. */
  formerUnits: FormerUnitName[];
  /** The place itself, where somebody has measured it. */
  point: { lat: number; lon: number } | null;
  transportation: string | null;
  organizationName: string;
  operator: Operator;
  /** The managing body in the source's words. */
  operatorAsInSource: string | null;
  services: PlaceService[];
  phones: PlacePhone[];
  website: string | null;
  email: string | null;
  schedules: (Schedule & { description: string | null; notes: string | null })[];
  languages: string[];
  accessibility: string[];
  /** None for a discreet place: they tell where it lies. */
  sources: PlaceSource[];
  sourceDate: string | null;
  confidence: { name: string; reason: string | null } | null;
  note: string | null;
  /** Day of the last confirmation of all services; null when one has never been confirmed. */
  assuredDate: string | null;
  /** Who confirmed it, by role, and on whose word; null when that is not recorded. */
  assurance: { role: (typeof ROLES)[number] | 'import'; source: string } | null;
}

/** What an address of the directory leads to. */
export type PlaceAnswer =
  | { kind: 'place'; place: Place }
  /** The place was merged into the one at this slug. */
  | { kind: 'moved'; slug: string }
  /** It is known that the place has closed for good. */
  | { kind: 'gone'; name: string; provinceCode: string | null }
  /** There is no such place, or it must not be shown. */
  | { kind: 'none' };

/** What the last part of an address leads to. */
export async function findPlace(db: D1Database, slug: string): Promise<PlaceAnswer> {
  const hit = await findSlug(db, slug);
  if (hit === null) return { kind: 'none' };
  if (hit.slug !== slug) return { kind: 'moved', slug: hit.slug };
  const [record] = await readPlaceRecords(db, [hit.locationId]);
  if (record === undefined) return { kind: 'none' };
  const shown = record.services.filter(
    ({ status }) => status === 'active' || status === 'temporarily closed',
  );
  if (shown.length > 0) return { kind: 'place', place: await describe(db, { ...record, services: shown }) };
  const isGone = record.services.length > 0 && record.services.every(({ status }) => status === 'defunct');
  const name = record.locations[0]?.name ?? '';
  const mergedInto = isGone ? await findMergedInto(db, slug) : null;
  if (mergedInto !== null && mergedInto !== slug) return { kind: 'moved', slug: mergedInto };
  return isGone
    ? { kind: 'gone', name, provinceCode: attributeValue(record, 'province-code') }
    : { kind: 'none' };
}

/** One place by the last part of its address; null when there is none or it must not be shown. */
export async function getPlace(db: D1Database, slug: string): Promise<Place | null> {
  const answer = await findPlace(db, slug);
  return answer.kind === 'place' ? answer.place : null;
}

async function describe(db: D1Database, record: PlaceRecord): Promise<Place> {
  const assuredDate = oldestAssurance(record.services.map((row) => row.assured_date));
  const hidden = isDiscreet(record);
  const communeCode = hidden ? null : attributeValue(record, 'commune-code');
  const [around, formerUnits] = await Promise.all([
    readSurroundings(db, {
      locationId: record.locationId,
      termIds: [...new Set(record.attributes.map((row) => row.taxonomy_term_id))],
      provinceCode: attributeValue(record, 'province-code'),
      communeCode,
      assuredDate,
    }),
    communeCode === null ? [] : readFormerUnitsOf(db, communeCode),
  ]);
  const terms = new Map(around.terms.map((term) => [term.id, term]));
  const term = (row: AttributeRow | undefined) => terms.get(row?.taxonomy_term_id ?? '');
  const [location] = record.locations;
  const [facility] = attributesOf(record, 'facility-type');
  const [operator] = attributesOf(record, 'operator');
  const [confidence] = attributesOf(record, 'confidence');
  const services = record.services.map((row) => serviceOf(record, row, around));
  const [only] = services;
  const name = location?.name ?? '';
  const [organization] = record.organizations;

  return {
    slug: attributeValue(record, 'slug') ?? '',
    name,
    alternateNames: unique([location?.alternate_name, services.length === 1 ? only?.alternateName : null]),
    facilityType: facility?.value ?? null,
    facilityTypeCode: term(facility)?.code ?? null,
    isDiscreet: hidden,
    alerts: unique(record.services.map(({ alert }) => alert)),
    ...whereOf(record, around),
    formerUnits,
    organizationName: organization?.name ?? '',
    operator: OPERATORS.find((code) => code === term(operator)?.code) ?? 'chua-ro',
    operatorAsInSource: operator?.value ?? null,
    services,
    phones: record.phones.map((phone) => ({
      number: phone.number,
      extension: phone.extension,
      description: phone.description,
      verification:
        term(attributesOf(record, 'verification').find(({ link_id }) => link_id === phone.id))?.code ?? null,
    })),
    website: webAddress(first([...record.services.map(({ url }) => url), organization?.website])),
    email: first([...record.services.map(({ email }) => email), organization?.email]),
    schedules: record.schedules,
    languages: record.languages.map((row) => withRemark(row.name, row.note)),
    accessibility: record.accessibility.map((row) => withRemark(row.description, row.details)),
    sources: hidden
      ? []
      : [
          ...unique(attributesOf(record, 'source-url').map(({ value }) => value)).flatMap(sourceOf),
          ...unique(attributesOf(record, 'source-name').map(({ value }) => value)).map(documentOf),
        ],
    sourceDate: attributeValue(record, 'source-date'),
    confidence:
      confidence === undefined
        ? null
        : { name: term(confidence)?.name ?? '', reason: reasonOf(confidence.value) },
    note: hidden ? null : attributeValue(record, 'note'),
    assuredDate,
    assurance:
      around.assurance === null
        ? null
        : {
            role: ROLES.find((role) => role === around.assurance?.role) ?? 'import',
            source: around.assurance.source,
          },
  };
}

/** Where the place lies, in present and former units; of a discreet place the province alone. */
function whereOf(
  record: PlaceRecord,
  { commune, province }: PlaceSurroundings,
): Pick<
  Place,
  | 'address'
  | 'isAddressExact'
  | 'formerProvince'
  | 'commune'
  | 'province'
  | 'mappingNote'
  | 'point'
  | 'transportation'
> {
  const whole = province ?? { code: '', fullName: '' };
  if (isDiscreet(record)) {
    return {
      address: null,
      isAddressExact: false,
      formerProvince: null,
      commune: null,
      province: whole,
      mappingNote: null,
      point: null,
      transportation: null,
    };
  }
  const [location] = record.locations;
  const [address] = record.addresses;
  const lines = [address?.address_1, address?.address_2].filter((line) => line).join(', ');
  const lat = location?.latitude ?? null;
  const lon = location?.longitude ?? null;
  return {
    address: lines,
    isAddressExact: isExact(lines),
    formerProvince: attributeValue(record, 'former-province'),
    commune,
    province: whole,
    mappingNote: attributeValue(record, 'mapping-note'),
    point: lat === null || lon === null ? null : { lat, lon },
    transportation: location?.transportation ?? null,
  };
}

/** How an address begins, folded, that leads closer than to a commune: a number, a road, a hamlet, a station. */
const EXACT_BEGINNING = /^(\d|so |duong |pho |ngo |ngach |hem |km |quoc lo |thon |ap |to |khu |tram )/;

function isExact(address: string): boolean {
  return EXACT_BEGINNING.test(fold(address));
}

function serviceOf(
  record: PlaceRecord,
  row: PlaceTables['services'][number],
  { terms }: PlaceSurroundings,
): PlaceService {
  const links = new Set([
    row.id,
    ...record.serviceAtLocations.filter(({ service_id }) => service_id === row.id).map(({ id }) => id),
    // What is said of the whole location holds for each of its services.
    record.locationId,
  ]);
  const named = (linkType: string) =>
    attributesOf(record, linkType)
      .filter(({ link_id }) => links.has(link_id))
      .flatMap(({ taxonomy_term_id }) => terms.find(({ id }) => id === taxonomy_term_id) ?? []);
  const names = (linkType: string): string[] => unique(named(linkType).map(({ name }) => name));
  return {
    name: row.name,
    alternateName: row.alternate_name,
    isPaused: row.status === 'temporarily closed',
    kinds: named('service-kind').map(({ code, name }) => ({ code, name })),
    asInSource: row.description,
    audiences: names('for-whom'),
    eligibility: row.eligibility_description,
    minimumAge: row.minimum_age,
    maximumAge: row.maximum_age,
    entries: names('entry'),
    applicationProcess: row.application_process,
    documents: record.requiredDocuments
      .filter(({ service_id }) => service_id === row.id)
      .map(({ document }) => document),
    payers: names('cost'),
    costs: record.costOptions
      .filter(({ service_id }) => service_id === row.id)
      .map(({ option, amount, currency, amount_description: description }) => ({
        option,
        amount,
        currency,
        description,
      })),
    fees: row.fees_description,
    waitTime: row.wait_time,
  };
}

/** A cell "https://… words": the address ends at the first space. Gives none when it is not an address. */
function sourceOf(cell: string): PlaceSource[] {
  const [address = '', ...words] = cell.split(' ');
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return [];
  const remark = words.join(' ').replace(/^\((.*)\)$/, '$1');
  return [{ url: url.href, host: url.hostname.replace(/^www\./, ''), remark: remark === '' ? null : remark }];
}

/** A document or a posted list, which has a name only. */
function documentOf(name: string): PlaceSource {
  return { url: null, host: name, remark: null };
}

/** An address that a link may carry; null for anything that a browser would not open as a page. */
function webAddress(cell: string | null): string | null {
  return cell === null ? null : (sourceOf(cell)[0]?.url ?? null);
}

/** The reason in "vừa (nguồn 2017)" or "cao (…); chưa có địa chỉ": what stands after the level itself. */
function reasonOf(value: string | null): string | null {
  const reason = (value ?? '').replace(/^[^ (]+ ?/, '');
  if (reason === '') return null;
  return /^\([^()]*\)$/.test(reason) ? reason.slice(1, -1) : reason;
}

function withRemark(text: string, remark: string | null): string {
  return remark === null ? text : `${text} (${remark})`;
}

function first(values: readonly (string | null | undefined)[]): string | null {
  return values.find((value) => value !== null && value !== undefined && value !== '') ?? null;
}

/** The texts that are there, each once. */
function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => text || []))];
}
