/**
 * The directory as the tabular package of HSDS 3.0: one CSV file a table, always the same files and columns. Rows stand
 * by place, in the order in which places were first written, so that loading a package and exporting it again gives the
 * same bytes.
 */
import type { D1Database } from '@cloudflare/workers-types';
import { csvRecord } from './csv.ts';
import { dataPackage } from './data-package.ts';
import { readLocationIds } from './export-store.ts';
import { readTaxonomies } from './hsds/store.ts';
import { PACKAGE_TABLES, type PackageTable } from './package-tables.ts';
import { emptyTables, groupPlaces } from './place-record.ts';
import { readPlaceTables } from './place-store.ts';
import { PLACE_TABLE_NAMES, type PlaceRow } from './place-tables.ts';
import { publicTables } from './public-view.ts';
import type { PlaceTables } from './schema.ts';

/** Places read at once: few enough for memory, many enough for D1's limit of queries a request. */
const PLACES_PER_STEP = 1_000;

/** The package's own description. */
export const DATA_PACKAGE_FILE = 'datapackage.json';

/** Who an export is for: everybody sees no hidden place and not where a discreet one lies; an operator sees all. */
export type Audience = 'public' | 'operator';

/** All files of the package by name: datapackage.json and one CSV file a table. */
export async function exportPlaces(db: D1Database, audience: Audience): Promise<Map<string, string>> {
  const texts = new Map(PACKAGE_TABLES.map((table) => [table.file, csvRecord(table.columns)]));
  const add = (table: PackageTable, rows: readonly PlaceRow[]): void => {
    texts.set(table.file, (texts.get(table.file) ?? '') + csvRows(table, rows));
  };
  for await (const tables of placeSteps(db, audience)) {
    for (const table of PACKAGE_TABLES) if (table.kind === 'place') add(table, tables[table.rows]);
  }
  const vocabulary = await readTaxonomies(db);
  for (const table of PACKAGE_TABLES) {
    if (table.kind === 'vocabulary') add(table, vocabulary[table.rows].map(asRow));
  }
  return new Map([[DATA_PACKAGE_FILE, dataPackage()], ...texts]);
}

/** One table as everybody may see it, step by step: first its header, then rows. */
export async function* exportTable(db: D1Database, table: PackageTable): AsyncGenerator<string, void> {
  yield csvRecord(table.columns);
  if (table.kind === 'vocabulary') {
    yield csvRows(table, (await readTaxonomies(db))[table.rows].map(asRow));
    return;
  }
  for await (const tables of placeSteps(db, 'public')) {
    const text = csvRows(table, tables[table.rows]);
    if (text !== '') yield text;
  }
}

/** The rows of all places, some places at a time; a row that places share comes with the first of them. */
async function* placeSteps(db: D1Database, audience: Audience): AsyncGenerator<PlaceTables, void> {
  const given = new Map(PLACE_TABLE_NAMES.map((name) => [name, new Set<string>()]));
  let after = 0;
  while (true) {
    const { ids, last } = await readLocationIds(db, after, PLACES_PER_STEP);
    if (ids.length === 0) return;
    const tables = await readPlaceTables(db, { locationIds: ids });
    const places = groupPlaces(audience === 'public' ? publicTables(tables) : tables);
    const step = PLACE_TABLE_NAMES.map((name) => {
      const before = given.get(name) ?? new Set();
      const rows = places
        .flatMap((place): readonly PlaceRow[] => place[name])
        .filter(({ id }) => !before.has(id) && before.add(id));
      return [name, rows] as const;
    });
    // Each table's rows come from the same table of the places.
    yield { ...emptyTables(), ...(Object.fromEntries(step) as unknown as PlaceTables) };
    after = last;
  }
}

function csvRows({ columns }: PackageTable, rows: readonly PlaceRow[]): string {
  return rows.map((row) => csvRecord(columns.map((column) => row[column] ?? null))).join('');
}

function asRow<T extends { id: string }>(row: T): PlaceRow {
  return row as unknown as PlaceRow; // Rows of taxonomies hold strings and nulls only.
}
