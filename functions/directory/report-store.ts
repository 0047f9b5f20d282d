/** The SQL of what visitors report of places. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** A report as it is stored while nobody has handled it. */
export interface NewReport {
  id: string;
  locationId: string;
  kind: string;
  note: string;
  hour: string;
}

/** The location behind the address of a page, shown or not; null when there is none. */
export async function findLocationId(db: D1Database, slug: string): Promise<string | null> {
  return db.prepare('SELECT id FROM location WHERE slug = ?1').bind(slug).first<string>('id');
}

/**
 * Stores a report, unless so many of the place are open already that it tells nothing new: beyond the cap only the first
 * of its kind is taken.
 */
export async function insertReport(db: D1Database, report: NewReport, cap: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO place_report (id, location_id, kind, note, hour, state)
       SELECT ?1, ?2, ?3, ?4, ?5, 'open'
       WHERE (SELECT count(*) FROM (SELECT 1 FROM place_report
                WHERE location_id = ?2 AND state = 'open' LIMIT ?6)) < ?6
         OR NOT EXISTS (SELECT 1 FROM place_report WHERE location_id = ?2 AND state = 'open' AND kind = ?3)`,
    )
    .bind(report.id, report.locationId, report.kind, report.note, report.hour, cap)
    .run();
}

/** A report that nobody has handled yet. */
export interface OpenReport {
  id: string;
  kind: string;
  note: string;
  /** When it came, UTC, to the hour. */
  hour: string;
}

/** The open reports of these places, the oldest first, each with its place. */
export async function listOpenReports(
  db: D1Database,
  locationIds: readonly string[],
): Promise<(OpenReport & { locationId: string })[]> {
  const { results } = await db
    .prepare(
      `SELECT location_id AS locationId, id, kind, note, hour FROM place_report
       WHERE location_id IN (SELECT value FROM json_each(?1)) AND state = 'open' ORDER BY hour, rowid`,
    )
    .bind(JSON.stringify(locationIds))
    .all<OpenReport & { locationId: string }>();
  return results;
}

/**
 * Closes a report unless it is closed already.
 *
 * @returns false when there is no such report
 */
export async function closeReport(
  db: D1Database,
  id: string,
  how: { state: 'done' | 'dismissed'; by: string; at: string },
): Promise<boolean> {
  const [, found] = await db.batch<{ id: string }>([
    db
      .prepare(
        `UPDATE place_report SET state = ?2, handled_by = ?3, handled_at = ?4 WHERE id = ?1 AND state = 'open'`,
      )
      .bind(id, how.state, how.by, how.at),
    db.prepare('SELECT id FROM place_report WHERE id = ?1').bind(id),
  ]);
  return (found?.results.length ?? 0) > 0;
}

/** Erases reports that were closed before a moment (UTC ISO 8601). */
export async function deleteSettledReports(db: D1Database, before: string): Promise<void> {
  await db.prepare(`DELETE FROM place_report WHERE state <> 'open' AND handled_at < ?1`).bind(before).run();
}

/** Hands the open reports of a place on to the one into which it is merged. */
export function moveOpenReports(db: D1Database, fromId: string, intoId: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE place_report SET location_id = ?2 WHERE location_id = ?1 AND state = 'open'`)
    .bind(fromId, intoId);
}
