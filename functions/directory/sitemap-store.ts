/** The SQL of the sitemaps: which pages the directory has. */
import type { D1Database } from '@cloudflare/workers-types';

/** The services whose places have a page, as findPlace shows them. */
const SHOWN = `FROM service_at_location
  JOIN service ON service.id = service_at_location.service_id
  JOIN location ON location.id = service_at_location.location_id
  WHERE service.status IN ('active', 'temporarily closed')`;

/** How many places have a page. */
export async function countShownPlaces(db: D1Database): Promise<number> {
  const count = await db
    .prepare(`SELECT count(DISTINCT location.id) AS count ${SHOWN}`)
    .first<number>('count');
  return count ?? 0;
}

/** Places that have a page, in a steady order, with when anything of them was last written here. */
export async function readShownPlaces(
  db: D1Database,
  limit: number,
  offset: number,
): Promise<{ slug: string; modifiedAt: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT location.slug AS slug, max(service.last_modified) AS modifiedAt ${SHOWN}
       GROUP BY location.id ORDER BY location.rowid LIMIT ?1 OFFSET ?2`,
    )
    .bind(limit, offset)
    .all<{ slug: string; modifiedAt: string | null }>();
  return results;
}
