/** The SQL of what a person who comes back has seen, and of closing. */
import type { DayOff } from '../../domain/working-days.ts';
import type { Database } from '../database.ts';

/** Notes how many messages the person has seen. */
export async function noteSeen(db: Database, lookupHash: string, count: number): Promise<void> {
  await db
    .prepare('UPDATE inquiry SET seen_messages = ?2 WHERE lookup_hash = ?1 AND seen_messages < ?2')
    .bind(lookupHash, count)
    .run();
}

/**
 * Closes a request of the desk, unless it holds words that nobody has read.
 *
 * @returns whether it was open and is closed by this
 */
export async function closeRead(db: Database, id: string, deskId: string, hour: string): Promise<boolean> {
  const isOpen = `id = ?1 AND desk_id = ?2 AND closed_hour IS NULL AND status IN ('read', 'answered')`;
  const [, closed] = await db.batch([
    // The event first: it is made only where the request is about to be closed.
    db
      .prepare(
        `INSERT INTO status_event (id, inquiry_id, kind, at_hour)
         SELECT ?3, id, 'closed', ?4 FROM inquiry WHERE ${isOpen}`,
      )
      .bind(id, deskId, crypto.randomUUID(), hour),
    db.prepare(`UPDATE inquiry SET closed_hour = ?3 WHERE ${isOpen}`).bind(id, deskId, hour),
  ]);
  return closed?.meta.changes === 1;
}

/** The days off from a day on, as far as they are known; 100 are more than four years of them. */
export async function listDaysOff(db: Database, from: string): Promise<DayOff[]> {
  const { results } = await db
    .prepare('SELECT date, is_expected FROM holiday WHERE date >= ?1 ORDER BY date LIMIT 100')
    .bind(from)
    .all<{ date: string; is_expected: 0 | 1 }>();
  return results.map(({ date, is_expected }) => ({ date, isExpected: is_expected === 1 }));
}
