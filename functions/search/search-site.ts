import type { D1Database } from '@cloudflare/workers-types';
import { localDay } from '../../domain/local-day.ts';
import { guidePath } from '../../domain/paths.ts';
import { MAX_QUERY_LENGTH, parseDirectoryQuery } from '../directory/directory-query.ts';
import { findPlaces } from '../directory/find-places.ts';
import { type Correction, corrections, spellingMatch } from '../directory/spelling.ts';
import { ask, spellingsOf } from '../directory/store.ts';
import { isPartOfName, placesFirst, placesOf, type SitePlaces } from './asked-places.ts';
import { type ExcerptPart, excerptOf } from './excerpt.ts';
import { type RankedHit, rankHits, type Telling, tellingOf } from './rank-hits.ts';
import { type Danger, readQuestion, type SiteQuestion } from './read-question.ts';
import { type EntryKind, type IndexedEntry, pageOf } from './search-entry.ts';
import { countsOf, hitsOf } from './store.ts';

/** Longest question that is looked at; the form shows it as `maxlength`. */
export const MAX_QUESTION_LENGTH = MAX_QUERY_LENGTH;

/** Entries that are compared. */
const MAX_HITS = 60;

/** Pages that an answer shows, and other headings of one page. */
const MAX_PAGES = 8;
const MAX_OTHERS = 2;

/** Another heading of a page is shown when it answers at least so well as the first. */
const OTHER_SCORE = 0.5;

/** A page is shown from its top when that answers so well, and its best heading says something that nobody asked. */
const WHOLE_SCORE = 0.7;

/** Names that are compared with words that stand nowhere. */
const MAX_SPELLINGS = 24;

/** Letters of what is corrected; fewer are one letter from almost anything. */
const MIN_CORRECTED = 6;

/** The guide that says what to do. */
export const DANGER_GUIDES: Readonly<Record<Danger, string>> = {
  overdose: guidePath('qua-lieu'),
  suicide: guidePath('y-nghi-tu-tu'),
  violence: guidePath('bao-luc-trong-nha'),
  withdrawal: guidePath('hoi-chung-cai-nguy-hiem'),
};

/** A page that answers, at the heading that answers best. */
export interface SiteResult {
  /** Path and fragment. */
  address: string;
  kind: EntryKind;
  /** The page's title, when the result is one of its headings. */
  page: string | null;
  title: string;
  excerpt: ExcerptPart[];
  phases: IndexedEntry['phases'];
  /** Other headings of the page that answer too. */
  others: { address: string; title: string }[];
}

/** The answer to a question. */
export interface SiteAnswer {
  /** The question as far as it is looked at. */
  q: string;
  dangers: readonly Danger[];
  /** What was searched for instead of words that stand nowhere; empty when they were understood. */
  corrections: Correction[];
  results: SiteResult[];
  /** Null when the directory has nothing for it. */
  places: SitePlaces | null;
  /** The question asks for a place before anything else. */
  arePlacesFirst: boolean;
}

/**
 * Searches everything that the portal says, and its places. Any text is answered, what is too long is cut; a text
 * without a word finds nothing. The database is asked a few times, however much it holds.
 *
 * @param now decides which law applies, and which places were confirmed lately
 */
export async function searchSite(db: D1Database, text: string, now: Date = new Date()): Promise<SiteAnswer> {
  // A cut can leave half of a pair, which no address could carry on.
  const q = text
    .slice(0, MAX_QUESTION_LENGTH)
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .trim();
  const { answer, question, unknown } = await answerTo(db, q, now);
  if (unknown.length === 0 || answer.arePlacesFirst) return answer;
  const meant = await correct(db, q, question, unknown);
  const [first] = meant;
  if (first === undefined) return answer;
  const { answer: instead } = await answerTo(db, first.text, now);
  const isBetter = instead.results.length > 0 || instead.places !== null;
  return isBetter ? { ...instead, q, corrections: meant } : answer;
}

/** The answer to the question as it is written, and the indexes of its words that stand nowhere in the portal. */
async function answerTo(
  db: D1Database,
  q: string,
  now: Date,
): Promise<{ answer: SiteAnswer; question: SiteQuestion; unknown: number[] }> {
  const question = readQuestion(q);
  const { words, asked, wanted, dangers } = question;
  const none = { q, dangers, corrections: [], results: [], places: null, arePlacesFirst: false };
  if (words.length === 0) return { answer: none, question, unknown: [] };
  const [found, [hits, counts]] = await Promise.all([
    findPlaces(db, parseDirectoryQuery(new URLSearchParams({ q })), now),
    ask(db, [
      // Letters, digits and spaces alone stand in the quotes, so nothing typed is read as syntax.
      hitsOf(db, wanted.map((phrase) => `"${phrase}"`).join(' OR '), MAX_HITS),
      countsOf(db, [...new Set(words.map(({ folded }) => folded))]),
    ]),
  ]);
  const telling = tellingOf(counts);
  const urgent = dangers.map((danger) => DANGER_GUIDES[danger]);
  const places = placesOf(found, question);
  // What a place is called is no matter for the other pages.
  const other = asked.filter(
    (one) => !(places?.units ?? []).some((unit) => isPartOfName(one, unit, question)),
  );
  const about = { ...question, asked: other };
  const ranked = other.length === 0 ? [] : rankHits(hits, about, telling, urgent, localDay(now));
  const isKnown = (at: number): boolean =>
    asked.some((one) => one.isKnown && one.from <= at && at < one.to) || counts.has(words[at]?.folded ?? '');
  return {
    answer: {
      ...none,
      results: resultsOf(ranked, about, telling, urgent),
      ...placesFirst(found, places, question),
    },
    question,
    unknown: [...words.keys()].filter((at) => !isKnown(at)),
  };
}

/** A result a page. The guide for a danger is shown from its top: what to do first stands there. */
function resultsOf(
  ranked: readonly RankedHit[],
  { asked }: SiteQuestion,
  telling: Telling,
  urgent: readonly string[],
): SiteResult[] {
  const pages = new Map<string, RankedHit[]>();
  for (const hit of ranked) {
    const page = pageOf(hit.entry.address);
    pages.set(page, [...(pages.get(page) ?? []), hit]);
  }
  return [...pages].slice(0, MAX_PAGES).flatMap(([page, hits]) => {
    const [first] = hits;
    if (first === undefined) return [];
    const whole = hits.find(({ entry }) => entry.heading === null);
    const isWhole =
      urgent.includes(page) || (!first.isHeadingAsked && (whole?.score ?? 0) >= first.score * WHOLE_SCORE);
    const best = isWhole ? (whole ?? first) : first;
    const { address, kind, heading, page: title, text, phases } = best.entry;
    const shown = heading ?? title;
    return [
      {
        address,
        kind,
        page: heading === null ? null : title,
        title: shown,
        excerpt: excerptOf(text, shown, asked, telling),
        phases,
        others: hits
          .filter(
            (hit) => hit !== best && hit.score >= best.score * OTHER_SCORE && hit.entry.heading !== null,
          )
          .slice(0, MAX_OTHERS)
          .map(({ entry }) => ({ address: entry.address, title: entry.heading ?? entry.page })),
      },
    ];
  });
}

/** What words that stand nowhere may have meant, with the rest of the question as it was typed. */
async function correct(
  db: D1Database,
  q: string,
  { words }: SiteQuestion,
  unknown: readonly number[],
): Promise<Correction[]> {
  const typed = words.map(({ folded }) => folded);
  const match = spellingMatch(typed);
  if (match === null) return [];
  const [candidates] = await ask(db, [spellingsOf(db, 'search_spelling', match, MAX_SPELLINGS)]);
  return corrections(typed, candidates, unknown, new Set()).flatMap((correction) => {
    const count = correction.typed.split(' ').length;
    const at = typed.findIndex((_, from) => typed.slice(from, from + count).join(' ') === correction.typed);
    const [first, last] = [words[at], words[at + count - 1]];
    if (first === undefined || last === undefined) return [];
    if (correction.typed.replaceAll(' ', '').length < MIN_CORRECTED) return [];
    return [
      {
        typed: q.slice(first.from, last.to),
        meant: correction.meant,
        text: q.slice(0, first.from) + correction.meant + q.slice(last.to),
      },
    ];
  });
}
