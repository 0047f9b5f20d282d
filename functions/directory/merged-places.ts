import type { D1Database } from '@cloudflare/workers-types';

/** The places that were merged into another: its id by theirs. */
export type MergedPlaces = ReadonlyMap<string, string>;

/** Every place whose address leads to another. A place that was merged and is shown again is not among them. */
export async function readMergedPlaces(db: D1Database): Promise<MergedPlaces> {
  const { results } = await db
    .prepare(
      `SELECT location.id AS "from", former_slug.location_id AS "into"
       FROM former_slug JOIN location ON location.slug = former_slug.slug
       WHERE location.id <> former_slug.location_id`,
    )
    .all<{ from: string; into: string }>();
  return new Map(results.map(({ from, into }) => [from, into]));
}
