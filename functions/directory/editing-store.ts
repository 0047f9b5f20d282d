/** The SQL of the editors' lists. */
import type { D1Database } from '@cloudflare/workers-types';

/** Places of one page of an editor's list. */
export const EDITORS_PAGE = 50;

/** A place in an editor's list. */
export interface EditorsPlace {
  id: string;
  name: string;
  provinceName: string;
  communeName: string | null;
  /** The oldest of its services' days; null when one was never confirmed. */
  assuredDate: string | null;
  status: string;
}

/** Columns of EditorsPlace, for a location joined by JOIN_UNITS with one of its services. */
const PLACE_COLUMNS = `location.id AS id, location.name AS name, province.full_name AS provinceName,
  commune.full_name AS communeName, service.assured_date AS assuredDate, service.status AS status`;

const JOIN_UNITS = `JOIN province ON province.code = location.province_code
  LEFT JOIN commune ON commune.code = location.commune_code`;

const JOIN_PLACE = `JOIN service_at_location ON service_at_location.service_id = service.id
  JOIN location ON location.id = service_at_location.location_id`;

/**
 * The service that speaks for its place: of the active ones, else of all, the one confirmed longest ago. So a place with
 * several services stands in a list once, without the list having to be gathered whole.
 */
const SPEAKS_FOR_PLACE = `NOT EXISTS (
  SELECT 1 FROM service_at_location AS other_link
  JOIN service AS other ON other.id = other_link.service_id
  WHERE other_link.location_id = location.id
    AND (other.status <> 'active', coalesce(other.assured_date, ''), other.id)
      < (service.status <> 'active', coalesce(service.assured_date, ''), service.id))`;

/** A merged place is no place any more: its address leads to the other. */
const IS_NOT_MERGED = `NOT EXISTS (
  SELECT 1 FROM former_slug WHERE former_slug.slug = location.slug AND former_slug.location_id <> location.id)`;

/** Places that are shown or hidden, those confirmed longest ago (or never) first. Merged ones are left out. */
export async function listByAge(
  db: D1Database,
  isShown: boolean,
  limit: number,
  offset: number,
): Promise<EditorsPlace[]> {
  const { results } = await db
    .prepare(
      `SELECT ${PLACE_COLUMNS} FROM service ${JOIN_PLACE} ${JOIN_UNITS}
       WHERE ${isShown ? "service.status = 'active'" : `service.status IN ('inactive', 'temporarily closed', 'defunct')`}
         AND ${SPEAKS_FOR_PLACE} AND ${IS_NOT_MERGED}
       ORDER BY service.assured_date, service.id LIMIT ?1 OFFSET ?2`,
    )
    .bind(limit, offset)
    .all<EditorsPlace>();
  return results;
}

/** Places with open reports, the one whose first report is oldest first. */
export async function listReported(db: D1Database, limit: number, offset: number): Promise<EditorsPlace[]> {
  const { results } = await db
    .prepare(
      `SELECT ${PLACE_COLUMNS}
       FROM (SELECT location_id, min(hour) AS since, min(rowid) AS first FROM place_report
             WHERE state = 'open' GROUP BY location_id ORDER BY since, first LIMIT ?1 OFFSET ?2) AS reported
       JOIN location ON location.id = reported.location_id
       JOIN service_at_location ON service_at_location.location_id = location.id
       JOIN service ON service.id = service_at_location.service_id
       ${JOIN_UNITS}
       WHERE ${SPEAKS_FOR_PLACE}
       ORDER BY reported.since, reported.first`,
    )
    .bind(limit, offset)
    .all<EditorsPlace>();
  return results;
}

/** The places that the search finds by this MATCH, in its order. */
export async function matchPlaces(db: D1Database, match: string, limit: number): Promise<EditorsPlace[]> {
  const { results } = await db
    .prepare(
      `SELECT ${PLACE_COLUMNS}
       FROM (SELECT rank AS score, location_id FROM place_search WHERE place_search MATCH ?1
             ORDER BY rank LIMIT ?2) AS hit
       JOIN location ON location.id = hit.location_id
       JOIN service_at_location ON service_at_location.location_id = location.id
       JOIN service ON service.id = service_at_location.service_id
       ${JOIN_UNITS}
       WHERE ${SPEAKS_FOR_PLACE} ORDER BY hit.score`,
    )
    .bind(match, limit)
    .all<EditorsPlace>();
  return results;
}

/** How much there is to do, each figure up to `cap`. */
export async function countWork(
  db: D1Database,
  confirmedBefore: string,
  cap: number,
): Promise<{ reported: number; ageing: number; hidden: number }> {
  const counted = (from: string): string => `(SELECT count(*) FROM (${from} LIMIT ?2))`;
  const row = await db
    .prepare(
      `SELECT
         ${counted("SELECT DISTINCT location_id FROM place_report WHERE state = 'open'")} AS reported,
         ${counted(`SELECT 1 FROM service ${JOIN_PLACE}
           WHERE service.status = 'active' AND (service.assured_date IS NULL OR service.assured_date < ?1)
             AND ${SPEAKS_FOR_PLACE} AND ${IS_NOT_MERGED}`)} AS ageing,
         ${counted(`SELECT 1 FROM service ${JOIN_PLACE}
           WHERE service.status IN ('inactive', 'temporarily closed', 'defunct')
             AND ${SPEAKS_FOR_PLACE} AND ${IS_NOT_MERGED}`)} AS hidden`,
    )
    .bind(confirmedBefore, cap)
    .first<{ reported: number; ageing: number; hidden: number }>();
  return row ?? { reported: 0, ageing: 0, hidden: 0 };
}

/** A name that a form offers, by its code or id. */
export interface Choice {
  code: string;
  name: string;
}

/** The terms of some taxonomies, all provinces, and the communes of some of them. */
export async function readChoices(
  db: D1Database,
  asked: { taxonomyIds: readonly string[]; provinceCodes: readonly string[] },
): Promise<{
  terms: { id: string; code: string; name: string; taxonomyId: string }[];
  provinces: Choice[];
  communes: (Choice & { provinceCode: string })[];
}> {
  // The type of each answer is that of its SELECT.
  const [terms, provinces, communes] = (await db.batch([
    db
      .prepare(
        `SELECT id, code, name, taxonomy_id AS taxonomyId FROM taxonomy_term
         WHERE taxonomy_id IN (SELECT value FROM json_each(?1)) ORDER BY rowid`,
      )
      .bind(JSON.stringify(asked.taxonomyIds)),
    db.prepare('SELECT code, full_name AS name FROM province'),
    db
      .prepare(
        `SELECT code, full_name AS name, province_code AS provinceCode FROM commune
         WHERE province_code IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(asked.provinceCodes)),
  ])) as unknown as [
    { results: { id: string; code: string; name: string; taxonomyId: string }[] },
    { results: Choice[] },
    { results: (Choice & { provinceCode: string })[] },
  ];
  return { terms: terms.results, provinces: provinces.results, communes: communes.results };
}

/** One change of one field. */
export interface HistoryEntry {
  at: string;
  table: string;
  rowId: string;
  field: string;
  /** For a row of `attribute`, what it says of its place ("commune-code"); null for other rows. */
  linkType: string | null;
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
         metadata.field_name AS field, attribute.link_type AS linkType, metadata.last_action_type AS action,
         metadata.previous_value AS before, metadata.replacement_value AS after,
         coalesce(officer.name, metadata.updated_by) AS by, metadata.source AS source
       FROM metadata LEFT JOIN officer ON officer.id = metadata.updated_by
       LEFT JOIN attribute ON metadata.resource_type = 'attribute' AND attribute.id = metadata.resource_id
       WHERE metadata.location_id = ?1
       ORDER BY metadata.last_action_date DESC, metadata.rowid LIMIT ?2`,
    )
    .bind(locationId, limit)
    .all<HistoryEntry>();
  // An attribute that is gone is no row any more; its own history still says what it was.
  const types = new Map(
    results.flatMap(({ field, rowId, before, after }) =>
      field === 'link_type' ? [[rowId, after || before] as const] : [],
    ),
  );
  return results.map((entry) => ({
    ...entry,
    linkType: entry.linkType ?? (entry.table === 'attribute' ? (types.get(entry.rowId) ?? null) : null),
  }));
}
