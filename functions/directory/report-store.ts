/** The SQL of what visitors report of places. */
import type { D1Database } from '@cloudflare/workers-types';

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
