import type { D1Database } from '@cloudflare/workers-types';
import { type EditorsPlace, type HistoryEntry, listByAge, readHistory } from './editing-store.ts';

/** Places of one page of an editor's list. */
const EDITORS_PAGE = 50;

/** Changes that a history shows. */
const HISTORY_LIMIT = 200;

/**
 * Places for an editor to work through: those shown, confirmed longest ago first, or those hidden.
 *
 * @param page from 1
 */
export async function listPlacesToCheck(
  db: D1Database,
  list: 'stalest' | 'hidden',
  page: number,
): Promise<{ places: EditorsPlace[]; hasNextPage: boolean }> {
  const places = await listByAge(db, list === 'stalest', EDITORS_PAGE + 1, (page - 1) * EDITORS_PAGE);
  return { places: places.slice(0, EDITORS_PAGE), hasNextPage: places.length > EDITORS_PAGE };
}

/** What became of each field of a place: who changed it, when, from what to what, and on whose word. */
export async function historyOfPlace(db: D1Database, id: string): Promise<HistoryEntry[]> {
  return readHistory(db, id, HISTORY_LIMIT);
}
