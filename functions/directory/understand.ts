/** What a question's words mean: administrative units, terms of the taxonomy, and words that are just words. */
import type { D1Database } from '@cloudflare/workers-types';
import { ASIDES, type Aside, asideOf } from './everyday-phrases.ts';
import { MAX_HITS, shorten, withinProvince } from './list-units.ts';
import type { NamedUnit } from './named-unit.ts';
import { anyOf } from './search-match.ts';
import { type Question, type TermHit, termsOf, type UnitHit, unitsOf } from './store.ts';
import { TERM_FILTERS } from './term-words.ts';
import { nameCandidates } from './unit-names.ts';

/** Longest phrase, in words, that is looked for. */
const MAX_PHRASE_WORDS = 7;

/** A term that the words name. */
export interface MeantTerm {
  /** The taxonomy's id. */
  taxonomy: string;
  code: string;
  name: string;
  /** The filter word of its places. */
  token: string;
}

/** What the words of a question mean. */
export interface Meaning {
  words: readonly string[];
  /** Those of them that ask for something: without "ở đâu", "gần đây" and the like. */
  said: string[];
  /** What else the question asks, which another page answers. */
  asides: Aside[];
  units: NamedUnit[];
  hasMoreUnits: boolean;
  terms: MeantTerm[];
  /** What is said, in runs that belong together: each unit and each term one, every other word by itself. */
  runs: string[][];
  /** Those that name a unit smaller than a province. */
  unitRuns: string[][];
  /** Words of neither a unit nor a term. */
  rest: string[];
  /** Their indexes. */
  unknown: number[];
  /** Indexes of the words without the units, and without the terms, for a wider question. */
  withoutUnits: number[];
  withoutTerms: number[];
}

/** A run of the words that means something. */
interface Span {
  from: number;
  to: number;
  units: NamedUnit[];
  terms: MeantTerm[];
  /** For a phrase of everyday-phrases.ts, what it asks. */
  aside?: Aside | null;
}

/** The two questions that tell what words mean; nothing to ask without words. Their answers go to `meaningOf`. */
export function meaningQuestions(
  db: D1Database,
  words: readonly string[],
  provinceCode: string | null,
): readonly [units: Question<UnitHit[]> | null, terms: Question<TermHit[]> | null] {
  if (words.length === 0) return [null, null];
  const tokens = nameCandidates(words).map(({ token }) => token);
  const phrases = runsOf(words).map(({ phrase }) => phrase);
  return [
    tokens.length === 0 ? null : unitsOf(db, [withinProvince(anyOf(tokens), provinceCode)], MAX_HITS),
    termsOf(db, phrases),
  ];
}

/** Puts together what was found: as many words as can be understood, in as long names as can be, none twice. */
export function meaningOf(
  words: readonly string[],
  hits: readonly UnitHit[],
  phrases: readonly TermHit[],
): Meaning {
  const spans = [...termSpans(words, phrases), ...asideSpans(words), ...unitSpans(words, hits)];
  const covered = bestCover(words.length, spans);
  // A question of nothing but filling words may be a name: "Trung Tâm" is a ward.
  const isFilling = covered.reduce((sum, { from, to, aside }) => sum + (aside === null ? to - from : 0), 0);
  const taken =
    isFilling === words.length
      ? bestCover(
          words.length,
          spans.filter(({ aside }) => aside === undefined),
        )
      : covered;
  const { units, hasMore } = shorten(narrowed(taken.filter(({ units: own }) => own.length > 0)));
  const indexes = words.map((_, index) => index);
  const outside = (isOurs: (span: Span) => boolean): number[] =>
    indexes.filter((index) => !taken.some((span) => isOurs(span) && span.from <= index && index < span.to));
  const asides = new Set(taken.flatMap(({ aside }) => aside ?? []));
  const isAside = (span: Span): boolean => span.aside !== undefined;
  return {
    words,
    said: outside(isAside).flatMap((index) => words[index] ?? []),
    asides: ASIDES.filter((aside) => asides.has(aside)),
    units,
    hasMoreUnits: hasMore,
    terms: taken.flatMap(({ terms }) => terms),
    runs: runsApart(words, taken),
    unitRuns: taken
      .filter(({ units: own }) => own.length > 0 && !own.some(({ kind }) => kind.endsWith('province')))
      .map(({ from, to }) => words.slice(from, to)),
    rest: outside(() => true).flatMap((index) => words[index] ?? []),
    unknown: outside(() => true),
    withoutUnits: outside((span) => span.units.length > 0 || isAside(span)),
    withoutTerms: outside((span) => span.terms.length > 0 || isAside(span)),
  };
}

/** The spans that cover the most words without overlapping; of equals the longer, and of one run the first given. */
function bestCover(length: number, spans: readonly Span[]): Span[] {
  let best: { score: number; taken: Span[] }[] = [{ score: 0, taken: [] }];
  for (let from = length - 1; from >= 0; from -= 1) {
    const skipped = best[0] ?? { score: 0, taken: [] };
    let choice = skipped;
    for (const span of spans.filter((one) => one.from === from)) {
      const size = span.to - span.from;
      const after = best[size - 1] ?? { score: 0, taken: [] };
      const score = after.score + 100 * size + size * size;
      if (score > choice.score) choice = { score, taken: [span, ...after.taken] };
    }
    best = [choice, ...best];
  }
  return best[0]?.taken ?? [];
}

function runsApart(words: readonly string[], taken: readonly Span[]): string[][] {
  const runs: string[][] = [];
  for (let at = 0; at < words.length;) {
    const span = taken.find(({ from }) => from === at);
    const to = span?.to ?? at + 1;
    if (span?.aside === undefined) runs.push(words.slice(at, to));
    at = to;
  }
  return runs;
}

function unitSpans(words: readonly string[], hits: readonly UnitHit[]): Span[] {
  const named = hits.map(({ unit, filters }) => ({ unit, names: new Set(filters.split(' ')) }));
  return nameCandidates(words).flatMap(({ token, from, to }) => {
    const units = named.filter(({ names }) => names.has(token)).map(({ unit }) => unit);
    return units.length === 0 ? [] : [{ from, to, units, terms: [] }];
  });
}

function termSpans(words: readonly string[], hits: readonly TermHit[]): Span[] {
  return runsOf(words).flatMap(({ phrase, from, to }) => {
    const terms = hits.filter((hit) => hit.phrase === phrase).flatMap(meantTerm);
    return terms.length === 0 ? [] : [{ from, to, units: [], terms }];
  });
}

function meantTerm({ taxonomy, code, name }: TermHit): MeantTerm[] {
  const filter = Object.values(TERM_FILTERS).find((one) => one.taxonomy === taxonomy);
  return filter === undefined ? [] : [{ taxonomy, code, name, token: `${filter.prefix}:${code}` }];
}

function asideSpans(words: readonly string[]): Span[] {
  return runsOf(words).flatMap(({ phrase, from, to }) => {
    const aside = asideOf(phrase);
    return aside === undefined ? [] : [{ from, to, units: [], terms: [], aside }];
  });
}

function runsOf(words: readonly string[]): { phrase: string; from: number; to: number }[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(MAX_PHRASE_WORDS, words.length - from) }, (__, more) => ({
      phrase: words.slice(from, from + more + 1).join(' '),
      from,
      to: from + more + 1,
    })),
  );
}

/** The units of several names at once: those that lie inside another one named ("hoàng mai hà nội"), else all. */
function narrowed(spans: readonly Span[]): NamedUnit[] {
  const all = spans.flatMap(({ units }) => units);
  if (spans.length < 2) return all;
  const inside = spans.flatMap((span) =>
    span.units.filter((unit) =>
      spans.some((other) => other !== span && other.units.some((outer) => liesIn(unit, outer))),
    ),
  );
  return inside.length === 0 ? all : inside;
}

function liesIn(unit: NamedUnit, outer: NamedUnit): boolean {
  if (outer.kind === 'province') return unit.kind !== 'province' && unit.provinceCode === outer.code;
  if (outer.kind === 'former-province') return unit.formerArea?.endsWith(outer.fullName) ?? false;
  if (outer.kind !== 'former-district') return false;
  if (unit.kind === 'former-commune') return unit.formerArea?.startsWith(`${outer.fullName}, `) ?? false;
  return unit.kind === 'commune' && outer.communes.some(({ code }) => code === unit.code);
}
