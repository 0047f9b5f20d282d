import type { D1Database } from '@cloudflare/workers-types';
import { addDays, localDay } from '../../domain/local-day.ts';
import type { Holiday } from '../../domain/opening-hours.ts';
import { readHolidays } from './place-page-store.ts';

/** As far ahead as opening hours look, in days. */
const AHEAD = 15;

/**
 * The public holidays from yesterday on that opening hours need to know. The mark of a day that is only expected and the
 * file's remarks in brackets at the end of a name are left out of it.
 */
export async function listHolidays(db: D1Database, now: Date): Promise<Holiday[]> {
  const today = localDay(now);
  const rows = await readHolidays(db, addDays(today, -1), addDays(today, AHEAD));
  return rows.map(({ date, name, isExpected }) => ({
    date,
    name: name.replace(/^DỰ KIẾN - /, '').replace(/ \([^()]*\)$/, ''),
    isExpected: isExpected === 1,
  }));
}
