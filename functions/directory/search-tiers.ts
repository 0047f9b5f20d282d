/**
 * In which order places answer a question: the exact name; words of the name; what the words mean (a unit, a service);
 * the words anywhere. Within each, the order of search-order.ts. Pure.
 */

import { areaMatch } from './search-filters.ts';
import { allWords, anyOf, beginning, both, butNot, either, inColumn, sideBySide } from './search-match.ts';
import { TERM_FILTERS } from './term-words.ts';
import type { Meaning, MeantTerm } from './understand.ts';
import { nameToken } from './unit-names.ts';

/** Terms that most places say nothing of: a question that names one is widened, and the page says so. */
const SOFT_TAXONOMIES = new Set<string>([
  TERM_FILTERS.cho.taxonomy,
  TERM_FILTERS.chiPhi.taxonomy,
  TERM_FILTERS.cachVao.taxonomy,
]);

/** From here on, words that all stand in a name mean that name. */
const MANY_WORDS = 4;

/** The terms of a question that say for whom, at what cost, how to enter. */
export function softTerms({ terms }: Pick<Meaning, 'terms'>): MeantTerm[] {
  return terms.filter(({ taxonomy }) => SOFT_TAXONOMIES.has(taxonomy));
}

/** The terms that a wider question keeps: the services; or all, when there is no service among them. */
export function hardTerms({ terms }: Pick<Meaning, 'terms'>): MeantTerm[] {
  const hard = terms.filter(({ taxonomy }) => !SOFT_TAXONOMIES.has(taxonomy));
  return hard.length === 0 ? [...terms] : hard;
}

/** The expressions of a question, best first. Empty when no word can be read. */
export function tiersOf(meaning: Meaning): string[] {
  const { words, said, runs, units, terms, rest } = meaning;
  if (said.length === 0) return [];
  // "quận 8" is one word of the question: a "quận" here and an "8" there are no answer to it.
  const anywhere = runs.map(sideBySide).reduce(both);
  // Many words together in one name are no accident, whatever they mean elsewhere; "tư" and "nhân" may be.
  const inName = inColumn('name', said.length < MANY_WORDS ? anywhere : allWords(said));
  const named = [anyOf([nameToken(words)])];
  if (units.length > 0) named.push(both(inName, areaMatch(units)));

  const meant = meantMatches(meaning);
  const nameFirst = [inColumn('name', sideBySide(words)), inName];
  // A province alone asks for what lies there ("Sài Gòn"), not for what is called so elsewhere.
  const isProvince =
    terms.length === 0 && rest.length === 0 && units.some(({ kind }) => kind.endsWith('province'));
  const middle = isProvince ? [...meant, ...nameFirst] : [...nameFirst, ...meant];
  return [...named, ...middle, sideBySide(said), anywhere];
}

/**
 * What is asked when nothing matches: the last word taken as the beginning of one, sent before it was typed out. Null
 * when that word is known to end the name of a unit or a service.
 */
export function unfinishedTier({ runs, rest }: Pick<Meaning, 'runs' | 'rest'>): string | null {
  const last = runs.at(-1);
  const [word] = last ?? [];
  if (last === undefined || word === undefined || last.length > 1 || rest.at(-1) !== word) return null;
  return [...runs.slice(0, -1).map(sideBySide), beginning(word)].reduce(both);
}

/**
 * What is asked when nothing matches all of it: what was understood, without the words that were not, and any of the
 * services. Null when that would ask for the same, or for nothing.
 */
export function partialTier(meaning: Meaning): string | null {
  const services = hardTerms(meaning);
  if (services.length === 0 || (services.length === 1 && meaning.rest.length === 0)) return null;
  const asked = anyOf(services.map(({ token }) => token));
  return meaning.units.length === 0 ? asked : both(asked, areaMatch(meaning.units));
}

function meantMatches(meaning: Meaning): string[] {
  const { units, unitRuns, terms, rest } = meaning;
  if (units.length === 0 && terms.length === 0) return [];
  const match = (used: readonly MeantTerm[]): string | null => {
    const parts = [
      ...(rest.length === 0 ? [] : [allWords(rest)]),
      // Of some places only the name says in which former unit they are.
      ...(units.length === 0
        ? []
        : [unitRuns.map((run) => inColumn('name', sideBySide(run))).reduce(either, areaMatch(units))]),
      ...used.map(({ token }) => anyOf([token])),
    ];
    return parts.length === 0 ? null : parts.reduce(both);
  };
  const wider = terms.filter(({ taxonomy }) => !SOFT_TAXONOMIES.has(taxonomy));
  return [match(terms), wider.length === terms.length ? null : match(wider)].flatMap((one) => one ?? []);
}

/** The tiers under filters, each without the places of those before it, so that none is shown twice. */
export function disjoint(tiers: readonly string[], filters: string): string[] {
  return tiers.map((tier, index) => {
    const before = tiers.slice(0, index);
    const fresh = before.length === 0 ? tier : butNot(tier, before.reduce(either));
    return both(filters, fresh);
  });
}
