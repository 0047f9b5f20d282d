/** What the public may see of places, in the API and in the downloads alike. Pure. */
import type { PlaceTables } from './schema.ts';

/**
 * The status of a service that nobody outside may see. The other three are shown as they are: whoever copied a place
 * must be able to learn that it has closed.
 */
export const HIDDEN_STATUS = 'inactive';

/** The attribute that a location has when where it lies must not be told. */
export const DISCREET = 'discreet';

/** The command by whose name imports are remembered; the name of who ran it may stand behind. */
export const IMPORT = 'places:import';

/** Whether a change was made by an officer in the console: everything else came with a command. */
export function isOfficersChange({ updated_by }: Pick<MetadataRow, 'updated_by'>): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(updated_by);
}

/** What may still be said about a discreet location; every other attribute of it could tell where it lies. */
const TOLD_OF_DISCREET: ReadonlySet<string> = new Set(['slug', 'province-code', 'former-province', DISCREET]);

/** Fields of a location that describe where it is or how to get there. */
const PLACING_FIELDS = ['latitude', 'longitude', 'transportation', 'description'] as const;

/** A row of the table `metadata`, without our own column `source`. */
export interface MetadataRow {
  id: string;
  resource_id: string;
  resource_type: string;
  last_action_date: string;
  last_action_type: string;
  field_name: string;
  previous_value: string;
  replacement_value: string;
  updated_by: string;
  location_id: string;
}

/**
 * The rows that may be shown: no hidden service, nothing that hangs on hidden services alone, and of a discreet
 * location neither address, coordinates, directions nor commune. The order stays.
 */
export function publicTables(tables: PlaceTables): PlaceTables {
  const services = tables.services.filter(({ status }) => status !== HIDDEN_STATUS);
  const serviceIds = idsOf(services);
  const serviceAtLocations = tables.serviceAtLocations.filter((row) => serviceIds.has(row.service_id));
  const shownLocations = new Set(serviceAtLocations.map((row) => row.location_id));
  const discreet = discreetLocations(tables);
  const locations = tables.locations
    .filter(({ id }) => shownLocations.has(id))
    .map((row) => (discreet.has(row.id) ? withoutPlacing(row) : row));
  const owners = new Set([
    ...services.map((row) => row.organization_id),
    ...locations.map((row) => row.organization_id),
  ]);
  const organizations = tables.organizations.filter(({ id }) => owners.has(id));
  const atLocation = (row: { location_id: string }): boolean => shownLocations.has(row.location_id);
  const ofService = (row: { service_id: string }): boolean => serviceIds.has(row.service_id);
  const phones = tables.phones.filter(atLocation);
  const described = idsOf([...organizations, ...services, ...locations, ...serviceAtLocations, ...phones]);
  return {
    organizations,
    services,
    locations,
    serviceAtLocations,
    addresses: tables.addresses.filter((row) => atLocation(row) && !discreet.has(row.location_id)),
    phones,
    schedules: tables.schedules.filter(atLocation),
    languages: tables.languages.filter(atLocation),
    accessibility: tables.accessibility.filter(atLocation),
    requiredDocuments: tables.requiredDocuments.filter(ofService),
    costOptions: tables.costOptions.filter(ofService),
    attributes: tables.attributes.filter(
      (row) =>
        described.has(row.link_id) && (!discreet.has(row.link_id) || TOLD_OF_DISCREET.has(row.link_type)),
    ),
  };
}

/**
 * The history that may be shown beside these rows. Of a number or an e-mail address only that it was changed: an earlier
 * one may have been somebody's own, published by mistake. History of a discreet place says nothing of where it lies.
 */
export function publicMetadata(
  rows: readonly MetadataRow[],
  tables: Pick<PlaceTables, 'attributes'>,
): MetadataRow[] {
  const discreet = discreetLocations(tables);
  const shown = rows.filter((row) => !discreet.has(row.location_id) || !tellsWhere(row));
  // What places share has its history at each of them.
  const once = new Map(
    shown.map((row) => [`${row.resource_id} ${row.field_name} ${row.last_action_date}`, row] as const),
  );
  return [...once.values()].map((row) =>
    isContact(row) ? { ...row, previous_value: '', replacement_value: '' } : row,
  );
}

/** The ids of the locations whose place must not be told. */
export function discreetLocations({ attributes }: Pick<PlaceTables, 'attributes'>): Set<string> {
  return new Set(attributes.filter((row) => row.link_type === DISCREET).map((row) => row.link_id));
}

/** A location without what says where it is. */
export function withoutPlacing<T extends PlaceTables['locations'][number]>(row: T): T {
  return { ...row, ...Object.fromEntries(PLACING_FIELDS.map((field) => [field, null])) };
}

function tellsWhere(row: MetadataRow): boolean {
  if (row.resource_type === 'address' || row.resource_type === 'attribute') return true;
  return row.resource_type === 'location' && PLACING_FIELDS.some((field) => field === row.field_name);
}

function isContact(row: MetadataRow): boolean {
  return row.resource_type === 'phone' || row.field_name === 'email';
}

function idsOf(rows: readonly { id: string }[]): Set<string> {
  return new Set(rows.map(({ id }) => id));
}
