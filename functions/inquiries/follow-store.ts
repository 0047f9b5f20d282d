/** The SQL of what a person who comes back is told of their thread. */
import type { DayOff } from '../../domain/working-days.ts';
import type { Database } from '../database.ts';

/** Notes how many messages the person has seen. */
export async function noteSeen(db: Database, lookupHash: string, count: number): Promise<void> {
  await db
    .prepare('UPDATE inquiry SET seen_messages = ?2 WHERE lookup_hash = ?1 AND seen_messages < ?2')
    .bind(lookupHash, count)
    .run();
}

/** The days off from a day on, as far as they are known; 100 are more than four years of them. */
export async function listDaysOff(db: Database, from: string): Promise<DayOff[]> {
  const { results } = await db
    .prepare('SELECT date, is_expected FROM holiday WHERE date >= ?1 ORDER BY date LIMIT 100')
    .bind(from)
    .all<{ date: string; is_expected: 0 | 1 }>();
  return results.map(({ date, is_expected }) => ({ date, isExpected: is_expected === 1 }));
}
