/** What the HSDS API answers: one page of a list, a whole list as a stream, one resource. */
import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../../domain/fold.ts';
import { readPlaceTables } from '../place-store.ts';
import { publicMetadata, publicTables, withoutPlacing } from '../public-view.ts';
import type { ListName, ListQuery, PlaceList } from './parameters.ts';
import {
  fullShapes,
  type HsdsObject,
  minimalService,
  organizationFields,
  serviceAtLocationListed,
  serviceListed,
  taxonomyObject,
  termObject,
} from './shape.ts';
import {
  countMatches,
  locationsOf,
  matchingIds,
  readDiscreet,
  readMetadata,
  readRows,
  readTaxonomies,
} from './store.ts';

/** The `Page` of the API reference. */
export interface HsdsPage {
  total_items: number;
  total_pages: number;
  page_number: number;
  /** How many resources this page holds. */
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: HsdsObject[];
}

/** Resources read at once for a stream: few enough for memory, many enough for D1's limit of queries a request. */
const STREAM_STEP = 500;

/** One page of a list. A page after the last is empty. */
export async function listResources(
  db: D1Database,
  list: ListName,
  query: ListQuery,
  loadedAt: string,
): Promise<HsdsPage> {
  const offset = (query.page - 1) * query.perPage;
  if (list === 'taxonomies' || list === 'taxonomy_terms') {
    const all = await readVocabulary(db, list, query);
    return pageOf(all.slice(offset, offset + query.perPage), all.length, query);
  }
  const [total, ids] = await Promise.all([
    countMatches(db, list, query, loadedAt),
    matchingIds(db, list, query, loadedAt, { limit: query.perPage, offset }),
  ]);
  return pageOf(await readResources(db, list, ids, query, loadedAt), total, query);
}

function pageOf(contents: HsdsObject[], total: number, { page, perPage }: ListQuery): HsdsPage {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** Every matching resource, one JSON object a line, read as the reader takes them. */
export function streamResources(
  db: D1Database,
  list: ListName,
  query: ListQuery,
  loadedAt: string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const steps = resourceSteps(db, list, query, loadedAt);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await steps.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((object) => `${JSON.stringify(object)}\n`).join('')));
    },
    async cancel() {
      await steps.return(undefined);
    },
  });
}

async function* resourceSteps(
  db: D1Database,
  list: ListName,
  query: ListQuery,
  loadedAt: string,
): AsyncGenerator<HsdsObject[], void> {
  if (list === 'taxonomies' || list === 'taxonomy_terms') {
    const all = await readVocabulary(db, list, query);
    if (all.length > 0) yield all;
    return;
  }
  for (let after: string | undefined = ''; after !== undefined;) {
    const ids: string[] = await matchingIds(db, list, query, loadedAt, { limit: STREAM_STEP, after });
    if (ids.length > 0) yield await readResources(db, list, ids, query, loadedAt);
    after = ids.length < STREAM_STEP ? undefined : ids.at(-1);
  }
}

/** One resource in full; null when there is none or it must not be shown. */
export async function getResource(
  db: D1Database,
  list: ListName,
  id: string,
  hasFullServices: boolean,
  loadedAt: string,
): Promise<HsdsObject | null> {
  if (list === 'taxonomies' || list === 'taxonomy_terms') {
    const all = await readVocabulary(db, list, null);
    return all.find((object) => object.id === id) ?? null;
  }
  const [object] = await readResources(db, list, [id], { depth: 'full', hasFullServices }, loadedAt);
  return object ?? null;
}

/** The resources with these ids, in their order; what is gone in the meantime is left out. */
async function readResources(
  db: D1Database,
  list: PlaceList,
  ids: readonly string[],
  { depth, hasFullServices }: Pick<ListQuery, 'depth' | 'hasFullServices'>,
  loadedAt: string,
): Promise<HsdsObject[]> {
  if (ids.length === 0) return [];
  if (depth === 'full' || (list === 'organizations' && hasFullServices)) {
    return readFull(db, list, ids, hasFullServices, loadedAt);
  }
  if (list === 'organizations') {
    const rows = byId(await readRows(db, 'organizations', ids));
    return ids.flatMap((id) => mapped(rows.get(id), organizationFields));
  }
  if (list === 'services') {
    const rows = byId(await readRows(db, 'services', ids));
    if (depth === 'minimal') {
      return ids.flatMap((id) => mapped(rows.get(id), (row) => minimalService(row, loadedAt)));
    }
    const owners = await readOwners(db, rows);
    return ids.flatMap((id) => {
      const row = rows.get(id);
      const owner = row && owners.get(row.organization_id);
      return row && owner ? [serviceListed(row, owner, loadedAt)] : [];
    });
  }
  return readServicesAtLocations(db, ids, loadedAt);
}

async function readServicesAtLocations(
  db: D1Database,
  ids: readonly string[],
  loadedAt: string,
): Promise<HsdsObject[]> {
  const links = byId(await readRows(db, 'serviceAtLocations', ids));
  const locationIds = [...links.values()].map((row) => row.location_id);
  const serviceIds = [...links.values()].map((row) => row.service_id);
  const [locationRows, discreet, serviceRows] = await Promise.all([
    readRows(db, 'locations', locationIds),
    readDiscreet(db, locationIds),
    readRows(db, 'services', serviceIds),
  ]);
  const locations = byId(locationRows.map((row) => (discreet.has(row.id) ? withoutPlacing(row) : row)));
  const services = byId(serviceRows);
  const owners = await readOwners(db, services);
  return ids.flatMap((id) => {
    const link = links.get(id);
    const location = link && locations.get(link.location_id);
    const service = link && services.get(link.service_id);
    const owner = service && owners.get(service.organization_id);
    return link && location && service && owner
      ? [serviceAtLocationListed(link, location, service, owner, loadedAt)]
      : [];
  });
}

async function readOwners(db: D1Database, services: ReadonlyMap<string, { organization_id: string }>) {
  const ids = new Set([...services.values()].map((row) => row.organization_id));
  return byId(await readRows(db, 'organizations', [...ids]));
}

async function readFull(
  db: D1Database,
  list: PlaceList,
  ids: readonly string[],
  hasFullServices: boolean,
  loadedAt: string,
): Promise<HsdsObject[]> {
  const locationIds = await locationsOf(db, list, ids);
  if (locationIds.length === 0) return [];
  const [tables, { terms }, metadata] = await Promise.all([
    readPlaceTables(db, { locationIds }),
    readTaxonomies(db),
    readMetadata(db, locationIds),
  ]);
  const shapes = fullShapes(publicTables(tables), terms, publicMetadata(metadata, tables), loadedAt);
  const shape: Readonly<Record<PlaceList, (id: string) => HsdsObject | null>> = {
    services: shapes.service,
    service_at_locations: shapes.serviceAtLocation,
    organizations: (id) => shapes.organization(id, hasFullServices),
  };
  return ids.map(shape[list]).filter((object) => object !== null);
}

/** Taxonomies or terms that fit the query; all of them without one. */
async function readVocabulary(
  db: D1Database,
  list: 'taxonomies' | 'taxonomy_terms',
  query: ListQuery | null,
): Promise<HsdsObject[]> {
  const { taxonomies, terms } = await readTaxonomies(db);
  const isFound = (row: { name: string; description: string }): boolean => {
    const words = new Set(foldedWords(`${row.name} ${row.description}`));
    return (query?.searchWords ?? []).every((word) => words.has(word));
  };
  if (list === 'taxonomies') return taxonomies.filter(isFound).map(taxonomyObject);
  const taxonomyOf = byId(taxonomies);
  return terms
    .filter(
      (row) =>
        isFound(row) &&
        (query?.taxonomyId == null || row.taxonomy_id === query.taxonomyId) &&
        (query?.parentId == null || row.parent_id === query.parentId) &&
        (query?.isTopOnly !== true || row.parent_id === null),
    )
    .map((row) => termObject(row, taxonomyOf.get(row.taxonomy_id)));
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function mapped<T>(row: T | undefined, map: (row: T) => HsdsObject): HsdsObject[] {
  return row === undefined ? [] : [map(row)];
}
