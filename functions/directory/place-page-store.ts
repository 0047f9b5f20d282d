/** The SQL that a place's page needs beside the place's own rows. */
import type { D1Database } from '@cloudflare/workers-types';

/** The location behind an address that places have now or had before they were merged. */
export interface SlugHit {
  locationId: string;
  /** The address of the place now: another than the one asked for when the place was merged. */
  slug: string;
}

/** The place behind an address; null when there is and was none. A present address outweighs a former one. */
export async function findSlug(db: D1Database, slug: string): Promise<SlugHit | null> {
  return db
    .prepare(
      `SELECT id AS locationId, slug FROM location WHERE slug = ?1
       UNION ALL
       SELECT location.id, location.slug FROM former_slug
       JOIN location ON location.id = former_slug.location_id WHERE former_slug.slug = ?1
       LIMIT 1`,
    )
    .bind(slug)
    .first<SlugHit>();
}

/** The address of the place into which the one at this address was merged; null when it was not. */
export async function findMergedInto(db: D1Database, slug: string): Promise<string | null> {
  return db
    .prepare(
      `SELECT location.slug AS slug FROM former_slug
       JOIN location ON location.id = former_slug.location_id WHERE former_slug.slug = ?1`,
    )
    .bind(slug)
    .first<string>('slug');
}

export interface TermName {
  id: string;
  code: string;
  name: string;
}

export interface CommuneOfPlace {
  code: string;
  fullName: string;
  lat: number;
  lon: number;
}

/** Who confirmed a place last. */
export interface AssuranceRow {
  /** The officer's role; null when no officer did, but an import for example. */
  role: string | null;
  source: string;
}

/** What the rows of a place refer to. */
export interface PlaceSurroundings {
  terms: TermName[];
  province: { code: string; fullName: string } | null;
  commune: CommuneOfPlace | null;
  assurance: AssuranceRow | null;
}

/** Reads in one go what the rows of a place refer to. */
export async function readSurroundings(
  db: D1Database,
  asked: {
    locationId: string;
    termIds: readonly string[];
    provinceCode: string | null;
    communeCode: string | null;
    assuredDate: string | null;
  },
): Promise<PlaceSurroundings> {
  // The type of each answer is that of its SELECT.
  const [terms, provinces, communes, assurances] = (await db.batch([
    db
      .prepare('SELECT id, code, name FROM taxonomy_term WHERE id IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(asked.termIds)),
    db.prepare('SELECT code, full_name AS fullName FROM province WHERE code = ?1').bind(asked.provinceCode),
    db
      .prepare('SELECT code, full_name AS fullName, lat, lon FROM commune WHERE code = ?1')
      .bind(asked.communeCode),
    db
      .prepare(
        `SELECT officer.role AS role, metadata.source AS source
         FROM metadata LEFT JOIN officer ON officer.id = metadata.updated_by
         WHERE metadata.location_id = ?1 AND metadata.field_name = 'assured_date'
           AND metadata.replacement_value = ?2
         ORDER BY metadata.last_action_date DESC LIMIT 1`,
      )
      .bind(asked.locationId, asked.assuredDate),
  ])) as unknown as [
    { results: TermName[] },
    { results: { code: string; fullName: string }[] },
    { results: CommuneOfPlace[] },
    { results: AssuranceRow[] },
  ];
  return {
    terms: terms.results,
    province: provinces.results[0] ?? null,
    commune: communes.results[0] ?? null,
    assurance: assurances.results[0] ?? null,
  };
}

/** The holidays of a span of days, both ends included, as the file has them. */
export async function readHolidays(
  db: D1Database,
  from: string,
  to: string,
): Promise<{ date: string; name: string; isExpected: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT date, name, is_expected AS isExpected FROM holiday
       WHERE date BETWEEN ?1 AND ?2 ORDER BY date`,
    )
    .bind(from, to)
    .all<{ date: string; name: string; isExpected: number }>();
  return results;
}
