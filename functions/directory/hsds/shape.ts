/**
 * Rows as HSDS 3.0 JSON: field names strictly the standard's, what is not known left out (the standard has no null).
 * Pure. What may be shown is decided before, by public-view.ts.
 */
import { hsdsApi } from '../../../words/vi.ts';
import { isOfficersChange, type MetadataRow } from '../public-view.ts';
import type { PlaceTables, TaxonomyTermRow } from '../schema.ts';
import type { TaxonomyRow } from './store.ts';

/** A resource or an object in it. */
export interface HsdsObject {
  [field: string]: string | number | HsdsObject | HsdsObject[];
}

type Organization = PlaceTables['organizations'][number];
type Service = PlaceTables['services'][number];
type Location = PlaceTables['locations'][number];
type ServiceAtLocation = PlaceTables['serviceAtLocations'][number];

/** Việt Nam's offset from UTC in hours, the whole year. */
const TIME_ZONE = 7;

/** Leaves out what is null, undefined or an empty list. */
function given(
  fields: Record<string, string | number | HsdsObject | HsdsObject[] | null | undefined>,
): HsdsObject {
  const object: HsdsObject = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    object[name] = value;
  }
  return object;
}

/** An address of the web as the format `uri` takes it; left out when it is none. */
function uri(value: string | null): string | null {
  const url = value === null ? null : URL.parse(value);
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** An e-mail address; left out when it cannot be one. */
function email(value: string | null): string | null {
  return value !== null && /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(value) ? value : null;
}

/** An organization's own fields. */
export function organizationFields(row: Organization): HsdsObject {
  return given({ ...row, email: email(row.email), website: uri(row.website) });
}

/** A service's own fields, without the ids that nesting repeats. */
export function serviceFields({ organization_id: _, ...row }: Service, loadedAt: string): HsdsObject {
  return given({
    ...row,
    email: email(row.email),
    url: uri(row.url),
    last_modified: lastModified(row, loadedAt),
  });
}

/** When a service was last written here: with the whole directory, unless somebody has changed it since. */
function lastModified({ last_modified }: Pick<Service, 'last_modified'>, loadedAt: string): string {
  return last_modified ?? loadedAt;
}

/** What `minimal` asks for. The reference calls the second field modified_date, which the schema has not. */
export function minimalService(row: Service, loadedAt: string): HsdsObject {
  return { id: row.id, last_modified: lastModified(row, loadedAt) };
}

/** A location's own fields. */
export function locationFields({ organization_id: _, ...row }: Location): HsdsObject {
  return given(row);
}

/** A service at a location as lists have it: one-to-one fields only. */
export function serviceAtLocationListed(
  row: ServiceAtLocation,
  location: Location,
  service: Service,
  organization: Organization,
  loadedAt: string,
): HsdsObject {
  return {
    id: row.id,
    location: locationFields(location),
    service: serviceListed(service, organization, loadedAt),
  };
}

/** A service as lists have it: one-to-one fields only. */
export function serviceListed(row: Service, organization: Organization, loadedAt: string): HsdsObject {
  return { ...serviceFields(row, loadedAt), organization: organizationFields(organization) };
}

/** A taxonomy. */
export function taxonomyObject(row: TaxonomyRow): HsdsObject {
  return given({ ...row });
}

/** A term with its taxonomy. */
export function termObject(row: TaxonomyTermRow, taxonomy: TaxonomyRow | undefined): HsdsObject {
  return given({ ...row, taxonomy_detail: taxonomy && taxonomyObject(taxonomy) });
}

/** Makes fully nested resources from the rows of some places. */
export interface FullShapes {
  service(id: string): HsdsObject | null;
  serviceAtLocation(id: string): HsdsObject | null;
  organization(id: string, hasFullServices: boolean): HsdsObject | null;
}

/** Prepares the rows of some places for nesting; each shape is null for an id that is not among them. */
export function fullShapes(
  tables: PlaceTables,
  terms: readonly TaxonomyTermRow[],
  metadata: readonly MetadataRow[],
  loadedAt: string,
): FullShapes {
  const termOf = new Map(terms.map((row) => [row.id, row]));
  const services = new Map(tables.services.map((row) => [row.id, row]));
  const organizations = new Map(tables.organizations.map((row) => [row.id, row]));
  const locations = new Map(tables.locations.map((row) => [row.id, row]));
  const historyOf = groupBy(metadata, ({ resource_id }) => resource_id);
  const attributesOf = groupBy(tables.attributes, ({ link_id }) => link_id);
  const atLocation = {
    addresses: groupBy(tables.addresses, ({ location_id }) => location_id),
    phones: groupBy(tables.phones, ({ location_id }) => location_id),
    schedules: groupBy(tables.schedules, ({ location_id }) => location_id),
    languages: groupBy(tables.languages, ({ location_id }) => location_id),
    accessibility: groupBy(tables.accessibility, ({ location_id }) => location_id),
  };
  const documents = groupBy(tables.requiredDocuments, ({ service_id }) => service_id);
  const costs = groupBy(tables.costOptions, ({ service_id }) => service_id);
  const links = new Map(tables.serviceAtLocations.map((row) => [row.id, row]));
  const linksOfService = groupBy(tables.serviceAtLocations, ({ service_id }) => service_id);
  const servicesOfOwner = groupBy(tables.services, ({ organization_id }) => organization_id);
  const locationsOfOwner = groupBy(tables.locations, ({ organization_id }) => organization_id ?? '');

  /** What hangs on any row: its attributes and its history. */
  const described = (id: string): { attributes: HsdsObject[]; metadata: HsdsObject[] } => ({
    attributes: (attributesOf.get(id) ?? []).map((row) => {
      const term = termOf.get(row.taxonomy_term_id);
      return given({
        id: row.id,
        link_type: row.link_type,
        link_entity: row.link_entity,
        value: row.value,
        taxonomy_term: term && given({ ...term }),
        metadata: history(row.id),
      });
    }),
    metadata: history(id),
  });
  const history = (id: string): HsdsObject[] => (historyOf.get(id) ?? []).map(metadataObject);
  const nested = <T extends { id: string }>(rows: readonly T[] | undefined, drop: keyof T): HsdsObject[] =>
    (rows ?? []).map((row) => given({ ...row, [drop]: null, ...described(row.id) }));

  const location = (row: Location): HsdsObject =>
    given({
      ...locationFields(row),
      languages: nested(atLocation.languages.get(row.id), 'location_id'),
      addresses: nested(atLocation.addresses.get(row.id), 'location_id'),
      accessibility: nested(atLocation.accessibility.get(row.id), 'location_id'),
      phones: nested(atLocation.phones.get(row.id), 'location_id'),
      schedules: (atLocation.schedules.get(row.id) ?? []).map((schedule) =>
        given({
          ...schedule,
          location_id: null,
          timezone: TIME_ZONE,
          opens_at: localTime(schedule.opens_at),
          closes_at: localTime(schedule.closes_at),
          ...described(schedule.id),
        }),
      ),
      ...described(row.id),
    });

  const organizationOf = (id: string): HsdsObject | undefined => {
    const row = organizations.get(id);
    return row && given({ ...organizationFields(row), attributes: described(id).attributes });
  };

  /** A service without what would nest it in itself. */
  const service = (row: Service, parts: { hasPlaces: boolean; hasOrganization: boolean }): HsdsObject =>
    given({
      ...serviceFields(row, loadedAt),
      organization: parts.hasOrganization ? organizationOf(row.organization_id) : null,
      service_at_locations: parts.hasPlaces
        ? (linksOfService.get(row.id) ?? []).map((link) => {
            const place = locations.get(link.location_id);
            return given({ id: link.id, location: place && location(place), ...described(link.id) });
          })
        : null,
      cost_options: nested(costs.get(row.id), 'service_id'),
      required_documents: nested(documents.get(row.id), 'service_id'),
      ...described(row.id),
    });

  return {
    service: (id) => {
      const row = services.get(id);
      return row === undefined || !linksOfService.has(id)
        ? null
        : service(row, { hasPlaces: true, hasOrganization: true });
    },
    serviceAtLocation: (id) => {
      const row = links.get(id);
      const place = row && locations.get(row.location_id);
      const offered = row && services.get(row.service_id);
      if (row === undefined || place === undefined || offered === undefined) return null;
      return given({
        id,
        location: location(place),
        service: service(offered, { hasPlaces: false, hasOrganization: true }),
        ...described(id),
      });
    },
    organization: (id, hasFullServices) => {
      const row = organizations.get(id);
      const own = servicesOfOwner.get(id) ?? [];
      if (row === undefined || own.length === 0) return null;
      return given({
        ...organizationFields(row),
        locations: (locationsOfOwner.get(id) ?? []).map(location),
        services: own.map((offered) =>
          hasFullServices
            ? service(offered, { hasPlaces: true, hasOrganization: false })
            : { id: offered.id, name: offered.name, status: offered.status },
        ),
        ...described(id),
      });
    },
  };
}

/** HSDS wants the offset with the time: `07:30+07:00`. */
function localTime(time: string | null): string | null {
  return time === null ? null : `${time}+0${TIME_ZONE}:00`;
}

/** A row of history, told by the role of who made it: ids of officers and names of people stay here. */
function metadataObject({ location_id: _, ...row }: MetadataRow): HsdsObject {
  return {
    ...row,
    updated_by: isOfficersChange(row) ? hsdsApi.updatedBy.editor : hsdsApi.updatedBy.import,
  };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
