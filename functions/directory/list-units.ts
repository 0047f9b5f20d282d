/** Understanding the name of an administrative unit, present or former, and listing the provinces. */
import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../domain/fold.ts';
import { allWords, anyOf, both, wordsThenPrefix } from './search-match.ts';
import {
  type Province,
  readProvinces,
  readUnits,
  searchUnits,
  type UnitHit,
  type UnitKind,
} from './store.ts';
import { nameCandidates, nameToken } from './unit-names.ts';

/** Units of the same name that are looked at. Seventy former communes are called Tân Lập or the like. */
const MAX_HITS = 60;

/** Units that an answer names; the visitor narrows the rest down by choosing a province. */
const MAX_UNITS = 8;

/** Words of a question that are looked at. */
export const MAX_WORDS = 12;

/** A present commune: where a former unit's ground lies now. */
export interface Ground {
  code: string;
  fullName: string;
}

/** An administrative unit that the visitor's words name. */
export interface NamedUnit {
  kind: UnitKind;
  code: string;
  fullName: string;
  /** District and province as they were, for a former district or commune; null otherwise. */
  formerArea: string | null;
  /** The present province. */
  provinceCode: string;
  provinceName: string;
  /** The present communes that hold the unit's ground; empty for a present or former province. */
  communes: Ground[];
}

/** What a text was found to name. */
export interface NamedUnits {
  units: NamedUnit[];
  /** More units have this name than are given. */
  hasMore: boolean;
  /** Words of the text that are not part of a name. */
  rest: string[];
}

/** The 34 provinces in the order of the Vietnamese alphabet. */
export async function listProvinces(db: D1Database): Promise<Province[]> {
  const order = new Intl.Collator('vi');
  return (await readProvinces(db)).sort((a, b) => order.compare(a.name, b.name));
}

/** The present commune of a five-digit code; null when there is none. */
export async function getCommune(db: D1Database, code: string): Promise<NamedUnit | null> {
  return (await describe(db, [{ kind: 'commune', code }]))[0] ?? null;
}

/**
 * The units that a whole text names ("Hoàng Mai", "phuong hoang mai ha noi", "huyen ba vi"), in one present province
 * when its code is given. Exact names win; else every word must occur in the unit's name or the names around it.
 */
export async function findUnits(
  db: D1Database,
  text: string,
  provinceCode: string | null,
): Promise<NamedUnits> {
  const words = foldedWords(text).slice(0, MAX_WORDS);
  if (words.length === 0) return { units: [], hasMore: false, rest: [] };
  for (const match of [anyOf([nameToken(words)]), allWords(words), wordsThenPrefix(words)]) {
    const hits = await searchUnits(db, within(match, provinceCode), MAX_HITS);
    if (hits.length > 0) return { ...(await shorten(db, hits)), rest: [] };
  }
  return { units: [], hasMore: false, rest: words };
}

/** The units named somewhere in a question, the longest names only, and the words left over. */
export async function findUnitsInside(
  db: D1Database,
  words: readonly string[],
  provinceCode: string | null,
): Promise<NamedUnits> {
  const candidates = nameCandidates(words);
  if (candidates.length === 0) return { units: [], hasMore: false, rest: [...words] };
  const tokens = candidates.map(({ token }) => token);
  const hits = await searchUnits(db, within(anyOf(tokens), provinceCode), MAX_HITS);

  const named = hits.map((hit) => {
    const names = new Set(hit.filters.split(' '));
    return { hit, candidate: candidates.find(({ token }) => names.has(token)) };
  });
  const lengthOf = (item: (typeof named)[number]): number =>
    item.candidate === undefined ? 0 : item.candidate.to - item.candidate.from;
  const longest = Math.max(0, ...named.map(lengthOf));
  const kept = named.filter((item) => lengthOf(item) === longest);
  const isNamed = (index: number): boolean =>
    kept.some(({ candidate }) => candidate !== undefined && candidate.from <= index && index < candidate.to);
  return {
    ...(await shorten(
      db,
      kept.map(({ hit }) => hit),
    )),
    rest: words.filter((_, index) => !isNamed(index)),
  };
}

function within(match: string, provinceCode: string | null): string {
  return provinceCode === null ? match : both(match, anyOf([`tinh:${provinceCode}`]));
}

async function shorten(
  db: D1Database,
  hits: readonly UnitHit[],
): Promise<{ units: NamedUnit[]; hasMore: boolean }> {
  const units = withoutRenamed(await describe(db, hits.slice(0, 2 * MAX_UNITS)));
  return {
    units: units.slice(0, MAX_UNITS),
    hasMore: units.length > MAX_UNITS || hits.length > 2 * MAX_UNITS,
  };
}

async function describe(
  db: D1Database,
  asked: readonly { kind: UnitKind; code: string }[],
): Promise<NamedUnit[]> {
  if (asked.length === 0) return [];
  const rows = await readUnits(
    db,
    asked.map(({ kind, code }) => ({ kind, code })),
  );
  return asked.flatMap(({ kind, code }) => {
    const own = rows.filter((row) => row.kind === kind && row.code === code);
    const [first] = own;
    if (first === undefined) return [];
    const communes = own.flatMap(({ communeCode, communeName }) =>
      communeCode === null || communeName === null ? [] : [{ code: communeCode, fullName: communeName }],
    );
    const { fullName, formerArea, provinceCode, provinceName } = first;
    return [{ kind, code, fullName, formerArea, provinceCode, provinceName, communes }];
  });
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
