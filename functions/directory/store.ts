/** The SQL that answers the directory's questions. What a search means stands in find-places.ts. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { type NamedUnit, unpackUnit } from './named-unit.ts';

/** Counts stop here: one more than what is shown as "hơn 100". */
export const COUNT_CAP = 101;

/** A place as a list shows it. */
export interface PlaceCard {
  locationId: string;
  slug: string;
  name: string;
  communeCode: string | null;
  communeName: string | null;
  provinceCode: string;
  provinceName: string;
  /** Kind of place, as the source has it. */
  facilityType: string | null;
  /** Code of the taxonomy "Độ tin cậy": cao, vua-cao, vua, thap-vua or thap. */
  confidence: string;
  confidenceName: string;
  sourceDate: string | null;
  /** The day that all of its services were confirmed; null when one never was. */
  assuredDate: string | null;
  phoneCount: number;
  /** The place does not say where in the province it lies. */
  isDiscreet: boolean;
}

/**
 * A statement with what its answer means, so that several go to the database in one batch: every trip there costs
 * more than the search itself.
 */
export interface Question<T> {
  statement: D1PreparedStatement;
  answer: (rows: Record<string, unknown>[]) => T;
}

/** What a question is answered with; null where none was asked. */
type Answer<Q> = Q extends Question<infer T> ? T : null;

/** Asks everything in one trip, in the order given; what is null is not asked, and without questions nobody goes. */
export async function ask<const Q extends readonly (Question<unknown> | null)[]>(
  db: D1Database,
  questions: Q,
): Promise<{ [K in keyof Q]: Answer<Q[K]> }> {
  const asked = questions.flatMap((question) => question ?? []);
  const results =
    asked.length === 0
      ? []
      : await db.batch<Record<string, unknown>>(asked.map(({ statement }) => statement));
  let next = 0;
  const answers = questions.map((question) => {
    if (question === null) return null;
    const rows = results[next]?.results ?? [];
    next += 1;
    return question.answer(rows);
  });
  // The answers are in the order of the questions, each made by its own question.
  return answers as { [K in keyof Q]: Answer<Q[K]> };
}

/**
 * Places that match the first expression, then those that match the second, and so on; each in the order of
 * search-order.ts. No place may match two of them. Reads no further than the page.
 */
export function placesOf(
  db: D1Database,
  matches: readonly string[],
  limit: number,
  offset: number,
): Question<PlaceCard[]> {
  return {
    // CROSS JOIN keeps the order of the loops, and FTS5 gives rows by rowid: an ORDER BY would read every match first.
    statement: db
      .prepare(
        `SELECT place_search.card AS card
         FROM json_each(?1) AS tier CROSS JOIN place_search
         WHERE place_search MATCH tier.value LIMIT ?2 OFFSET ?3`,
      )
      .bind(JSON.stringify(matches), limit, offset),
    // Written by search-rows.ts, so it has the form of a PlaceCard.
    answer: (rows) => rows.map(({ card }) => JSON.parse(String(card)) as PlaceCard),
  };
}

/** How many places match, counted up to a cap, and how many of those looked at have each facet. */
export interface Tally {
  total: number;
  facets: ReadonlyMap<string, number>;
}

/** A page of results with their number; `choices` is what the search form offers, as JSON. */
export interface ResultPage {
  places: PlaceCard[];
  tally: Tally;
  choices: string | null;
}

/**
 * The places of placesOf, with how many match `all` and their facets, both up to COUNT_CAP. One statement, because D1
 * spends more on each of a batch than these three take to answer.
 */
export function resultPage(
  db: D1Database,
  matches: readonly string[],
  all: string,
  limit: number,
  offset: number,
): Question<ResultPage> {
  return {
    statement: db
      .prepare(
        `SELECT NULL AS total, card AS text
         FROM (SELECT place_search.card AS card FROM json_each(?1) AS tier CROSS JOIN place_search
               WHERE place_search MATCH tier.value LIMIT ?2 OFFSET ?3)
         UNION ALL
         SELECT count(*), group_concat(facets, ' ')
         FROM (SELECT facets FROM place_search WHERE place_search MATCH ?4 LIMIT ${COUNT_CAP})
         UNION ALL
         SELECT -1, choices FROM directory_choices WHERE id = 1`,
      )
      .bind(JSON.stringify(matches), limit, offset, all),
    answer: (rows) => {
      const places = rows.filter(({ total }) => total === null);
      const counted = rows.find(({ total }) => total !== null && Number(total) >= 0);
      const offered = rows.find(({ total }) => total === -1);
      const facets = new Map<string, number>();
      for (const facet of String(counted?.text ?? '').split(' '))
        facets.set(facet, (facets.get(facet) ?? 0) + 1);
      return {
        // Written by search-rows.ts, so it has the form of a PlaceCard.
        places: places.map(({ text }) => JSON.parse(String(text)) as PlaceCard),
        tally: { total: Number(counted?.total ?? 0), facets },
        choices: offered === undefined ? null : String(offered.text),
      };
    },
  };
}

/** How many places match, counted up to `cap`. */
export function countOf(db: D1Database, match: string, cap: number): Question<number> {
  return {
    statement: db
      .prepare(
        'SELECT count(*) AS total FROM (SELECT 1 FROM place_search WHERE place_search MATCH ?1 LIMIT ?2)',
      )
      .bind(match, cap),
    answer: ([row]) => Number(row?.total ?? 0),
  };
}

/** Places that match an expression, in the order of search-order.ts. */
export async function searchPlaces(
  db: D1Database,
  match: string,
  limit: number,
  offset: number,
): Promise<PlaceCard[]> {
  const [places] = await ask(db, [placesOf(db, [match], limit, offset)]);
  return places;
}

/** A unit that the unit search found; `filters` holds the names it answers to. */
export interface UnitHit {
  unit: NamedUnit;
  filters: string;
}

/** Units that match the first expression that any matches, in the order in which units of one name are offered. */
export function unitsOf(db: D1Database, matches: readonly string[], limit: number): Question<UnitHit[]> {
  return {
    statement: db
      .prepare(
        `SELECT tier.key AS tier, unit_search.unit AS unit, unit_search.filters AS filters
         FROM json_each(?1) AS tier CROSS JOIN unit_search
         WHERE unit_search MATCH tier.value LIMIT ?2`,
      )
      .bind(JSON.stringify(matches), limit),
    answer: (rows) =>
      rows
        .filter(({ tier }) => tier === rows[0]?.tier)
        .map(({ unit, filters }) => ({ unit: unpackUnit(String(unit)), filters: String(filters) })),
  };
}

/** A phrase that means a term of the taxonomy. */
export interface TermHit {
  phrase: string;
  /** The taxonomy's id. */
  taxonomy: string;
  code: string;
  name: string;
}

const TERM_COLUMNS = `SELECT term_phrase.phrase AS phrase, taxonomy_term.taxonomy_id AS taxonomy,
  taxonomy_term.code AS code, taxonomy_term.name AS name`;

function termHits(rows: Record<string, unknown>[]): TermHit[] {
  return rows.map(({ phrase, taxonomy, code, name }) => ({
    phrase: String(phrase),
    taxonomy: String(taxonomy),
    code: String(code),
    name: String(name),
  }));
}

/** The terms that any of these folded phrases mean. */
export function termsOf(db: D1Database, phrases: readonly string[]): Question<TermHit[]> {
  return {
    statement: db
      .prepare(
        `${TERM_COLUMNS} FROM json_each(?1) AS asked
         CROSS JOIN term_phrase ON term_phrase.phrase = asked.value
         JOIN taxonomy_term ON taxonomy_term.id = term_phrase.term_id`,
      )
      .bind(JSON.stringify(phrases)),
    answer: termHits,
  };
}

/** The terms of which a folded phrase begins like this. */
export function termsBeginning(db: D1Database, text: string, limit: number): Question<TermHit[]> {
  return {
    statement: db
      .prepare(
        `${TERM_COLUMNS} FROM term_phrase JOIN taxonomy_term ON taxonomy_term.id = term_phrase.term_id
         WHERE term_phrase.phrase >= ?1 AND term_phrase.phrase < ?1 || '{' LIMIT ?2`,
      )
      .bind(text, limit),
    answer: termHits,
  };
}

/** Entries of a table of spellings that share the most letters with a question, best first. */
export function spellingsOf(
  db: D1Database,
  table: 'name_spelling' | 'search_spelling',
  match: string,
  limit: number,
): Question<{ name: string; display: string }[]> {
  return {
    statement: db
      .prepare(`SELECT name, display FROM ${table} WHERE ${table} MATCH ?1 ORDER BY rank LIMIT ?2`)
      .bind(match, limit),
    answer: (rows) => rows.map(({ name, display }) => ({ name: String(name), display: String(display) })),
  };
}

/** The names of those of these days that are days off, by day. */
export function holidaysOn(db: D1Database, dates: readonly string[]): Question<ReadonlyMap<string, string>> {
  return {
    statement: db
      .prepare('SELECT date, name FROM holiday WHERE date IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(dates)),
    answer: (rows) => new Map(rows.map(({ date, name }) => [String(date), String(name)])),
  };
}

/** What the search form offers, as JSON; null before anything was loaded. */
export function choicesOf(db: D1Database): Question<string | null> {
  return {
    statement: db.prepare('SELECT choices FROM directory_choices WHERE id = 1'),
    answer: ([row]) => (row === undefined ? null : String(row.choices)),
  };
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
