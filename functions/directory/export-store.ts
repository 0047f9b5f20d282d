/** The SQL of exports that no other part needs. */
import type { D1Database } from '@cloudflare/workers-types';

/** The next locations in the order in which they were first written, with where to go on; after 0 the first ones. */
export async function readLocationIds(
  db: D1Database,
  after: number,
  limit: number,
): Promise<{ ids: string[]; last: number }> {
  const { results } = await db
    .prepare('SELECT rowid AS place, id FROM location WHERE rowid > ?1 ORDER BY rowid LIMIT ?2')
    .bind(after, limit)
    .all<{ place: number; id: string }>();
  return { ids: results.map(({ id }) => id), last: results.at(-1)?.place ?? after };
}

/** How many places are shown, and how many of them somebody has confirmed. */
export async function countShown(db: D1Database): Promise<{ places: number; confirmed: number }> {
  const counts = await db
    .prepare(
      `SELECT count(DISTINCT location_id) AS places,
         count(DISTINCT CASE WHEN assured_date IS NOT NULL THEN location_id END) AS confirmed
       FROM service_at_location JOIN service ON service.id = service_at_location.service_id
       WHERE service.status <> 'inactive'`,
    )
    .first<{ places: number; confirmed: number }>();
  return counts ?? { places: 0, confirmed: 0 };
}
