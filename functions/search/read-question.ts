/** What a question to the search asks: its words, what the texts call them, and whether somebody may be in danger. Pure. */
import {
  compounds,
  dangerPhrases,
  everydayWords,
  fillers,
  wherePhrases,
} from '../../words/vi-search-phrases.ts';
import { isOneLetterAway } from '../directory/spelling.ts';
import { type Phrase, phraseOf, saysPhrase, type Word, wordsOf } from './phrases.ts';

/** Words of a question that are looked at. */
const MAX_WORDS = 24;

/** What may be dangerous, the most pressing first. */
export const DANGERS = ['overdose', 'suicide', 'violence', 'withdrawal'] as const;
export type Danger = (typeof DANGERS)[number];

/** Words of a question that are one thing, and all the ways in which a text may say it. */
export interface Asked {
  from: number;
  to: number;
  /** The first is as it was typed. */
  ways: readonly [Phrase, ...Phrase[]];
  /** The words are a phrase of words/vi-search-phrases.ts. */
  isKnown: boolean;
  /** A phrase that people use when they want something certain. */
  isIntent: boolean;
}

/** A question, understood. */
export interface SiteQuestion {
  words: readonly Word[];
  /** Whoever asks types marks, so that a word without any needs none. */
  areMarksTyped: boolean;
  /** What it asks, without words that ask nothing; those too when there is nothing else. */
  asked: readonly Asked[];
  /** All of its words, and all that is meant by them, folded, with a space around each phrase. */
  said: string;
  /** What to look for in the tables, folded: all that is asked, every two words side by side, the names of dangers. */
  wanted: readonly string[];
  dangers: readonly Danger[];
  /** It asks where something is. */
  asksWhere: boolean;
}

/** A phrase that people type. */
interface Everyday {
  phrase: Phrase;
  /** What the texts say instead; null for a phrase that asks nothing. */
  meant: readonly Phrase[] | null;
  isIntent?: boolean;
  /** Typed without marks it is more likely something else. */
  needsMarks?: boolean;
}

const read = (text: string): Phrase => phraseOf(wordsOf(text), true);

const FILLERS = byFirstWord(fillers.map((text) => ({ phrase: read(text), meant: null })));

const WHERE = byFirstWord(wherePhrases.map((text) => ({ phrase: read(text), meant: null })));

const GROUPS = everydayWords.map(([said, meant]) => ({
  said: said.map(read),
  meant: meant.map(read),
}));

const HARMLESS = GROUPS.flatMap(({ said, meant }) => [...said, ...meant]);
const DANGEROUS = new Set(
  Object.values(dangerPhrases)
    .flat()
    .map((text) => read(text).spoken),
);

/** "tu van" without marks asks for advice, though one way of naming a suicide has the same letters. */
function needsMarks(phrase: Phrase): boolean {
  return (
    DANGEROUS.has(phrase.spoken) &&
    HARMLESS.some(
      ({ folded, spoken }) => folded === phrase.folded && spoken !== phrase.spoken && !DANGEROUS.has(spoken),
    )
  );
}

// Of the same phrase the first is taken. What the texts say is one thing too when somebody types it.
const EVERYDAY = byFirstWord([
  ...GROUPS.flatMap(({ said, meant }) =>
    said.map((phrase) => ({ phrase, meant, isIntent: true, needsMarks: needsMarks(phrase) })),
  ),
  ...GROUPS.flatMap(({ meant }) => meant.map((phrase) => ({ phrase, meant: [], isIntent: true }))),
  ...Object.values(dangerPhrases)
    .flat()
    .map((text) => ({ phrase: read(text), meant: [], isIntent: true })),
  ...compounds.map((text) => ({ phrase: read(text), meant: [] })),
]);

const DANGER_PHRASES = DANGERS.map((danger) => ({
  danger,
  phrases: byFirstWord(
    dangerPhrases[danger].map(read).map((phrase) => ({ phrase, meant: [], needsMarks: needsMarks(phrase) })),
  ),
}));

/** Reads a question. */
export function readQuestion(text: string): SiteQuestion {
  const words = wordsOf(text.normalize('NFC'))
    .filter(({ folded }) => folded !== '')
    .slice(0, MAX_WORDS);
  const areMarksTyped = words.filter((word) => !isBare([word])).length * 2 >= words.length;
  const asked: (Asked & { isFiller: boolean })[] = [];
  for (let at = 0; at < words.length;) {
    const found = everydayAt(words, at, areMarksTyped);
    const to = at + (found?.phrase.words.length ?? 1);
    const typed = phraseOf(words.slice(at, to), areMarksTyped);
    asked.push({
      from: at,
      to,
      ways: [typed, ...(found?.meant ?? []).filter((way) => way.folded !== typed.folded)],
      isKnown: found !== null,
      isIntent: found?.isIntent ?? false,
      isFiller: found?.meant === null,
    });
    at = to;
  }
  const pairs = words.slice(0, -1).map(({ folded }, at) => `${folded} ${words[at + 1]?.folded}`);
  const dangers = DANGER_PHRASES.flatMap(({ danger, phrases }) =>
    words.some((_, at) => longestAt(phrases, words, at) !== null) ? [danger] : [],
  );
  const typed = words.map(({ folded }) => folded).join(' ');
  const telling = asked.some(({ isFiller }) => !isFiller) ? asked.filter(({ isFiller }) => !isFiller) : asked;
  const meant = telling.flatMap(({ ways }) => ways.map(({ folded }) => folded));
  const names = dangers.map((danger) => read(dangerPhrases[danger][0]).folded);
  return {
    words,
    areMarksTyped,
    said: [...meant, typed].map((phrase) => ` ${phrase} `).join('|'),
    asked: telling,
    wanted: [...new Set([...meant, ...pairs, ...names])],
    dangers,
    asksWhere: words.some((_, at) => longestAt(WHERE, words, at) !== null),
  };
}

/** The phrases that a mistake may be made in, as people write them; not the mistakes that are known themselves. */
export function everydayPhrases(): string[] {
  const isRight = (said: string, meant: readonly string[]): boolean =>
    !meant.some((way) => isOneLetterAway(read(said).folded, read(way).folded));
  return [
    ...Object.values(dangerPhrases).flat(),
    ...everydayWords.flatMap(([said, meant]) => [...meant, ...said.filter((text) => isRight(text, meant))]),
  ];
}

/** The longest known phrase; of one word without marks, what it fills is likelier than what it might mean. */
function everydayAt(words: readonly Word[], at: number, areMarksTyped: boolean): Everyday | null {
  const filler = longestAt(FILLERS, words, at, areMarksTyped);
  const meaning = longestAt(EVERYDAY, words, at, areMarksTyped);
  if (meaning === null || filler === null) return meaning ?? filler;
  const more = meaning.phrase.words.length - filler.phrase.words.length;
  const mayBeFiller = isBare(words.slice(at, at + 1)) && filler.phrase.words.length === 1;
  return more > 0 || (more === 0 && !mayBeFiller) ? meaning : filler;
}

function longestAt(
  phrases: ReadonlyMap<string, readonly Everyday[]>,
  words: readonly Word[],
  at: number,
  areMarksTyped = false,
): Everyday | null {
  const said = (phrases.get(words[at]?.folded ?? '') ?? []).filter(
    ({ phrase, needsMarks: isStrict = false }) =>
      saysPhrase(words, at, phrase, areMarksTyped && phrase.words.length === 1) &&
      !(isStrict && isBare(words.slice(at, at + phrase.words.length))),
  );
  return said.reduce<Everyday | null>(
    (best, one) => (best === null || one.phrase.words.length > best.phrase.words.length ? one : best),
    null,
  );
}

function byFirstWord(phrases: readonly Everyday[]): ReadonlyMap<string, readonly Everyday[]> {
  const map = new Map<string, Everyday[]>();
  for (const one of phrases) {
    const first = one.phrase.words[0]?.folded ?? '';
    map.set(first, [...(map.get(first) ?? []), one]);
  }
  return map;
}

function isBare(words: readonly Word[]): boolean {
  return words.every(({ folded, spoken }) => folded === spoken);
}
