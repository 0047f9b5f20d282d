/** Understanding the name of an administrative unit, present or former, and listing the provinces. */
import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../domain/fold.ts';
import { communeToken, type NamedUnit } from './named-unit.ts';
import { allWords, anyOf, both, wordsThenPrefix } from './search-match.ts';
import { ask, choicesOf, type Question, type UnitHit, unitsOf } from './store.ts';
import type { DirectoryChoices } from './term-words.ts';
import { nameToken } from './unit-names.ts';

/** Units of the same name that are looked at. Seventy former communes are called Tân Lập or the like. */
export const MAX_HITS = 100;

/** Units that an answer names; the visitor narrows the rest down by choosing a province. */
const MAX_UNITS = 8;

/** Words of a question that are looked at. */
export const MAX_WORDS = 12;

/** What a text was found to name. */
export interface NamedUnits {
  units: NamedUnit[];
  /** More units have this name than are given. */
  hasMore: boolean;
}

/** What the search form offers, from its JSON; nothing before anything was loaded. */
export function choicesFrom(json: string | null): DirectoryChoices {
  const none = { dichVu: [], cho: [], loai: [], chiPhi: [], cachVao: [] };
  // Written by load-directory.ts, so it has the form of DirectoryChoices.
  return json === null ? { provinces: [], terms: none } : (JSON.parse(json) as DirectoryChoices);
}

/** The 34 provinces in the order of the Vietnamese alphabet. */
export async function listProvinces(db: D1Database): Promise<DirectoryChoices['provinces']> {
  const [json] = await ask(db, [choicesOf(db)]);
  return choicesFrom(json).provinces;
}

/** The present commune of a five-digit code; null when there is none. */
export async function getCommune(db: D1Database, code: string): Promise<NamedUnit | null> {
  const [hits] = await ask(db, [unitsOf(db, [anyOf([communeToken(code)])], 1)]);
  return hits[0]?.unit ?? null;
}

/**
 * The units that a whole text names ("Hoàng Mai", "phuong hoang mai ha noi", "huyen ba vi", "00331"), in one present
 * province when its code is given. Exact names win; else every word must occur in the unit's name or the names around
 * it. Null for a text without a word.
 */
export function unitsNamed(
  db: D1Database,
  text: string,
  provinceCode: string | null,
): Question<NamedUnits> | null {
  const words = foldedWords(text).slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const matches = /^\d{5}$/.test(text)
    ? [anyOf([communeToken(text)])]
    : [anyOf([nameToken(words)]), allWords(words), wordsThenPrefix(words)];
  const { statement, answer } = unitsOf(
    db,
    matches.map((match) => withinProvince(match, provinceCode)),
    MAX_HITS,
  );
  return { statement, answer: (rows) => shorten(answer(rows).map(({ unit }: UnitHit) => unit)) };
}

/** The expression, for units of one present province when its code is given. */
export function withinProvince(match: string, provinceCode: string | null): string {
  return provinceCode === null ? match : both(match, anyOf([`tinh:${provinceCode}`]));
}

/** The first of many units, each said once. */
export function shorten(all: readonly NamedUnit[]): NamedUnits {
  const units = withoutRenamed(all);
  return { units: units.slice(0, MAX_UNITS), hasMore: units.length > MAX_UNITS };
}

/** Leaves out a former unit that says no more than a present one of the same name in the list. */
function withoutRenamed(units: readonly NamedUnit[]): NamedUnit[] {
  const isSaidBy = (former: NamedUnit, present: NamedUnit): boolean =>
    present.fullName === former.fullName &&
    (former.kind === 'former-province'
      ? present.kind === 'province' && present.code === former.provinceCode
      : present.kind === 'commune' &&
        former.communes.length === 1 &&
        former.communes[0]?.code === present.code);
  return units.filter((unit) => !units.some((other) => other !== unit && isSaidBy(unit, other)));
}
