/** A place with every row that hangs on it: what is read, changed, compared and written as one. Pure. */
import { PLACE_TABLE_NAMES, type PlaceRow, type PlaceTableName } from './place-tables.ts';
import type { AttributeRow, PlaceTables } from './schema.ts';

/** The rows of one location. Rows that places share (an organization, a service) stand in each record. */
export type PlaceRecord = PlaceTables & { locationId: string };

/** An empty set of tables. */
export function emptyTables(): PlaceTables {
  return {
    organizations: [],
    services: [],
    locations: [],
    serviceAtLocations: [],
    addresses: [],
    phones: [],
    schedules: [],
    languages: [],
    accessibility: [],
    requiredDocuments: [],
    costOptions: [],
    attributes: [],
  };
}

/** Groups rows by place, in the order of the locations. Rows that belong to no location are left out. */
export function groupPlaces(tables: PlaceTables): PlaceRecord[] {
  const links = by(tables.serviceAtLocations, 'location_id');
  const services = new Map(tables.services.map((row) => [row.id, row]));
  const organizations = new Map(tables.organizations.map((row) => [row.id, row]));
  const ofLocation = {
    addresses: by(tables.addresses, 'location_id'),
    phones: by(tables.phones, 'location_id'),
    schedules: by(tables.schedules, 'location_id'),
    languages: by(tables.languages, 'location_id'),
    accessibility: by(tables.accessibility, 'location_id'),
  };
  const documents = by(tables.requiredDocuments, 'service_id');
  const costs = by(tables.costOptions, 'service_id');
  const attributes = by(tables.attributes, 'link_id');

  return tables.locations.map((location) => {
    const serviceAtLocations = links.get(location.id) ?? [];
    const own = serviceAtLocations.flatMap(({ service_id }) => services.get(service_id) ?? []);
    const owners = new Set([
      ...own.map(({ organization_id }) => organization_id),
      ...(location.organization_id === null ? [] : [location.organization_id]),
    ]);
    const phones = ofLocation.phones.get(location.id) ?? [];
    // The order in which attributes.csv has them.
    const described = [
      location.id,
      ...own.map(({ id }) => id),
      ...serviceAtLocations.map(({ id }) => id),
      ...phones.map(({ id }) => id),
      ...owners,
    ];
    return {
      locationId: location.id,
      organizations: [...owners].flatMap((id) => organizations.get(id) ?? []),
      services: own,
      locations: [location],
      serviceAtLocations,
      addresses: ofLocation.addresses.get(location.id) ?? [],
      phones,
      schedules: ofLocation.schedules.get(location.id) ?? [],
      languages: ofLocation.languages.get(location.id) ?? [],
      accessibility: ofLocation.accessibility.get(location.id) ?? [],
      requiredDocuments: own.flatMap(({ id }) => documents.get(id) ?? []),
      costOptions: own.flatMap(({ id }) => costs.get(id) ?? []),
      attributes: described.flatMap((id) => attributes.get(id) ?? []),
    };
  });
}

/** The attributes of one type, in their order. */
export function attributesOf(record: PlaceRecord, linkType: string): AttributeRow[] {
  return record.attributes.filter((row) => row.link_type === linkType);
}

/** The value of the first attribute of this type; null when there is none. */
export function attributeValue(record: PlaceRecord, linkType: string): string | null {
  return attributesOf(record, linkType)[0]?.value ?? null;
}

/**
 * Whether the place must stay discreet (attribute `discreet` of its location): its address, commune, coordinates and the
 * way there are shown nowhere, neither on pages nor in open data, search or messages. Its name and phones are.
 */
export function isDiscreet(record: PlaceRecord): boolean {
  return attributesOf(record, 'discreet').some(({ link_id }) => link_id === record.locationId);
}

/** What became of one field of one row. */
export interface FieldChange {
  table: PlaceTableName;
  rowId: string;
  action: 'create' | 'update' | 'delete';
  field: string;
  before: string;
  after: string;
}

/** Fields that say when something was written and are no change by themselves. */
const OWN_FIELDS = new Set(['id', 'last_modified']);

/** What differs between two states of a place, field by field; `before` is null for a new place. */
export function comparePlaces(before: PlaceRecord | null, after: PlaceRecord): FieldChange[] {
  return PLACE_TABLE_NAMES.flatMap((table) => {
    const old = new Map<string, PlaceRow>((before?.[table] ?? []).map((row) => [row.id, row]));
    const now = new Map<string, PlaceRow>(after[table].map((row) => [row.id, row]));
    const ids = new Set([...old.keys(), ...now.keys()]);
    return [...ids].flatMap((rowId) => compareRows(table, rowId, old.get(rowId), now.get(rowId)));
  });
}

function compareRows(
  table: PlaceTableName,
  rowId: string,
  old: PlaceRow | undefined,
  now: PlaceRow | undefined,
): FieldChange[] {
  const action = old === undefined ? 'create' : now === undefined ? 'delete' : 'update';
  return Object.keys(now ?? old ?? {}).flatMap((field) => {
    const before = textOf(old?.[field]);
    const after = textOf(now?.[field]);
    return OWN_FIELDS.has(field) || before === after
      ? []
      : [{ table, rowId, action, field, before, after } as const];
  });
}

function textOf(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function by<K extends string, T extends Record<K, string>>(rows: readonly T[], key: K): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(row[key]);
    if (own === undefined) groups.set(row[key], [row]);
    else own.push(row);
  }
  return groups;
}
