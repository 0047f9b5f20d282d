/** The SQL of the HSDS API: which resources match, and the rows that their answers are made from. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { PLACE_TABLES, type PlaceTableName } from '../place-tables.ts';
import { DISCREET, HIDDEN_STATUS, type MetadataRow } from '../public-view.ts';
import type { PlaceTables, TaxonomyTermRow } from '../schema.ts';
import type { ListQuery, PlaceList } from './parameters.ts';

/** A condition with the values of its question marks, in their order. */
interface Clause {
  sql: string;
  values: readonly (string | number)[];
}

/** What the directory was last made from and when it last changed. */
export interface DirectoryState {
  contentHash: string;
  loadedAt: string;
  /** The number of the last field that an editor or an import changed; 0 before the first. */
  lastChange: number;
  /** When that was. */
  changedAt: string | null;
}

/** The state of the directory in four index look-ups; null before anything was loaded. */
export async function readDirectoryState(db: D1Database): Promise<DirectoryState | null> {
  return db
    .prepare(
      `SELECT content_hash AS contentHash, loaded_at AS loadedAt,
         (SELECT coalesce(max(rowid), 0) FROM metadata) AS lastChange,
         (SELECT max(last_modified) FROM service) AS changedAt
       FROM loaded_content WHERE name = 'directory'`,
    )
    .first<DirectoryState>();
}

/** The table that each list is of, with the conditions that every row of it must meet. */
const LISTS = {
  services: {
    id: 'service.id',
    from: 'service',
    where: [
      `service.status <> '${HIDDEN_STATUS}'`,
      'EXISTS (SELECT 1 FROM service_at_location WHERE service_at_location.service_id = service.id)',
    ],
  },
  service_at_locations: {
    id: 'service_at_location.id',
    from: 'service_at_location JOIN service ON service.id = service_at_location.service_id',
    where: [`service.status <> '${HIDDEN_STATUS}'`],
  },
  organizations: {
    id: 'organization.id',
    from: 'organization',
    where: [
      `EXISTS (SELECT 1 FROM service
         JOIN service_at_location ON service_at_location.service_id = service.id
         WHERE service.organization_id = organization.id AND service.status <> '${HIDDEN_STATUS}')`,
    ],
  },
} as const satisfies Record<PlaceList, unknown>;

/** How many resources match. */
export async function countMatches(
  db: D1Database,
  list: PlaceList,
  query: ListQuery,
  loadedAt: string,
): Promise<number> {
  const { from } = LISTS[list];
  const where = conditions(list, query, loadedAt);
  const total = await bound(
    db,
    `SELECT count(*) AS total FROM ${from} WHERE ${where.sql}`,
    where,
  ).first<number>('total');
  return total ?? 0;
}

/** The ids of matching resources in their order, a page by its offset or what follows the id `after`. */
export async function matchingIds(
  db: D1Database,
  list: PlaceList,
  query: ListQuery,
  loadedAt: string,
  range: { limit: number; offset?: number; after?: string },
): Promise<string[]> {
  const { id, from } = LISTS[list];
  const { limit, offset = 0, after } = range;
  const where = conditions(list, query, loadedAt);
  const clause: Clause =
    after === undefined ? where : { sql: `${where.sql} AND ${id} > ?`, values: [...where.values, after] };
  const { results } = await bound(
    db,
    `SELECT ${id} AS id FROM ${from} WHERE ${clause.sql} ORDER BY ${id} LIMIT ? OFFSET ?`,
    { sql: '', values: [...clause.values, limit, offset] },
  ).all<{ id: string }>();
  return results.map((row) => row.id);
}

function bound(db: D1Database, sql: string, { values }: Clause): D1PreparedStatement {
  return db.prepare(sql).bind(...values);
}

function conditions(list: PlaceList, query: ListQuery, loadedAt: string): Clause {
  const clauses: Clause[] = [
    ...LISTS[list].where.map((sql) => ({ sql, values: [] })),
    ...(query.search === null ? [] : [atFoundPlaces(list, query.search)]),
    ...(query.taxonomyTermId === null
      ? []
      : [describedBy(list, 'attribute.taxonomy_term_id = ?', query.taxonomyTermId)]),
    ...(query.taxonomyId === null
      ? []
      : [
          describedBy(
            list,
            'attribute.taxonomy_term_id IN (SELECT id FROM taxonomy_term WHERE taxonomy_id = ?)',
            query.taxonomyId,
          ),
        ]),
    ...(query.organizationId === null
      ? []
      : [{ sql: 'service.organization_id = ?', values: [query.organizationId] }]),
    // A service that nobody here has touched was last written when the directory was loaded.
    ...(query.modifiedAfter === null
      ? []
      : [
          query.modifiedAfter <= loadedAt
            ? {
                sql: '(service.last_modified IS NULL OR service.last_modified >= ?)',
                values: [query.modifiedAfter],
              }
            : { sql: 'service.last_modified >= ?', values: [query.modifiedAfter] },
        ]),
    ...(query.near === null ? [] : [within(query.near)]),
  ];
  return {
    sql: clauses.map(({ sql }) => sql).join(' AND '),
    values: clauses.flatMap(({ values }) => values),
  };
}

/** Resources at the places that a search finds; a discreet place is found by its name alone. */
function atFoundPlaces(list: PlaceList, match: string): Clause {
  const places = `SELECT location_id FROM place_search WHERE place_search MATCH ?
      AND NOT EXISTS (SELECT 1 FROM attribute
        WHERE attribute.link_id = place_search.location_id AND attribute.link_type = '${DISCREET}')
    UNION SELECT location_id FROM place_search WHERE place_search MATCH ?`;
  const values = [match, `{name} : ${match}`];
  if (list === 'service_at_locations') {
    return { sql: `service_at_location.location_id IN (${places})`, values };
  }
  const services = `SELECT service_id FROM service_at_location WHERE location_id IN (${places})`;
  return list === 'services'
    ? { sql: `service.id IN (${services})`, values }
    : {
        sql: `organization.id IN (SELECT organization_id FROM service
          WHERE status <> '${HIDDEN_STATUS}' AND id IN (${services}))`,
        values,
      };
}

/** Resources with an attribute of this kind, their own or (of a service at a location) their location's. */
function describedBy(list: PlaceList, condition: string, value: string): Clause {
  const links = `SELECT link_id FROM attribute WHERE ${condition}`;
  if (list === 'services') return { sql: `service.id IN (${links})`, values: [value] };
  if (list === 'organizations') {
    return {
      sql: `(organization.id IN (${links}) OR organization.id IN (SELECT organization_id FROM service
        WHERE status <> '${HIDDEN_STATUS}' AND id IN (${links})))`,
      values: [value, value],
    };
  }
  return {
    sql: `(service.id IN (${links}) OR service_at_location.location_id IN (${links}))`,
    values: [value, value],
  };
}

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_009;

/**
 * Places whose own coordinates, or whose commune's centre where no more is known, lie within the distance (great
 * circle). Discreet places are left out, because circles would find them.
 */
function within({ latitude, longitude, metres }: NonNullable<ListQuery['near']>): Clause {
  const lat = 'coalesce(location.latitude, commune.lat)';
  const lon = 'coalesce(location.longitude, commune.lon)';
  const haversine = `2 * ${EARTH_RADIUS} * asin(min(1, sqrt(
      pow(sin(radians(${lat} - ?) / 2), 2)
      + cos(radians(?)) * cos(radians(${lat})) * pow(sin(radians(${lon} - ?) / 2), 2))))`;
  return {
    sql: `EXISTS (SELECT 1 FROM location LEFT JOIN commune ON commune.code = location.commune_code
      WHERE location.id = service_at_location.location_id
        AND NOT EXISTS (SELECT 1 FROM attribute
          WHERE attribute.link_id = location.id AND attribute.link_type = '${DISCREET}')
        AND ${haversine} <= ?)`,
    values: [latitude, latitude, longitude, metres],
  };
}

/** Rows of one table by id, in no order. */
export async function readRows<N extends PlaceTableName>(
  db: D1Database,
  table: N,
  ids: readonly string[],
): Promise<PlaceTables[N]> {
  const { name, columns } = PLACE_TABLES[table];
  const { results } = await db
    .prepare(`SELECT ${columns.join(', ')} FROM ${name} WHERE id IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(ids))
    .all();
  return results as unknown as PlaceTables[N]; // The columns read are those of the table's schema.
}

/** The discreet ones among these locations. */
export async function readDiscreet(db: D1Database, locationIds: readonly string[]): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT link_id FROM attribute
       WHERE link_id IN (SELECT value FROM json_each(?1)) AND link_type = '${DISCREET}'`,
    )
    .bind(JSON.stringify(locationIds))
    .all<{ link_id: string }>();
  return new Set(results.map((row) => row.link_id));
}

/** The locations whose rows the full answer about these resources needs. */
export async function locationsOf(
  db: D1Database,
  list: PlaceList,
  ids: readonly string[],
): Promise<string[]> {
  const asked = 'SELECT value FROM json_each(?1)';
  const condition = {
    services: `service_id IN (${asked})`,
    service_at_locations: `id IN (${asked})`,
    organizations: `service_id IN (SELECT id FROM service WHERE organization_id IN (${asked}))`,
  }[list];
  const { results } = await db
    .prepare(`SELECT DISTINCT location_id FROM service_at_location WHERE ${condition}`)
    .bind(JSON.stringify(ids))
    .all<{ location_id: string }>();
  return results.map((row) => row.location_id);
}

/** The history of these places, oldest first. */
export async function readMetadata(db: D1Database, locationIds: readonly string[]): Promise<MetadataRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, resource_id, resource_type, last_action_date, last_action_type, field_name, previous_value,
         replacement_value, updated_by, location_id
       FROM metadata WHERE location_id IN (SELECT value FROM json_each(?1))
       ORDER BY last_action_date, rowid`,
    )
    .bind(JSON.stringify(locationIds))
    .all<MetadataRow>();
  return results;
}

/** A row of the table `taxonomy`. */
export interface TaxonomyRow {
  id: string;
  name: string;
  description: string;
  version: string | null;
}

/** All taxonomies and terms, in the order in which they were loaded: they are few. */
export async function readTaxonomies(
  db: D1Database,
): Promise<{ taxonomies: TaxonomyRow[]; terms: TaxonomyTermRow[] }> {
  const [taxonomies, terms] = await Promise.all([
    db.prepare('SELECT id, name, description, version FROM taxonomy ORDER BY rowid').all<TaxonomyRow>(),
    db
      .prepare(
        `SELECT id, code, name, description, parent_id, taxonomy, taxonomy_id, language
         FROM taxonomy_term ORDER BY rowid`,
      )
      .all<TaxonomyTermRow>(),
  ]);
  return { taxonomies: taxonomies.results, terms: terms.results };
}
