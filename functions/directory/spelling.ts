/** Names one letter away from what was typed: what the spelling table holds, and how a mistake is told. Pure. */
import { fold, foldedWords } from '../../domain/fold.ts';

/** A row of name_spelling. */
export interface SpellingRow {
  name: string;
  /** The name as people write it. */
  display: string;
}

/** Shorter words are too near to too many others. */
const MIN_LENGTH = 5;

/** Corrections that one answer offers. */
const MAX_CORRECTIONS = 3;

/** Rows of names, each spelling once. */
export function spellingRows(names: readonly string[]): SpellingRow[] {
  const rows = new Map<string, SpellingRow>();
  for (const display of names) {
    const name = foldedWords(display).join(' ');
    if (!rows.has(name)) rows.set(name, { name, display });
  }
  return [...rows.values()];
}

/** The end of a place's name, which tells it from others: found more easily than inside the long name. */
export function lastWords(name: string): string {
  return name.split(' ').slice(-3).join(' ');
}

/** The expression that finds names sharing the most pieces of three letters with the words; null for words without any. */
export function spellingMatch(words: readonly string[]): string | null {
  const pieces = new Set(words.flatMap((word) => [word, ...swapped(word)].flatMap(piecesOf)));
  for (const pair of words.slice(1).map((word, at) => `${words[at]?.slice(-1)} ${word.slice(0, 1)}`)) {
    pieces.add(pair);
  }
  return pieces.size === 0 ? null : [...pieces].map((piece) => `"${piece}"`).join(' OR ');
}

function piecesOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3));
}

/** A short word with two neighbours changed back: swapping them leaves it no piece of its own. */
function swapped(word: string): string[] {
  if (word.length > 5) return [];
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}

/** What may have been meant. */
export interface Correction {
  /** The words that are not known, folded. */
  typed: string;
  /** The name, or the part of it, that is one letter away. */
  meant: string;
  /** The whole question with the name in place of the words. */
  text: string;
}

/**
 * What the words may have meant, most likely first: longer names and nearer candidates before others.
 *
 * @param mayBeWrong indexes of the words that are not understood: a run without any of them is right as it is
 * @param isRight indexes of words that no correction may touch
 */
export function corrections(
  words: readonly string[],
  candidates: readonly SpellingRow[],
  mayBeWrong: readonly number[],
  isRight: ReadonlySet<number>,
): Correction[] {
  const found: (Correction & { length: number })[] = [];
  for (const { display } of candidates) {
    const shown = display.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const folded = shown.map((word) => fold(word));
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 1; to <= words.length; to += 1) {
        const isWithin = (index: number): boolean => from <= index && index < to;
        if (!mayBeWrong.some(isWithin) || [...isRight].some(isWithin)) continue;
        const typed = words.slice(from, to).join(' ');
        if (typed.length < MIN_LENGTH) continue;
        const part = nearPart(typed, folded, to - from);
        if (part === null) continue;
        const meant = shown.slice(part.from, part.to).join(' ');
        const text = [...words.slice(0, from), meant, ...words.slice(to)].join(' ');
        found.push({ typed, meant, text, length: typed.length });
      }
    }
  }
  // A part of what a longer correction explains says less.
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  const byText = new Map(best.map(({ typed, meant, text }) => [fold(text), { typed, meant, text }] as const));
  return [...byText.values()].slice(0, MAX_CORRECTIONS);
}

/** The run of a name's words that is one letter away from the text; it may have one word more or less. */
function nearPart(
  typed: string,
  name: readonly string[],
  count: number,
): { from: number; to: number } | null {
  for (const length of [count, count + 1, count - 1]) {
    if (length < 1) continue;
    for (let from = 0; from + length <= name.length; from += 1) {
      const part = name.slice(from, from + length).join(' ');
      if (part.length >= MIN_LENGTH && isOneLetterAway(typed, part)) return { from, to: from + length };
    }
  }
  return null;
}

/** Whether one letter is wrong, missing or too many, or two neighbours have changed places. */
export function isOneLetterAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
