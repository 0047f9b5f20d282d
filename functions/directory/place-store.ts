/** The SQL that fills the directory and reads whole places back. */
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import { emptyTables } from './place-record.ts';
import { PLACE_TABLE_NAMES, PLACE_TABLES, type PlaceTableName } from './place-tables.ts';
import type { CommuneRow, FormerProvinceRow, PlaceTables, ProvinceRow, TaxonomyTermRow } from './schema.ts';

/** Rows of one INSERT: the JSON stays well under D1's 2 MB for one bound value. */
const ROWS_PER_STATEMENT = 2000;

/** Tables that are filled from files and by editors. */
type TableName =
  | 'province'
  | 'commune'
  | 'former_province'
  | 'former_unit'
  | (typeof PLACE_TABLES)[keyof typeof PLACE_TABLES]['name']
  | 'taxonomy'
  | 'taxonomy_term'
  | 'metadata'
  | 'place_search'
  | 'unit_search'
  | 'name_spelling'
  | 'term_phrase'
  | 'holiday'
  | 'directory_choices';

/** Columns of place_search that are written. */
export const PLACE_SEARCH_COLUMNS = [
  'rowid',
  'name',
  'area',
  'service',
  'filters',
  'location_id',
  'facets',
  'card',
] as const;

type JsonRow<K extends string> = Readonly<Record<K, string | number | null>>;

/** The content hash that was loaded last under this name, or null when none was. */
export async function readLoadedHash(db: D1Database, name: string): Promise<string | null> {
  return db
    .prepare('SELECT content_hash FROM loaded_content WHERE name = ?1')
    .bind(name)
    .first<string>('content_hash');
}

/** Remembers what was loaded; stands last in the batch that loads it. */
export function markLoaded(db: D1Database, name: string, hash: string, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO loaded_content (name, content_hash, loaded_at) VALUES (?1, ?2, ?3)
       ON CONFLICT (name) DO UPDATE SET content_hash = excluded.content_hash, loaded_at = excluded.loaded_at`,
    )
    .bind(name, hash, at);
}

/** Empties a table to which no other refers. */
export function clearTable(db: D1Database, table: TableName): D1PreparedStatement {
  return db.prepare(`DELETE FROM ${table}`);
}

/** Inserts objects whose keys are the table's columns, many rows a statement. */
export function insertRows<K extends string>(
  db: D1Database,
  table: TableName,
  columns: readonly K[],
  rows: readonly JsonRow<K>[],
): D1PreparedStatement[] {
  return writeRows(db, insertSql(table, columns), columns, rows);
}

/** Inserts rows or brings them up to date, by their first column, so that references to them stay. */
export function upsertRows<K extends string>(
  db: D1Database,
  table: TableName,
  columns: readonly [K, ...K[]],
  rows: readonly JsonRow<K>[],
): D1PreparedStatement[] {
  const [key, ...others] = columns;
  const changes = others.map((column) => `${column} = excluded.${column}`).join(', ');
  // Without WHERE, SQLite would read ON as the beginning of a join.
  const sql = `${insertSql(table, columns)} WHERE true ON CONFLICT (${key}) DO UPDATE SET ${changes}`;
  return writeRows(db, sql, columns, rows);
}

/** Deletes the rows whose key is not among these; fails when something still refers to one. */
export function deleteOthers(
  db: D1Database,
  table: TableName,
  key: 'id' | 'code',
  keys: readonly string[],
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM ${table} WHERE ${key} NOT IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(keys));
}

function insertSql(table: TableName, columns: readonly string[]): string {
  // A rowid comes as digits, because it may be larger than a number of JSON, and virtual tables convert nothing.
  const values = columns
    .map((column, n) => (column === 'rowid' ? `CAST(value ->> ${n} AS INTEGER)` : `value ->> ${n}`))
    .join(', ');
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?1)`;
}

function writeRows<K extends string>(
  db: D1Database,
  sql: string,
  columns: readonly K[],
  rows: readonly JsonRow<K>[],
): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    // Without the names of the columns, which would be most of it.
    const values = rows
      .slice(from, from + ROWS_PER_STATEMENT)
      .map((row) => columns.map((column) => row[column]));
    statements.push(db.prepare(sql).bind(JSON.stringify(values)));
  }
  return statements;
}

/** Rows that places share stay as long as one of them refers to them. */
const STILL_USED: Partial<Record<TableName, string>> = {
  organization: `AND id NOT IN (SELECT organization_id FROM service)
    AND id NOT IN (SELECT organization_id FROM location WHERE organization_id IS NOT NULL)`,
  service: 'AND id NOT IN (SELECT service_id FROM service_at_location)',
};

/** Deletes rows by id, shared ones only when no place uses them; fails when something else still refers to one. */
export function deleteRows(db: D1Database, table: TableName, ids: readonly string[]): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?1)) ${STILL_USED[table] ?? ''}`)
    .bind(JSON.stringify(ids));
}

/** Takes places out of the search; the filter word of each finds its row without reading the others. */
export function deletePlaceSearch(db: D1Database, locationIds: readonly string[]): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM place_search WHERE rowid IN (
         SELECT place_search.rowid FROM json_each(?1) AS asked CROSS JOIN place_search
         WHERE place_search MATCH asked.value)`,
    )
    .bind(JSON.stringify(locationIds.map((id) => `"${placeToken(id)}"`)));
}

/** The filter word that one place alone has. */
export function placeToken(locationId: string): string {
  return `noi:${locationId}`;
}

/** Lets the address of a merged place, and those that led to it before, lead to another. */
export function insertFormerSlug(
  db: D1Database,
  slug: string,
  fromId: string,
  intoId: string,
): D1PreparedStatement[] {
  return [
    db.prepare('UPDATE former_slug SET location_id = ?2 WHERE location_id = ?1').bind(fromId, intoId),
    db
      .prepare(
        `INSERT INTO former_slug (slug, location_id) VALUES (?1, ?2)
         ON CONFLICT (slug) DO UPDATE SET location_id = excluded.location_id`,
      )
      .bind(slug, intoId),
  ];
}

/** Lets an address lead to its own place again. */
export function deleteFormerSlug(db: D1Database, slug: string): D1PreparedStatement {
  return db.prepare('DELETE FROM former_slug WHERE slug = ?1').bind(slug);
}

/** Keeps the shipped files from writing over these places. */
export function keepHere(db: D1Database, locationIds: readonly string[]): D1PreparedStatement {
  return db
    .prepare('UPDATE location SET is_kept_here = 1 WHERE id IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(locationIds));
}

/** Deletes what the shipped files wrote of places, leaving out those that are kept here, for it to be written anew. */
export function clearShippedPlaces(db: D1Database): D1PreparedStatement[] {
  const shipped = 'SELECT id FROM location WHERE is_kept_here = 0';
  const kept = 'SELECT id FROM location WHERE is_kept_here = 1';
  const keptServices = `SELECT service_id FROM service_at_location WHERE location_id IN (${kept})`;
  // D1 takes no more than five terms in one compound SELECT.
  const keptLinks = [
    `SELECT organization_id FROM location WHERE is_kept_here = 1 AND organization_id IS NOT NULL`,
    `SELECT organization_id FROM service WHERE id IN (${keptServices})`,
    keptServices,
    kept,
    `SELECT id FROM service_at_location WHERE location_id IN (${kept})`,
    `SELECT id FROM phone WHERE location_id IN (${kept})`,
  ];
  const ofService = `SELECT service_id FROM service_at_location WHERE location_id IN (${shipped})`;
  return [
    `DELETE FROM attribute WHERE ${keptLinks.map((links) => `link_id NOT IN (${links})`).join(' AND ')}`,
    ...['cost_option', 'required_document'].map(
      (table) =>
        `DELETE FROM ${table} WHERE service_id IN (${ofService}) AND service_id NOT IN (${keptServices})`,
    ),
    ...['accessibility', 'language', 'schedule', 'phone', 'address'].map(
      (table) => `DELETE FROM ${table} WHERE location_id IN (${shipped})`,
    ),
    // Addresses are free for the files to give anew; SQLite looks at each row for itself.
    'UPDATE location SET slug = id WHERE is_kept_here = 0',
  ].map((sql) => db.prepare(sql));
}

/** Deletes the shipped places that are no longer among the files' and that nobody here keeps. */
export function deleteDroppedPlaces(
  db: D1Database,
  ids: Readonly<Record<'organizations' | 'services' | 'locations' | 'serviceAtLocations', readonly string[]>>,
): D1PreparedStatement[] {
  const dropped = (sql: string, list: readonly string[]): D1PreparedStatement =>
    db.prepare(sql).bind(JSON.stringify(list));
  return [
    dropped(
      `DELETE FROM service_at_location
       WHERE id NOT IN (SELECT value FROM json_each(?1))
         AND location_id IN (SELECT id FROM location WHERE is_kept_here = 0)`,
      ids.serviceAtLocations,
    ),
    // A place that was merged into a dropped one stays hidden, among those that the editors may show again.
    dropped(
      `DELETE FROM former_slug WHERE location_id IN (
         SELECT id FROM location WHERE id NOT IN (SELECT value FROM json_each(?1)) AND is_kept_here = 0)`,
      ids.locations,
    ),
    dropped(
      'DELETE FROM location WHERE id NOT IN (SELECT value FROM json_each(?1)) AND is_kept_here = 0',
      ids.locations,
    ),
    dropped(
      `DELETE FROM service
       WHERE id NOT IN (SELECT value FROM json_each(?1))
         AND id NOT IN (SELECT service_id FROM service_at_location)`,
      ids.services,
    ),
    dropped(
      `DELETE FROM organization
       WHERE id NOT IN (SELECT value FROM json_each(?1))
         AND id NOT IN (SELECT organization_id FROM service)
         AND id NOT IN (SELECT organization_id FROM location WHERE organization_id IS NOT NULL)`,
      ids.organizations,
    ),
  ];
}

/** Deletes the taxonomies and terms that are no longer in the files and that no place uses. */
export function deleteDroppedTerms(
  db: D1Database,
  termIds: readonly string[],
  taxonomyIds: readonly string[],
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `DELETE FROM taxonomy_term
         WHERE id NOT IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT taxonomy_term_id FROM attribute)`,
      )
      .bind(JSON.stringify(termIds)),
    db
      .prepare(
        `DELETE FROM taxonomy
         WHERE id NOT IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT taxonomy_id FROM taxonomy_term)`,
      )
      .bind(JSON.stringify(taxonomyIds)),
  ];
}

/**
 * Rows of all place tables: of these locations, of the places that are kept here, or of all. Rows keep the order in
 * which they were first written.
 */
export async function readPlaceTables(
  db: D1Database,
  which: { locationIds?: readonly string[]; onlyKept?: boolean },
): Promise<PlaceTables> {
  const { locationIds, onlyKept = false } = which;
  const some = locationIds === undefined ? null : JSON.stringify(locationIds);
  const places =
    some === null
      ? `SELECT id FROM location WHERE ${onlyKept ? 'is_kept_here = 1' : '?1 IS NULL'}`
      : 'SELECT value FROM json_each(?1)';
  const services = `SELECT service_id FROM service_at_location WHERE location_id IN (${places})`;
  const organizations = `SELECT organization_id FROM service WHERE id IN (${services})
    UNION SELECT organization_id FROM location WHERE id IN (${places})`;
  const where: Record<PlaceTableName, string> = {
    organizations: `id IN (${organizations})`,
    services: `id IN (${services})`,
    locations: `id IN (${places})`,
    serviceAtLocations: `location_id IN (${places})`,
    addresses: `location_id IN (${places})`,
    phones: `location_id IN (${places})`,
    schedules: `location_id IN (${places})`,
    languages: `location_id IN (${places})`,
    accessibility: `location_id IN (${places})`,
    requiredDocuments: `service_id IN (${services})`,
    costOptions: `service_id IN (${services})`,
    attributes: [
      organizations,
      services,
      places,
      `SELECT id FROM service_at_location WHERE location_id IN (${places})`,
      `SELECT id FROM phone WHERE location_id IN (${places})`,
    ]
      .map((links) => `link_id IN (${links})`)
      .join(' OR '),
  };
  const results = await db.batch<Record<string, string | number | null>>(
    PLACE_TABLE_NAMES.map((name) => {
      const { name: table, columns } = PLACE_TABLES[name];
      // Named twice or not at all, ?1 is bound once.
      const sql = `SELECT ${columns.join(', ')} FROM ${table} WHERE ${where[name]} ORDER BY rowid`;
      return sql.includes('?1') ? db.prepare(sql).bind(some) : db.prepare(sql);
    }),
  );
  const tables = PLACE_TABLE_NAMES.map((name, index) => [name, results[index]?.results ?? []] as const);
  // The columns read are those of each table's schema, and the CHECKs of the migrations keep its enumerations.
  return { ...emptyTables(), ...(Object.fromEntries(tables) as unknown as PlaceTables) };
}

/** The rows beside a place's own that its search row is made of; of these communes only, or of all. */
export async function readContextRows(
  db: D1Database,
  communeCodes?: readonly string[],
): Promise<{
  terms: TaxonomyTermRow[];
  communes: Pick<CommuneRow, 'code' | 'type' | 'name' | 'province_code'>[];
  provinces: Pick<ProvinceRow, 'code' | 'full_name'>[];
  formerProvinces: FormerProvinceRow[];
}> {
  const communes = 'SELECT code, type, name, province_code FROM commune';
  const [terms, some, provinces, formerProvinces] = await db.batch([
    db.prepare(
      'SELECT id, code, name, description, parent_id, taxonomy, taxonomy_id, language FROM taxonomy_term',
    ),
    communeCodes === undefined
      ? db.prepare(communes)
      : db
          .prepare(`${communes} WHERE code IN (SELECT value FROM json_each(?1))`)
          .bind(JSON.stringify(communeCodes)),
    db.prepare('SELECT code, full_name FROM province'),
    db.prepare(
      `SELECT code AS former_province_code, full_name AS former_province, province_code FROM former_province`,
    ),
  ]);
  return {
    terms: rowsOf<TaxonomyTermRow>(terms),
    communes: rowsOf(some),
    provinces: rowsOf(provinces),
    formerProvinces: rowsOf<FormerProvinceRow>(formerProvinces),
  };
}

function rowsOf<T>(result: D1Result | undefined): T[] {
  return (result?.results ?? []) as T[]; // The columns are those that the statement names.
}
