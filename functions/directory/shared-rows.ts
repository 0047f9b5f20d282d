/** Services and organizations that several places share, with the rows that hang on them. Pure. */
import type { FieldChange, PlaceRecord } from './place-record.ts';
import type { AttributeRow, PlaceTables } from './schema.ts';

interface ServiceRows {
  row: PlaceTables['services'][number];
  documents: PlaceTables['requiredDocuments'];
  costs: PlaceTables['costOptions'];
  attributes: AttributeRow[];
}

interface OrganizationRows {
  row: PlaceTables['organizations'][number];
  attributes: AttributeRow[];
}

/** Services and organizations by id, as one place or another has them. */
export interface SharedRows {
  services: ReadonlyMap<string, ServiceRows>;
  organizations: ReadonlyMap<string, OrganizationRows>;
}

/**
 * The services and organizations of these places. Where two have one differently, the later place is believed.
 *
 * @param isWanted which ones, by id; all when not given
 */
export function sharedRowsOf(
  places: readonly PlaceRecord[],
  isWanted: (id: string, place: PlaceRecord) => boolean = () => true,
): SharedRows {
  const services = new Map<string, ServiceRows>();
  const organizations = new Map<string, OrganizationRows>();
  for (const place of places) {
    const attributesOf = (id: string): AttributeRow[] =>
      place.attributes.filter(({ link_id }) => link_id === id);
    for (const row of place.services) {
      if (!isWanted(row.id, place)) continue;
      services.set(row.id, {
        row,
        documents: place.requiredDocuments.filter(({ service_id }) => service_id === row.id),
        costs: place.costOptions.filter(({ service_id }) => service_id === row.id),
        attributes: attributesOf(row.id),
      });
    }
    for (const row of place.organizations) {
      if (isWanted(row.id, place)) organizations.set(row.id, { row, attributes: attributesOf(row.id) });
    }
  }
  return { services, organizations };
}

/** The place with its services and organizations as `shared` has them; the same object when it has none of them. */
export function withShared(place: PlaceRecord, { services, organizations }: SharedRows): PlaceRecord {
  const isShared = [...place.services, ...place.organizations].some(
    ({ id }) => services.has(id) || organizations.has(id),
  );
  if (!isShared) return place;
  const attributes = new Map<string, AttributeRow[]>();
  for (const row of place.attributes) {
    attributes.set(row.link_id, [...(attributes.get(row.link_id) ?? []), row]);
  }
  for (const { id } of [...place.services, ...place.organizations]) {
    const known = services.get(id) ?? organizations.get(id);
    if (known !== undefined) attributes.set(id, known.attributes);
  }
  return {
    ...place,
    services: place.services.map((row) => services.get(row.id)?.row ?? row),
    organizations: place.organizations.map((row) => organizations.get(row.id)?.row ?? row),
    requiredDocuments: place.services.flatMap(
      ({ id }) =>
        services.get(id)?.documents ?? place.requiredDocuments.filter(({ service_id }) => service_id === id),
    ),
    costOptions: place.services.flatMap(
      ({ id }) => services.get(id)?.costs ?? place.costOptions.filter(({ service_id }) => service_id === id),
    ),
    attributes: [...attributes.values()].flat(),
  };
}

/** The place without some of its services and organizations and without all that hangs on them. */
export function withoutOwners(place: PlaceRecord, ids: ReadonlySet<string>): PlaceRecord {
  if (![...place.services, ...place.organizations].some(({ id }) => ids.has(id))) return place;
  const isOther = ({ id }: { id: string }): boolean => !ids.has(id);
  const ofOther = ({ service_id }: { service_id: string }): boolean => !ids.has(service_id);
  return {
    ...place,
    services: place.services.filter(isOther),
    organizations: place.organizations.filter(isOther),
    requiredDocuments: place.requiredDocuments.filter(ofOther),
    costOptions: place.costOptions.filter(ofOther),
    attributes: place.attributes.filter(({ link_id }) => !ids.has(link_id)),
  };
}

/** Ids of the services and organizations that some of these changes touch, in their own row or one that hangs on it. */
export function changedOwners(
  { before, after }: { before: PlaceRecord | null; after: PlaceRecord },
  fields: readonly FieldChange[],
): Set<string> {
  const owners = new Map<string, string>();
  for (const place of before === null ? [after] : [before, after]) {
    for (const { id } of [...place.services, ...place.organizations]) owners.set(id, id);
    for (const { id, service_id } of [...place.requiredDocuments, ...place.costOptions]) {
      owners.set(id, service_id);
    }
    for (const { id, link_id, link_entity } of place.attributes) {
      if (link_entity === 'service' || link_entity === 'organization') owners.set(id, link_id);
    }
  }
  return new Set(fields.flatMap(({ rowId }) => owners.get(rowId) ?? []));
}

/**
 * The place with copies of its own in the stead of these services, so that what becomes of them here changes nothing
 * elsewhere. Gives the same object when it has none of them.
 */
export function withOwnServices(place: PlaceRecord, sharedIds: ReadonlySet<string>): PlaceRecord {
  const copies = new Map(
    place.services.flatMap(({ id }) => (sharedIds.has(id) ? [[id, crypto.randomUUID()] as const] : [])),
  );
  if (copies.size === 0) return place;
  const idOf = (id: string): string => copies.get(id) ?? id;
  const ofCopy = <T extends { id: string; service_id: string }>(row: T): T =>
    copies.has(row.service_id) ? { ...row, id: crypto.randomUUID(), service_id: idOf(row.service_id) } : row;
  return {
    ...place,
    services: place.services.map((row) => ({ ...row, id: idOf(row.id) })),
    serviceAtLocations: place.serviceAtLocations.map((row) => ({ ...row, service_id: idOf(row.service_id) })),
    requiredDocuments: place.requiredDocuments.map(ofCopy),
    costOptions: place.costOptions.map(ofCopy),
    attributes: place.attributes.map((row) =>
      copies.has(row.link_id) ? { ...row, id: crypto.randomUUID(), link_id: idOf(row.link_id) } : row,
    ),
  };
}
