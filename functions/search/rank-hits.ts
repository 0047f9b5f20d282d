/** In which order entries answer a question. docs/decisions/0011-site-search.md says why so. Pure. */
import { mayBeCited, standingOn } from '../../domain/legal-standing.ts';
import { listenTo } from './phrases.ts';
import type { Asked, SiteQuestion } from './read-question.ts';
import { type EntryKind, type IndexedEntry, pageOf } from './search-entry.ts';
import type { Hit } from './store.ts';

/** What explains comes before what only names. */
const WEIGHT_OF: Record<EntryKind, number> = {
  guide: 1,
  question: 1.05,
  phones: 1,
  page: 0.8,
  change: 0.8,
  term: 0.8,
  campaign: 0.75,
  figure: 0.7,
  document: 0.7,
  provision: 0.5,
};

/** How much a place where something asked stands says that the entry is about it. */
const IN_HEADING = 1;
const IN_PAGE = 0.9;
const IN_ALSO = 0.6;
const IN_TEXT = 0.4;

/** What was meant stands there, and not what was typed. */
const MEANT = 0.85;

/** What stands in a second place as well says more, but not as much again. */
const AGAIN = 0.3;

/** What is out of force is found, but behind what applies. */
const OUT_OF_FORCE = 0.6;

/** A page for one case alone, when the question does not name the case. */
const OTHER_CASE = 0.5;

/** The guide for a danger comes before all else, however little of the question it speaks of. */
const DANGER = 8;

/** What FTS5's own measure adds: it counts how often words stand in how long a text. */
const CLOSENESS = 0.3;

/** An entry that speaks of everything asked outweighs several that speak of a part. */
const EVERYTHING = 1.5;

/** Entries that the number of a word's entries is compared with. Only the proportion between words matters. */
const ENTRIES = 1000;

/** A hit that answers. */
export interface RankedHit extends Hit {
  /** The question asks for all that the heading says. */
  isHeadingAsked: boolean;
}

/** How much something asked tells: the fewer entries hold its rarest word, the more. */
export type Telling = (asked: Asked) => number;

/** A phrase that people are known to use is an intention, however often its words stand elsewhere. */
const KNOWN_PHRASE = 4.5;

/** How much something asked tells, from the numbers of entries that hold each word. */
export function tellingOf(counts: ReadonlyMap<string, number>): Telling {
  return ({ ways: [typed], isIntent }) =>
    isIntent
      ? KNOWN_PHRASE
      : Math.max(
          0,
          ...typed.words.map(({ folded }) => Math.log(1 + ENTRIES / (1 + (counts.get(folded) ?? 0)))),
        );
}

/** An entry that speaks of less of what was asked answers nothing. */
const MIN_COVERED = 0.45;

/** Far below the best, entries only hold some of the same words. */
const MIN_OF_BEST = 0.12;

/**
 * The hits that answer, best first.
 *
 * @param urgent the pages that say what to do about the question's dangers
 * @param today ISO day in Việt Nam, on which the law is looked at
 */
export function rankHits(
  hits: readonly Hit[],
  question: SiteQuestion,
  telling: Telling,
  urgent: readonly string[],
  today: string,
): RankedHit[] {
  const closest = Math.max(...hits.map(({ score }) => score));
  const isUrgent = ({ entry }: Hit): boolean => urgent.includes(pageOf(entry.address));
  const ranked = hits
    .map((hit) => {
      const { entry } = hit;
      const { covered, fits, isHeadingAsked } = fitOf(entry, question.asked, telling);
      if (covered < MIN_COVERED && !isUrgent(hit)) return { entry, isHeadingAsked, score: 0 };
      const close = (hit.score / closest) ** CLOSENESS;
      const weight = weightOf(entry, question, today);
      return { entry, isHeadingAsked, score: close * weight * (isUrgent(hit) ? DANGER + fits : fits) };
    })
    .sort((a, b) => b.score - a.score);
  const least = MIN_OF_BEST * (ranked.find((hit) => !isUrgent(hit))?.score ?? 0);
  return ranked.filter(({ score }) => score > 0 && score >= least);
}

function weightOf({ kind, phases, onlyFor }: IndexedEntry, { said }: SiteQuestion, today: string): number {
  const isOver = phases !== null && !mayBeCited(standingOn(phases, today).standing);
  const isOtherCase = onlyFor !== '' && !onlyFor.split('\n').some((name) => said.includes(` ${name} `));
  return WEIGHT_OF[kind] * (isOver ? OUT_OF_FORCE : 1) * (isOtherCase ? OTHER_CASE : 1);
}

/** How much of the question the entry speaks of and where, and how much of its headings the question asks. */
function fitOf(
  { spoken }: IndexedEntry,
  asked: readonly Asked[],
  telling: Telling,
): { covered: number; fits: number; isHeadingAsked: boolean } {
  const page = listenTo(spoken.page);
  const heading = listenTo(spoken.heading);
  const places = [
    { listener: heading, weight: IN_HEADING },
    { listener: page, weight: IN_PAGE },
    { listener: listenTo(spoken.also), weight: IN_ALSO },
    { listener: listenTo(spoken.text), weight: IN_TEXT },
  ];
  let all = 0;
  let found = 0;
  let covered = 0;
  let inTitle = 0;
  for (const one of asked) {
    const { ways } = one;
    const weight = telling(one);
    all += weight;
    const heard = places.filter(({ listener }) => ways.some((way) => listener.hears(way)));
    const [first] = heard;
    if (first === undefined) continue;
    covered += weight;
    const isTyped = heard.some(({ listener }) => listener.hears(ways[0]));
    found += weight * (first.weight + (heard.length > 1 ? AGAIN : 0)) * (isTyped ? 1 : MEANT);
    if (heard.some(({ listener }) => listener === page)) inTitle += weight;
  }
  const ways = asked.flatMap((one) => one.ways);
  const asksHeading = heading.part(ways);
  const titles = 1 + inTitle / all + page.part(ways) / 2 + asksHeading * 1.5;
  return {
    covered: covered / all,
    fits: (found / all) ** EVERYTHING * titles,
    isHeadingAsked: asksHeading === 1,
  };
}
