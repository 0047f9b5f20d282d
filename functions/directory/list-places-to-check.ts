import type { D1Database } from '@cloudflare/workers-types';
import { CONFIRMED_DAYS } from '../../domain/freshness.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import {
  countWork,
  EDITORS_PAGE,
  type EditorsPlace,
  type HistoryEntry,
  listByAge,
  readHistory,
} from './editing-store.ts';

/** Changes that a history shows. */
const HISTORY_LIMIT = 500;

/** Figures of the editor's start stop here: one more than what is shown as "hơn 100". */
const WORK_CAP = 101;

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

/** How many places have open reports, were not confirmed lately, are hidden: each up to 101. */
export async function countPlacesToCheck(
  db: D1Database,
  now: Date,
): Promise<{ reported: number; ageing: number; hidden: number }> {
  return countWork(db, addDays(localDay(now), -CONFIRMED_DAYS), WORK_CAP);
}

/** What became of each field of a place: who changed it, when, from what to what, and on whose word. */
export async function historyOfPlace(db: D1Database, id: string): Promise<HistoryEntry[]> {
  const history = await readHistory(db, id, HISTORY_LIMIT);
  // An attribute that is gone left its kind in its own history.
  const kinds = new Map(
    history
      .filter(({ table, field }) => table === 'attribute' && field === 'link_type')
      .map(({ rowId, before, after }) => [rowId, after || before]),
  );
  return history.map((entry) =>
    entry.table === 'attribute'
      ? { ...entry, linkType: entry.linkType ?? kinds.get(entry.rowId) ?? null }
      : entry,
  );
}
