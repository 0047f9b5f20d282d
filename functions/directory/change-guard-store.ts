/** Statements that end a batch when the directory is no longer as it was read. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/**
 * Fails the batch in which it stands when a place is no longer as it was read: its services' last_modified is another.
 * SQLite has no other way to end a transaction from within than to break a rule of a table.
 */
export function refuseChanged(
  db: D1Database,
  read: readonly { id: string; lastModified: string | null }[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE location SET is_kept_here = 2
       WHERE id IN (SELECT asked.value ->> 'id' FROM json_each(?1) AS asked
         WHERE asked.value ->> 'lastModified' IS NOT (
           SELECT max(service.last_modified) FROM service_at_location
           JOIN service ON service.id = service_at_location.service_id
           WHERE service_at_location.location_id = asked.value ->> 'id'))`,
    )
    .bind(JSON.stringify(read));
}

/** Fails the batch in which it stands when anything was loaded, edited or imported since this state was read. */
export function refuseOtherState(
  db: D1Database,
  state: { contentHash: string; lastChange: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE loaded_content SET content_hash = NULL
       WHERE name = 'directory'
         AND (content_hash <> ?1 OR (SELECT coalesce(max(rowid), 0) FROM metadata) <> ?2)`,
    )
    .bind(state.contentHash, state.lastChange);
}

/** Whether a batch was ended by refuseChanged or refuseOtherState. */
export function isRefusedChange(error: unknown): boolean {
  return /CHECK constraint failed: is_kept_here|NOT NULL constraint failed: loaded_content/.test(
    String(error),
  );
}
