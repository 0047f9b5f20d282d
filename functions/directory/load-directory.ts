import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { fold } from '../../domain/fold.ts';
import { communeNeighbours } from './commune-neighbours.ts';
import { neighbourStatements } from './neighbour-store.ts';
import { groupPlaces, type PlaceRecord } from './place-record.ts';
import {
  clearShippedPlaces,
  clearTable,
  deleteDroppedPlaces,
  deleteDroppedTerms,
  deleteOthers,
  insertRows,
  markLoaded,
  PLACE_SEARCH_COLUMNS,
  readLoadedHash,
  upsertRows,
} from './place-store.ts';
import { PLACE_TABLE_NAMES, PLACE_TABLES } from './place-tables.ts';
import { readKeptPlaces } from './read-place-records.ts';
import type { DirectoryData } from './schema.ts';
import { placeSearchRows, searchContext } from './search-rows.ts';
import { sharedRowsOf, withShared } from './shared-rows.ts';
import { withFreeSlugs } from './shipped-slugs.ts';
import { lastWords, spellingRows } from './spelling.ts';
import { choicesOf, termPhraseRows } from './term-words.ts';
import { bareName, communeFullName, formerCommuneFullName, formerUnitKey } from './unit-names.ts';
import { unitSearchRows } from './unit-search-rows.ts';
import { placedColumns, placedRows } from './write-places.ts';

/** Name of the directory's row in loaded_content. */
const CONTENT_NAME = 'directory';

/**
 * Brings the shipped directory into the database, all or nothing. The administrative units and taxonomies become exactly
 * the files'; so do the places, except those that someone here has edited or imported, which stay as they are. Runs in
 * Node (through a binding of wrangler's platform proxy) and in the Worker alike.
 * Gives false, and writes nothing, when this content is there already. Throws when a row refers to one that is not
 * there, or when something else in the database still refers to a row that the content has dropped.
 */
export async function loadDirectory(db: D1Database, data: DirectoryData, now: Date): Promise<boolean> {
  const units = unitSearchRows(data);
  const context = searchContext(data);
  const shipped = groupPlaces(data);
  const phrases = termPhraseRows(data);
  const choices = choicesOf(data);
  // The same files give other search rows when the folding or the choice of words changes.
  const made = [data.contentHash, units, placeSearchRows(shipped, context), phrases, choices];
  const hash = await hashOf(JSON.stringify(made));
  if ((await readLoadedHash(db, CONTENT_NAME)) === hash) return false;

  const kept = await readKeptPlaces(db);
  const keptIds = new Set(kept.map(({ locationId }) => locationId));
  // What a kept place shares is as it was edited there, at the other places too.
  const shared = sharedRowsOf(kept);
  const unkept = shipped.filter(({ locationId }) => !keptIds.has(locationId));
  const written = withFreeSlugs(
    unkept.map((place) => withShared(place, shared)),
    kept,
  );
  const neighbours = neighbourStatements(db, communeNeighbours(data.communes));

  await db.batch([
    // Nothing refers to these; they are written anew, in the order of the files.
    ...clearShippedPlaces(db),
    ...(
      ['place_search', 'unit_search', 'name_spelling', 'term_phrase', 'holiday', 'former_unit'] as const
    ).map((table) => clearTable(db, table)),
    neighbours.clear,
    // References are checked at each statement: rows before those that refer to them, deletions the other way round.
    ...writeUnits(db, data),
    ...neighbours.write,
    ...upsertRows(db, 'taxonomy', ['id', 'name', 'description', 'version'], data.taxonomies),
    ...upsertRows(
      db,
      'taxonomy_term',
      ['id', 'code', 'name', 'description', 'parent_id', 'taxonomy', 'taxonomy_id', 'language'],
      data.taxonomyTerms,
    ),
    ...writeShippedPlaces(db, written, kept),
    ...deleteDropped(db, data),
    ...insertRows(db, 'term_phrase', ['phrase', 'term_id'], phrases),
    ...upsertRows(db, 'directory_choices', ['id', 'choices'], [{ id: 1, choices: JSON.stringify(choices) }]),
    ...insertRows(
      db,
      'holiday',
      ['date', 'name', 'is_expected', 'source_url', 'source_date'],
      holidaysOf(data),
    ),
    ...insertRows(db, 'unit_search', ['name', 'area', 'filters', 'unit'], units),
    ...insertRows(db, 'place_search', PLACE_SEARCH_COLUMNS, placeSearchRows([...written, ...kept], context)),
    ...insertRows(
      db,
      'name_spelling',
      ['name', 'display'],
      spellingRows(namesOf(data, [...written, ...kept])),
    ),
    markLoaded(db, CONTENT_NAME, hash, now.toISOString()),
  ]);
  return true;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function writeUnits(db: D1Database, data: DirectoryData): D1PreparedStatement[] {
  const communes = data.communes.map((row) => ({ ...row, full_name: communeFullName(row.type, row.name) }));
  const formerUnits = data.formerUnits.map((row) => ({
    ...row,
    unit_key: formerUnitKey(row.former_code, row.former_district_code, row.former_name),
    full_name: formerCommuneFullName(row.former_type, row.former_name),
    code: row.former_code,
    district: row.former_district,
    district_code: row.former_district_code,
  }));
  const columns = ['code', 'name', 'type', 'full_name', 'lat', 'lon'] as const;
  return [
    ...upsertRows(db, 'province', columns, data.provinces),
    ...upsertRows(db, 'commune', [...columns, 'province_code'], communes),
    ...upsertRows(db, 'former_province', ['code', 'full_name', 'province_code'], formerProvincesOf(data)),
    ...insertRows(
      db,
      'former_unit',
      [
        'unit_key',
        'full_name',
        'code',
        'district',
        'district_code',
        'former_province_code',
        'commune_code',
        'merge_note',
      ],
      formerUnits,
    ),
  ];
}

/** Every name that a mistake may be made in. */
function namesOf(data: DirectoryData, places: readonly PlaceRecord[]): string[] {
  return [
    ...[...data.provinces, ...data.communes].map(({ name }) => name),
    ...data.formerProvinces.map((row) => bareName(row.former_province)),
    ...data.formerUnits.flatMap((row) => [bareName(row.former_district), row.former_name]),
    ...data.termPhrases.map(({ phrase }) => phrase),
    ...places.flatMap((place) =>
      [...place.services, ...place.locations].flatMap(({ name }) => [name, lastWords(name)]),
    ),
  ];
}

function holidaysOf(data: DirectoryData) {
  return data.holidays.map((row) => ({ ...row, is_expected: fold(row.name).startsWith('du kien') ? 1 : 0 }));
}

function formerProvincesOf(data: DirectoryData) {
  return data.formerProvinces.map((row) => ({
    code: row.former_province_code,
    full_name: row.former_province,
    province_code: row.province_code,
  }));
}

function writeShippedPlaces(
  db: D1Database,
  written: readonly PlaceRecord[],
  kept: readonly PlaceRecord[],
): D1PreparedStatement[] {
  return PLACE_TABLE_NAMES.flatMap((name) => {
    const keptIds = new Set(kept.flatMap((record) => record[name].map(({ id }) => id)));
    const rows = new Map(
      written.flatMap((record) => placedRows(record, name)).map((row) => [row.id, row] as const),
    );
    return upsertRows(
      db,
      PLACE_TABLES[name].name,
      placedColumns(name),
      [...rows.values()].filter(({ id }) => !keptIds.has(id)),
    );
  });
}

function deleteDropped(db: D1Database, data: DirectoryData): D1PreparedStatement[] {
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code);
  return [
    ...deleteDroppedPlaces(db, {
      organizations: ids(data.organizations),
      services: ids(data.services),
      locations: ids(data.locations),
      serviceAtLocations: ids(data.serviceAtLocations),
    }),
    ...deleteDroppedTerms(db, ids(data.taxonomyTerms), ids(data.taxonomies)),
    deleteOthers(db, 'former_province', 'code', codes(formerProvincesOf(data))),
    deleteOthers(db, 'commune', 'code', codes(data.communes)),
    deleteOthers(db, 'province', 'code', codes(data.provinces)),
  ];
}
