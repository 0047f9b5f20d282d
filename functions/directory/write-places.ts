/** The one way in which a place that stands in the database is changed: by an import, an editor, a confirmation. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { AppError } from '../errors.ts';
import { isRefusedChange, refuseChanged } from './change-guard-store.ts';
import { attributeValue, type FieldChange, type PlaceRecord } from './place-record.ts';
import {
  deletePlaceSearch,
  deleteRows,
  insertRows,
  keepHere,
  PLACE_SEARCH_COLUMNS,
  upsertRows,
} from './place-store.ts';
import { PLACE_TABLE_NAMES, PLACE_TABLES, type PlaceRow, type PlaceTableName } from './place-tables.ts';
import { withCommunesOf } from './search-context.ts';
import { placeSearchRow, type SearchContext } from './search-rows.ts';
import { lastWords, spellingRows } from './spelling.ts';
import { type PlaceChange, spreadChanges } from './spread-changes.ts';

/** Who changes places, when, and from what. */
export interface Act {
  /** An officer's id, or the name of the command. */
  by: string;
  at: Date;
  /** Where the new values stand: an address, a document's name, "gọi điện ngày …". Never a person's data. */
  source: string;
}

/**
 * The statements that make the places hold what `after` says, remember each field's change and its source, bring the
 * search up to date, and keep the shipped files from writing over them. Other places that share a changed service or
 * organization change with them. For one `batch`, with statements of the caller's own where needed, to be run by
 * `runGuarded`: the statements fail when a place is no longer as `before` has it. Gives none when nothing differs.
 */
export async function writePlaces(
  db: D1Database,
  changes: readonly PlaceChange[],
  context: SearchContext,
  act: Act,
): Promise<D1PreparedStatement[]> {
  const at = act.at.toISOString();
  const { own, others } = await spreadChanges(db, changes);
  if (own.length === 0) return [];
  const after = own.map((change) => touched(change.after, at));
  const all = [...own, ...others];
  const standing = all.flatMap(({ before }) => before ?? []);
  const searchable = [...after, ...others.map((change) => change.after)];
  const known = await withCommunesOf(db, searchable, context);

  return [
    refuseChanged(
      db,
      standing.map((place) => ({ id: place.locationId, lastModified: lastModifiedOf(place) })),
    ),
    ...PLACE_TABLE_NAMES.flatMap((name) => {
      const rows = uniqueById(after.flatMap((record) => placedRows(record, name)));
      return upsertRows(db, PLACE_TABLES[name].name, placedColumns(name), rows);
    }),
    ...[...PLACE_TABLE_NAMES].reverse().flatMap((name) => {
      const ids = own.flatMap(({ fields }) => deletedIds(fields, name));
      return ids.length === 0 ? [] : [deleteRows(db, PLACE_TABLES[name].name, ids)];
    }),
    ...insertRows(
      db,
      'metadata',
      [
        'id',
        'resource_id',
        'resource_type',
        'last_action_date',
        'last_action_type',
        'field_name',
        'previous_value',
        'replacement_value',
        'updated_by',
        'source',
        'location_id',
      ],
      // A row that places share has its history at each of them.
      all.flatMap(({ after: { locationId }, fields, source = act.source }) =>
        fields.filter(isTold).map((change) => ({
          id: crypto.randomUUID(),
          resource_id: change.rowId,
          resource_type: PLACE_TABLES[change.table].name,
          last_action_date: at,
          last_action_type: change.action,
          field_name: change.field,
          previous_value: change.before,
          replacement_value: change.after,
          updated_by: act.by,
          source,
          location_id: locationId,
        })),
      ),
    ),
    keepHere(
      db,
      after.map(({ locationId }) => locationId),
    ),
    deletePlaceSearch(
      db,
      standing.map(({ locationId }) => locationId),
    ),
    ...insertRows(
      db,
      'place_search',
      PLACE_SEARCH_COLUMNS,
      searchable.flatMap((record) => placeSearchRow(record, known) ?? []),
    ),
    // An old spelling may stay: it leads to no place that is not there, only to a question without an answer.
    ...insertRows(
      db,
      'name_spelling',
      ['name', 'display'],
      spellingRows(
        own.flatMap(({ fields }) =>
          fields.flatMap(({ table, field, after: name }) =>
            (table === 'services' || table === 'locations') && field === 'name' && name !== ''
              ? [name, lastWords(name)]
              : [],
          ),
        ),
      ),
    ),
  ];
}

/** Where a new row hangs stands in the row itself; a row that is gone has left only its history. */
function isTold({ table, action, field }: FieldChange): boolean {
  if (action !== 'create' || table === 'serviceAtLocations') return true;
  return !['location_id', 'service_id', 'link_id', 'link_entity'].includes(field);
}

/** Runs the statements of writePlaces, all or none. Throws AppError `place_changed` when somebody else was quicker. */
export async function runGuarded(db: D1Database, statements: D1PreparedStatement[]): Promise<void> {
  try {
    await db.batch(statements);
  } catch (cause) {
    if (isRefusedChange(cause)) throw new AppError('place_changed', { cause });
    throw cause;
  }
}

/** Columns of a location that repeat its attributes, because pages and filters ask for them by index. */
const PLACING = ['slug', 'commune_code', 'province_code'] as const;

/** The columns of one table in D1, its key first. */
export function placedColumns(name: PlaceTableName): ['id', ...string[]] {
  const others = PLACE_TABLES[name].columns.filter((column) => column !== 'id');
  return ['id', ...others, ...(name === 'locations' ? PLACING : [])];
}

/** The rows of one table as D1 takes them. */
export function placedRows(record: PlaceRecord, name: PlaceTableName): readonly PlaceRow[] {
  if (name !== 'locations') return record[name];
  return record.locations.map((row) => ({
    ...row,
    slug: attributeValue(record, 'slug'),
    commune_code: attributeValue(record, 'commune-code'),
    province_code: attributeValue(record, 'province-code'),
  }));
}

function touched(record: PlaceRecord, at: string): PlaceRecord {
  return { ...record, services: record.services.map((row) => ({ ...row, last_modified: at })) };
}

/** When anything of a place was last written here; null when never. */
function lastModifiedOf(record: PlaceRecord): string | null {
  const times = record.services.flatMap(({ last_modified }) => last_modified ?? []);
  return times.sort().at(-1) ?? null;
}

function uniqueById<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function deletedIds(fields: readonly FieldChange[], table: FieldChange['table']): string[] {
  return [
    ...new Set(
      fields
        .filter((change) => change.table === table && change.action === 'delete')
        .map(({ rowId }) => rowId),
    ),
  ];
}
