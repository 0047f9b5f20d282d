/** The SQL of requests that have stood long enough, and of the counts that remain of them. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Database } from '../database.ts';

/** What a month of a desk counts; each is a column of desk_month. */
export type MonthCount = 'received' | 'answered' | 'withdrawn' | 'closed' | 'unread' | 'set_aside';

/** How many requests one run takes on: the next run, ten minutes later, goes on. */
export const PURGE_BATCH = 100;

/**
 * The statement that counts requests of a month, to go into the batch of the act.
 *
 * @param which a condition on `inquiry` whose parameters begin with ?2
 */
export function countMonth(
  db: Database,
  count: MonthCount,
  month: string,
  which: { condition: string; values: (string | number)[] },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO desk_month (desk_id, month, ${count})
       SELECT desk_id, ?1, count(*) FROM inquiry WHERE ${which.condition} GROUP BY desk_id
       ON CONFLICT (desk_id, month) DO UPDATE SET ${count} = ${count} + excluded.${count}`,
    )
    .bind(month, ...which.values);
}

/** Nothing was said since ?2: neither the request nor a message of it is younger. */
const SILENT_SINCE = `received_hour <= ?2
  AND NOT EXISTS (SELECT 1 FROM message WHERE inquiry_id = inquiry.id AND sent_hour > ?2)`;

/**
 * Closes requests that both sides have been silent about, with the event that tells the person why. Words that the desk
 * has not read are nobody's silence.
 *
 * @returns how many were closed, at most a batch
 */
export async function closeSilent(
  db: Database,
  { since, hour }: { since: string; hour: string },
): Promise<number> {
  const silent = `id IN (SELECT id FROM inquiry
    WHERE closed_hour IS NULL AND status IN ('read', 'answered') AND ${SILENT_SINCE}
    ORDER BY received_hour, id LIMIT ${PURGE_BATCH})`;
  const [, closed] = await db.batch([
    // The event first: it is made only where the request is about to be closed.
    db
      .prepare(
        `INSERT INTO status_event (id, inquiry_id, kind, at_hour, reason)
         SELECT lower(hex(randomblob(16))), id, 'closed', ?1, 'silence' FROM inquiry WHERE ${silent}`,
      )
      .bind(hour, since),
    db.prepare(`UPDATE inquiry SET closed_hour = ?1 WHERE ${silent}`).bind(hour, since),
  ]);
  return closed?.meta.changes ?? 0;
}

/** Which requests have stood long enough, by the reason under which they are counted; ?2 is the hour before which. */
const OVER = {
  closed: 'closed_hour <= ?2 AND set_aside = 0',
  set_aside: 'closed_hour <= ?2 AND set_aside = 1',
  unread: `closed_hour IS NULL AND status = 'received' AND ${SILENT_SINCE}`,
} as const;

/**
 * Begins to erase, and counts, requests that have stood long enough.
 *
 * @returns how many were begun, at most a batch for each reason
 */
export async function markOver(
  db: Database,
  month: string,
  before: Record<keyof typeof OVER, string>,
): Promise<number> {
  const statements = (['closed', 'set_aside', 'unread'] as const).flatMap((reason) => {
    const condition = `id IN (SELECT id FROM inquiry WHERE status <> 'erasing' AND ${OVER[reason]}
      ORDER BY received_hour, id LIMIT ${PURGE_BATCH})`;
    return [
      countMonth(db, reason, month, { condition, values: [before[reason]] }),
      db.prepare(`UPDATE inquiry SET status = 'erasing' WHERE ${condition}`).bind(null, before[reason]),
    ];
  });
  const outcomes = await db.batch(statements);
  return outcomes.reduce((sum, { meta }, index) => sum + (index % 2 === 1 ? meta.changes : 0), 0);
}

/** Forgets counts older than a month. */
export async function deleteOldCounts(db: Database, firstMonth: string): Promise<void> {
  await db.prepare('DELETE FROM desk_month WHERE month < ?1').bind(firstMonth).run();
}

/** Words that a desk never opened, and since when the oldest of them wait. */
export interface WaitingRow {
  slug: string;
  waiting: number;
  since: string;
}

/** The desks with words that nobody has opened since an hour, for the administrator. */
export async function listLongUnread(db: Database, since: string): Promise<WaitingRow[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, count(*) AS waiting, min(received_hour) AS since
       FROM inquiry JOIN desk ON desk.id = inquiry.desk_id
       WHERE closed_hour IS NULL AND status = 'received' AND ${SILENT_SINCE}
       GROUP BY slug ORDER BY slug`,
    )
    .bind(null, since)
    .all<WaitingRow>();
  return results;
}
