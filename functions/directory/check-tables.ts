/**
 * The checks of HSDS tables that the shipped files and an import share: each row by its schema, then what rows say of
 * each other. Pure; a fault names file, line and column.
 */
import type { z } from 'zod';
import { type Fault, faultsOf } from './fault.ts';
import type { DelimitedRow } from './read-delimited.ts';
import type { AttributeRow, PlaceTables } from './schema.ts';

/** A row with the line that it came from; null for one that the file does not hold. */
export interface Lined<T> {
  line: number | null;
  row: T;
}

export interface CheckedTable<T> {
  file: string;
  rows: Lined<T>[];
}

/** The tables of places, checked row by row. */
export type CheckedPlaces = { [N in keyof PlaceTables]: CheckedTable<PlaceTables[N][number]> };

/** What the rows of places may refer to. */
export interface Known {
  /** Province code of each commune. */
  communes: ReadonlyMap<string, string>;
  provinces: ReadonlySet<string>;
  terms: ReadonlySet<string>;
}

/** Addresses below /danh-ba/ that are pages of their own. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set(['xa', 'tinh', 'du-lieu', 'goi-y']);

/** Việt Nam with its islands, in degrees, rounded outwards. */
const COUNTRY = { south: 6, north: 24, west: 102, east: 118 };

/** The rows below the header that their schema takes; the others become faults. */
export function checkRows<S extends z.ZodType>(
  file: string,
  [header, ...rows]: readonly DelimitedRow[],
  schema: S,
  faults: Fault[],
): CheckedTable<z.infer<S>> {
  const fault = faultsOf(file, faults);
  const checked: Lined<z.infer<S>>[] = [];
  if (header === undefined || rows.length === 0) fault('no-rows', null);
  for (const { line, cells } of rows) {
    if (cells.length !== header?.cells.length) {
      fault('row-length', line);
      continue;
    }
    const parsed = schema.safeParse(Object.fromEntries(cells.map((cell, n) => [header.cells[n], cell])));
    if (parsed.success) checked.push({ line, row: parsed.data });
    else for (const issue of parsed.error.issues) addIssue(file, line, issue, faults);
  }
  return { file, rows: checked };
}

function addIssue(file: string, line: number, issue: z.core.$ZodIssue, faults: Fault[]): void {
  const fault = faultsOf(file, faults);
  if (issue.code === 'unrecognized_keys') {
    fault('unknown-column', line, issue.keys.join(', '));
    return;
  }
  const column = issue.path.join('.');
  const reason = plainReason(issue);
  fault(reason === null ? 'missing-column' : 'cell', line, column, reason);
}

/** Null for a missing column, which is undefined to zod; of a union the last branch holds the useful reason. */
function plainReason(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'invalid_type') return null;
  if (issue.code === 'invalid_union') {
    const reason = issue.errors.at(-1)?.[0];
    return reason === undefined ? issue.message : plainReason(reason);
  }
  return issue.message;
}

/** The keys of a table; a key given twice is a fault. */
export function keysOf<K extends string>(
  table: CheckedTable<Record<K, string>>,
  column: K,
  faults: Fault[],
): Set<string> {
  const keys = new Set<string>();
  for (const { line, row } of table.rows) {
    if (keys.has(row[column])) faultsOf(table.file, faults)('duplicate-key', line, column);
    keys.add(row[column]);
  }
  return keys;
}

/** Every cell of the column that is not empty must be a key of the other file. */
export function refer<K extends string>(
  table: CheckedTable<Record<K, string | null>>,
  column: K,
  keys: { has(key: string): boolean },
  other: string,
  faults: Fault[],
): void {
  for (const { line, row } of table.rows) {
    const key = row[column];
    if (key !== null && !keys.has(key)) faultsOf(table.file, faults)('no-such-row', line, column, other);
  }
}

/** What the rows of places say of each other and of units and terms. Rows of one table follow one another as written. */
export function checkPlaces(tables: CheckedPlaces, known: Known, faults: Fault[]): void {
  const organizationIds = keysOf(tables.organizations, 'id', faults);
  const serviceIds = keysOf(tables.services, 'id', faults);
  const locationIds = keysOf(tables.locations, 'id', faults);
  const phoneIds = keysOf(tables.phones, 'id', faults);
  keysOf(tables.serviceAtLocations, 'id', faults);
  keysOf(tables.attributes, 'id', faults);

  refer(tables.services, 'organization_id', organizationIds, tables.organizations.file, faults);
  refer(tables.locations, 'organization_id', organizationIds, tables.organizations.file, faults);
  refer(tables.serviceAtLocations, 'service_id', serviceIds, tables.services.file, faults);
  refer(tables.serviceAtLocations, 'location_id', locationIds, tables.locations.file, faults);
  refer(tables.phones, 'location_id', locationIds, tables.locations.file, faults);
  for (const table of [tables.addresses, tables.schedules, tables.languages, tables.accessibility]) {
    keysOf(table, 'id', faults);
    refer(table, 'location_id', locationIds, tables.locations.file, faults);
  }
  for (const table of [tables.requiredDocuments, tables.costOptions]) {
    keysOf(table, 'id', faults);
    refer(table, 'service_id', serviceIds, tables.services.file, faults);
  }
  refer(tables.attributes, 'taxonomy_term_id', known.terms, 'taxonomy_terms.csv', faults);

  const ids = { organization: organizationIds, service: serviceIds, location: locationIds, phone: phoneIds };
  checkLinks(tables.attributes, ids, faults);
  checkPlacing(tables, known, faults);
  checkSense(tables, faults);
}

/** Every attribute must belong to a row of the table it names. */
function checkLinks(
  attributes: CheckedTable<AttributeRow>,
  ids: Record<AttributeRow['link_entity'], Set<string>>,
  faults: Fault[],
): void {
  for (const { line, row } of attributes.rows) {
    if (ids[row.link_entity].has(row.link_id)) continue;
    faultsOf(attributes.file, faults)('no-such-entity', line, 'link_id', row.link_entity);
  }
}

/** Every location needs a slug of its own and a province; the units named must exist and lie in each other. */
function checkPlacing(tables: CheckedPlaces, known: Known, faults: Fault[]): void {
  const { attributes, locations } = tables;
  const fault = faultsOf(attributes.file, faults);
  const slugs = new Set<string>();
  const having = new Map<string, Lined<AttributeRow>>();
  for (const lined of attributes.rows) {
    const { line, row } = lined;
    const value = row.value ?? '';
    having.set(`${row.link_type} ${row.link_id}`, lined);
    const isUnit =
      row.link_type === 'commune-code'
        ? known.communes.has(value)
        : row.link_type !== 'province-code' || known.provinces.has(value);
    if (!isUnit) fault('no-such-unit', line, 'value');
    if (row.link_type !== 'slug') continue;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) fault('bad-slug', line, 'value');
    else if (RESERVED_SLUGS.has(value)) fault('slug-reserved', line, 'value', value);
    else if (slugs.has(value)) fault('slug-taken', line, 'value');
    slugs.add(value);
  }
  for (const { line, row } of locations.rows) {
    for (const needed of ['slug', 'province-code']) {
      if (having.has(`${needed} ${row.id}`)) continue;
      faultsOf(locations.file, faults)('needs-attribute', line, 'id', needed);
    }
    const commune = having.get(`commune-code ${row.id}`);
    const province = having.get(`province-code ${row.id}`);
    const actual = known.communes.get(commune?.row.value ?? '');
    if (commune === undefined || province === undefined || actual === undefined) continue;
    if (actual !== province.row.value)
      fault('unit-elsewhere', commune.line ?? province.line, 'value', actual);
  }
}

/** Whether a slug names a page of its own instead of a place. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED_SLUGS.has(slug);
}

/** What is wrong with a position: nothing, swapped numbers, or a point outside the country. */
export function positionFault(
  latitude: number,
  longitude: number,
): 'coordinates-swapped' | 'coordinates-abroad' | null {
  const isInside = (lat: number, lon: number): boolean =>
    lat >= COUNTRY.south && lat <= COUNTRY.north && lon >= COUNTRY.west && lon <= COUNTRY.east;
  if (isInside(latitude, longitude)) return null;
  return isInside(longitude, latitude) ? 'coordinates-swapped' : 'coordinates-abroad';
}

/** Values of one row that cannot both be true. */
function checkSense(tables: CheckedPlaces, faults: Fault[]): void {
  for (const { line, row } of tables.services.rows) {
    if (row.minimum_age !== null && row.maximum_age !== null && row.minimum_age > row.maximum_age) {
      faultsOf(tables.services.file, faults)('ages-crossed', line, 'maximum_age');
    }
  }
  for (const { line, row } of tables.schedules.rows) {
    if (row.opens_at !== null && row.closes_at !== null && row.opens_at >= row.closes_at) {
      faultsOf(tables.schedules.file, faults)('hours-crossed', line, 'closes_at');
    }
  }
  for (const { line, row } of tables.locations.rows) {
    if (row.latitude === null || row.longitude === null) continue;
    const wrong = positionFault(row.latitude, row.longitude);
    if (wrong !== null) faultsOf(tables.locations.file, faults)(wrong, line, 'latitude');
  }
}
