/** The SQL of the editors' lists. */
import type { D1Database } from '@cloudflare/workers-types';

/** A place in an editor's list. */
export interface EditorsPlace {
  id: string;
  name: string;
  provinceName: string;
  communeName: string | null;
  assuredDate: string | null;
  status: string;
}

/** Places of these statuses, those confirmed longest ago (or never) first. */
export async function listByAge(
  db: D1Database,
  isShown: boolean,
  limit: number,
  offset: number,
): Promise<EditorsPlace[]> {
  const { results } = await db
    .prepare(
      `SELECT location.id AS id, location.name AS name, province.full_name AS provinceName,
         commune.full_name AS communeName, service.assured_date AS assuredDate, service.status AS status
       FROM service
       JOIN service_at_location ON service_at_location.service_id = service.id
       JOIN location ON location.id = service_at_location.location_id
       JOIN province ON province.code = location.province_code
       LEFT JOIN commune ON commune.code = location.commune_code
       WHERE ${isShown ? "service.status = 'active'" : "service.status IN ('inactive', 'temporarily closed')"}
       ORDER BY service.assured_date, service.id LIMIT ?1 OFFSET ?2`,
    )
    .bind(limit, offset)
    .all<EditorsPlace>();
  return results;
}

/** One change of one field. */
export interface HistoryEntry {
  at: string;
  table: string;
  rowId: string;
  field: string;
  action: 'create' | 'update' | 'delete';
  before: string;
  after: string;
  /** The officer's name, or the command that wrote it. */
  by: string;
  source: string;
}

/** What became of a place's fields, the newest first. */
export async function readHistory(
  db: D1Database,
  locationId: string,
  limit: number,
): Promise<HistoryEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT metadata.last_action_date AS at, metadata.resource_type AS "table", metadata.resource_id AS rowId,
         metadata.field_name AS field, metadata.last_action_type AS action,
         metadata.previous_value AS before, metadata.replacement_value AS after,
         coalesce(officer.name, metadata.updated_by) AS by, metadata.source AS source
       FROM metadata LEFT JOIN officer ON officer.id = metadata.updated_by
       WHERE metadata.location_id = ?1
       ORDER BY metadata.last_action_date DESC, metadata.rowid LIMIT ?2`,
    )
    .bind(locationId, limit)
    .all<HistoryEntry>();
  return results;
}
