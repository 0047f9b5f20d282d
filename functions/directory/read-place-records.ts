import type { D1Database } from '@cloudflare/workers-types';
import { groupPlaces, type PlaceRecord } from './place-record.ts';
import { readPlaceTables } from './place-store.ts';

/** The places of these locations, hidden ones too, in the order of their ids. Unknown ids give nothing. */
export async function readPlaceRecords(
  db: D1Database,
  locationIds: readonly string[],
): Promise<PlaceRecord[]> {
  return groupPlaces(await readPlaceTables(db, { locationIds }));
}

/** Every place that somebody here has edited or imported. */
export async function readKeptPlaces(db: D1Database): Promise<PlaceRecord[]> {
  return groupPlaces(await readPlaceTables(db, { onlyKept: true }));
}

/** Every place there is, hidden ones too: for exports and the matching of an import. */
export async function readAllPlaces(db: D1Database): Promise<PlaceRecord[]> {
  return groupPlaces(await readPlaceTables(db, {}));
}
