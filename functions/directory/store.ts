/** The SQL that answers the directory's questions. What a search means stands in find-places.ts. */
import type { D1Database } from '@cloudflare/workers-types';

/** Counts stop here: one more than what is shown as "hơn 100". */
export const COUNT_CAP = 101;

/** A place as a list shows it. */
export interface PlaceCard {
  slug: string;
  name: string;
  address: string;
  communeName: string | null;
  provinceName: string;
  /** Kind of place, as the source has it. */
  facilityType: string | null;
  /** Code of the taxonomy "Độ tin cậy": cao, vua-cao, vua, thap-vua or thap. */
  confidence: string;
  confidenceName: string;
  sourceDate: string | null;
  /** Day of the last confirmation, or null when nobody has confirmed it. */
  assuredDate: string | null;
  phoneCount: number;
}

/** Places that match an FTS5 expression, best first. */
export async function searchPlaces(
  db: D1Database,
  match: string,
  limit: number,
  offset: number,
): Promise<PlaceCard[]> {
  const { results } = await db
    .prepare(
      `WITH hit AS (
         SELECT location_id, row_number() OVER () AS place
         FROM (SELECT location_id FROM place_search WHERE place_search MATCH ?1
               ORDER BY rank LIMIT ?2 OFFSET ?3)
       )
       SELECT location.slug AS slug, service.name AS name, address.address_1 AS address,
         commune.full_name AS communeName, province.full_name AS provinceName,
         facility.value AS facilityType, term.code AS confidence, term.name AS confidenceName,
         source.value AS sourceDate, service.assured_date AS assuredDate,
         (SELECT count(*) FROM phone WHERE phone.location_id = location.id) AS phoneCount
       FROM hit
       JOIN location ON location.id = hit.location_id
       JOIN service_at_location ON service_at_location.location_id = location.id
       JOIN service ON service.id = service_at_location.service_id
       JOIN address ON address.location_id = location.id
       JOIN province ON province.code = location.province_code
       LEFT JOIN commune ON commune.code = location.commune_code
       JOIN attribute AS facility ON facility.link_id = service.id AND facility.link_type = 'facility-type'
       JOIN attribute AS trust ON trust.link_id = service.id AND trust.link_type = 'confidence'
       JOIN taxonomy_term AS term ON term.id = trust.taxonomy_term_id
       LEFT JOIN attribute AS source ON source.link_id = service.id AND source.link_type = 'source-date'
       ORDER BY hit.place`,
    )
    .bind(match, limit, offset)
    .all<PlaceCard>();
  return results;
}

/** How many places match, counted up to COUNT_CAP. */
export async function countPlaces(db: D1Database, match: string): Promise<number> {
  const count = await db
    .prepare(
      `SELECT count(*) AS total
       FROM (SELECT 1 FROM place_search WHERE place_search MATCH ?1 LIMIT ${COUNT_CAP})`,
    )
    .bind(match)
    .first<number>('total');
  return count ?? 0;
}

export type UnitKind = 'province' | 'commune' | 'former-province' | 'former-district' | 'former-commune';

/** A unit that the unit search found; `filters` holds the names it answers to. */
export interface UnitHit {
  kind: UnitKind;
  code: string;
  filters: string;
}

/** Units that match an FTS5 expression, best first; equals in the order in which they were loaded. */
export async function searchUnits(db: D1Database, match: string, limit: number): Promise<UnitHit[]> {
  const { results } = await db
    .prepare('SELECT kind, code, filters FROM unit_search WHERE unit_search MATCH ?1 ORDER BY rank LIMIT ?2')
    .bind(match, limit)
    .all<UnitHit>();
  return results;
}

/** One unit, or for a former unit one of the present communes that hold its ground. */
export interface UnitRow {
  kind: UnitKind;
  code: string;
  fullName: string;
  /** For a former commune its district, for a former district or commune its province, as they were. */
  formerArea: string | null;
  provinceCode: string;
  provinceName: string;
  communeCode: string | null;
  communeName: string | null;
}

/** Names and present ground of units. A former district or commune gives one row a present commune. */
export async function readUnits(
  db: D1Database,
  units: readonly { kind: UnitKind; code: string }[],
): Promise<UnitRow[]> {
  const { results } = await db
    .prepare(
      `WITH asked AS (SELECT value ->> '$.kind' AS kind, value ->> '$.code' AS code FROM json_each(?1))
       SELECT asked.kind AS kind, asked.code AS code, province.full_name AS fullName, NULL AS formerArea,
         province.code AS provinceCode, province.full_name AS provinceName,
         NULL AS communeCode, NULL AS communeName
       FROM asked JOIN province ON asked.kind = 'province' AND province.code = asked.code
       UNION ALL
       SELECT asked.kind, asked.code, commune.full_name, NULL, province.code, province.full_name,
         commune.code, commune.full_name
       FROM asked JOIN commune ON asked.kind = 'commune' AND commune.code = asked.code
       JOIN province ON province.code = commune.province_code
       UNION ALL
       SELECT asked.kind, asked.code, former_province.full_name, NULL, province.code, province.full_name,
         NULL, NULL
       FROM asked JOIN former_province
         ON asked.kind = 'former-province' AND former_province.code = asked.code
       JOIN province ON province.code = former_province.province_code
       UNION ALL
       SELECT DISTINCT asked.kind, asked.code, former_unit.district, former_province.full_name,
         province.code, province.full_name, commune.code, commune.full_name
       FROM asked JOIN former_unit
         ON asked.kind = 'former-district' AND former_unit.district_code = asked.code
       JOIN former_province ON former_province.code = former_unit.former_province_code
       JOIN commune ON commune.code = former_unit.commune_code
       JOIN province ON province.code = commune.province_code
       UNION ALL
       SELECT DISTINCT asked.kind, asked.code, former_unit.full_name,
         former_unit.district || ', ' || former_province.full_name,
         province.code, province.full_name, commune.code, commune.full_name
       FROM asked JOIN former_unit ON asked.kind = 'former-commune' AND former_unit.unit_key = asked.code
       JOIN former_province ON former_province.code = former_unit.former_province_code
       JOIN commune ON commune.code = former_unit.commune_code
       JOIN province ON province.code = commune.province_code`,
    )
    .bind(JSON.stringify(units))
    .all<UnitRow>();
  return results;
}

/** A present province. */
export interface Province {
  code: string;
  name: string;
  fullName: string;
}

/** The present provinces; their order for a reader is the caller's matter. */
export async function readProvinces(db: D1Database): Promise<Province[]> {
  const { results } = await db
    .prepare('SELECT code, name, full_name AS fullName FROM province')
    .all<Province>();
  return results;
}

export interface FormerUnitName {
  fullName: string;
  district: string;
  formerProvince: string;
  mergeNote: string;
}

/** The former communes whose ground lies in a present commune, in the order of the source. */
export async function readFormerUnitsOf(db: D1Database, communeCode: string): Promise<FormerUnitName[]> {
  const { results } = await db
    .prepare(
      `SELECT former_unit.full_name AS fullName, former_unit.district AS district,
         former_province.full_name AS formerProvince, former_unit.merge_note AS mergeNote
       FROM former_unit JOIN former_province ON former_province.code = former_unit.former_province_code
       WHERE former_unit.commune_code = ?1
       ORDER BY former_unit.id`,
    )
    .bind(communeCode)
    .all<FormerUnitName>();
  return results;
}
