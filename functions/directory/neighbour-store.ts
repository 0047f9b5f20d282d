/** The SQL of what lies near: neighbours of communes, and the places in them. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { Neighbour } from './commune-neighbours.ts';

/** Communes of one INSERT: their neighbours as JSON stay under D1's 2 MB for one bound value. */
const COMMUNES_PER_STATEMENT = 1000;

/** Replaces all neighbours, for the batch that writes the communes; `clear` stands before them, `write` after. */
export function neighbourStatements(
  db: D1Database,
  neighbours: ReadonlyMap<string, readonly Neighbour[]>,
): { clear: D1PreparedStatement; write: D1PreparedStatement[] } {
  const rows = [...neighbours].map(([code, near]) => [code, near.map(({ code, metres }) => [code, metres])]);
  const write: D1PreparedStatement[] = [];
  for (let from = 0; from < rows.length; from += COMMUNES_PER_STATEMENT) {
    write.push(
      db
        .prepare(
          `INSERT INTO commune_neighbours (commune_code, neighbours)
           SELECT value ->> 0, value -> 1 FROM json_each(?1)`,
        )
        .bind(JSON.stringify(rows.slice(from, from + COMMUNES_PER_STATEMENT))),
    );
  }
  return { clear: db.prepare('DELETE FROM commune_neighbours'), write };
}

/** A commune with its centre and its neighbours. */
export interface CommuneRow {
  code: string;
  fullName: string;
  lat: number;
  lon: number;
  provinceCode: string;
  provinceName: string;
  provinceFullName: string;
  /** JSON [[code, metres], …], nearest first. */
  neighbours: string;
}

/** The present commune of this code; null when there is none. */
export async function readCommune(db: D1Database, code: string): Promise<CommuneRow | null> {
  return db
    .prepare(
      `SELECT commune.code AS code, commune.full_name AS fullName, commune.lat AS lat, commune.lon AS lon,
         province.code AS provinceCode, province.name AS provinceName, province.full_name AS provinceFullName,
         commune_neighbours.neighbours AS neighbours
       FROM commune
       JOIN province ON province.code = commune.province_code
       JOIN commune_neighbours ON commune_neighbours.commune_code = commune.code
       WHERE commune.code = ?1`,
    )
    .bind(code)
    .first<CommuneRow>();
}

/** Names of communes, in the order of the codes. */
export async function readCommuneNames(
  db: D1Database,
  codes: readonly string[],
): Promise<{ code: string; fullName: string; provinceCode: string; provinceName: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT commune.code AS code, commune.full_name AS fullName,
         province.code AS provinceCode, province.full_name AS provinceName
       FROM json_each(?1) AS asked
       JOIN commune ON commune.code = asked.value
       JOIN province ON province.code = commune.province_code
       ORDER BY asked.key`,
    )
    .bind(JSON.stringify(codes))
    .all<{ code: string; fullName: string; provinceCode: string; provinceName: string }>();
  return results;
}

/** Centres of the communes inside a box of `degrees` around a point, read from an index by latitude. */
export async function readCentresAround(
  db: D1Database,
  { lat, lon }: { lat: number; lon: number },
  degrees: number,
): Promise<{ code: string; lat: number; lon: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT code, lat, lon FROM commune
       WHERE lat BETWEEN ?1 - ?3 AND ?1 + ?3 AND lon BETWEEN ?2 - ?3 AND ?2 + ?3`,
    )
    .bind(lat, lon, degrees)
    .all<{ code: string; lat: number; lon: number }>();
  return results;
}

/** Centres of the provinces. */
export async function readProvinceCentres(
  db: D1Database,
): Promise<{ code: string; lat: number; lon: number }[]> {
  const { results } = await db
    .prepare('SELECT code, lat, lon FROM province')
    .all<{ code: string; lat: number; lon: number }>();
  return results;
}

/** What every list says of a place. */
export interface ListedPlace {
  slug: string;
  name: string;
  /** Kind of place, as the source has it. */
  facilityType: string | null;
  phoneCount: number;
  /** The day that all of its active services were confirmed; null when one never was. */
  assuredDate: string | null;
}

const LISTED = `location.slug AS slug, location.name AS name,
  (SELECT facility.value FROM service_at_location AS link
   JOIN attribute AS facility ON facility.link_id = link.service_id AND facility.link_type = 'facility-type'
   WHERE link.location_id = location.id LIMIT 1) AS facilityType,
  (SELECT count(*) FROM phone WHERE phone.location_id = location.id) AS phoneCount,
  (SELECT CASE WHEN count(*) = count(service.assured_date) THEN min(service.assured_date) END
   FROM service_at_location AS link
   JOIN service ON service.id = link.service_id AND service.status = 'active'
   WHERE link.location_id = location.id) AS assuredDate`;

/** A place whose commune is known and may be told. */
export interface PlacedRow extends ListedPlace {
  communeCode: string;
  communeName: string;
  communeLat: number;
  communeLon: number;
  provinceName: string;
  /** The place's own position where it is known. */
  lat: number | null;
  lon: number | null;
}

/** Places that match an FTS5 expression, in no order, without those that no commune or a discreet one is told of. */
export async function readPlacedPlaces(db: D1Database, match: string, limit: number): Promise<PlacedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${LISTED}, commune.code AS communeCode, commune.full_name AS communeName,
         commune.lat AS communeLat, commune.lon AS communeLon, province.full_name AS provinceName,
         location.latitude AS lat, location.longitude AS lon
       FROM (SELECT location_id FROM place_search WHERE place_search MATCH ?1 LIMIT ?2) AS hit
       JOIN location ON location.id = hit.location_id
       JOIN commune ON commune.code = location.commune_code
       JOIN province ON province.code = location.province_code
       WHERE NOT EXISTS (
         SELECT 1 FROM attribute WHERE attribute.link_id = location.id AND attribute.link_type = 'discreet'
       )`,
    )
    .bind(match, limit)
    .all<PlacedRow>();
  return results;
}

/**
 * Places of a province of which nothing nearer may be said: their commune is not known, or they are discreet. Only
 * those with an active service.
 */
export async function readUnplacedPlaces(
  db: D1Database,
  provinceCode: string,
  limit: number,
): Promise<ListedPlace[]> {
  const isActive = `EXISTS (
    SELECT 1 FROM service_at_location AS link JOIN service ON service.id = link.service_id
    WHERE link.location_id = location.id AND service.status = 'active')`;
  const { results } = await db
    .prepare(
      `WITH unplaced AS (
         SELECT id FROM (SELECT location.id FROM location
           WHERE location.province_code = ?1 AND location.commune_code IS NULL AND ${isActive} LIMIT ?2)
         UNION
         SELECT id FROM (SELECT location.id FROM attribute CROSS JOIN location ON location.id = attribute.link_id
           WHERE attribute.link_type = 'discreet' AND location.province_code = ?1 AND ${isActive} LIMIT ?2)
       )
       SELECT ${LISTED} FROM unplaced JOIN location ON location.id = unplaced.id
       ORDER BY location.name LIMIT ?2`,
    )
    .bind(provinceCode, limit)
    .all<ListedPlace>();
  return results;
}

/** The present provinces with how many communes each has, in no order. */
export async function readProvinces(
  db: D1Database,
): Promise<{ code: string; name: string; fullName: string; communeCount: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT code, name, full_name AS fullName,
         (SELECT count(*) FROM commune WHERE commune.province_code = province.code) AS communeCount
       FROM province`,
    )
    .all<{ code: string; name: string; fullName: string; communeCount: number }>();
  return results;
}

/** The present communes of a province, in no order. */
export async function readCommunesOf(
  db: D1Database,
  provinceCode: string,
): Promise<{ code: string; name: string; fullName: string }[]> {
  const { results } = await db
    .prepare('SELECT code, name, full_name AS fullName FROM commune WHERE province_code = ?1')
    .bind(provinceCode)
    .all<{ code: string; name: string; fullName: string }>();
  return results;
}
