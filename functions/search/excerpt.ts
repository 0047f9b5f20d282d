/** The sentence of an entry that answers a question, with the words that were asked for told apart. Pure. */
import { listenTo, type Phrase, spokenText, type Word, wordsOf } from './phrases.ts';
import type { Telling } from './rank-hits.ts';
import type { Asked } from './read-question.ts';

/** Longest excerpt, in characters. */
const MAX_LENGTH = 220;

/** A shorter sentence takes the next one along. */
const SHORT = 80;

/** The first sentence answers its heading, unless another one says more of what was asked. */
const FIRST = 1.5;

/** What the heading says already, the answer need not say again. */
const SAID_ABOVE = 0.3;

/** A piece of an excerpt. */
export interface ExcerptPart {
  text: string;
  /** It is what was asked for. */
  isHit: boolean;
}

/**
 * The part of a text that answers best.
 *
 * @param heading what stands above the text
 */
export function excerptOf(
  text: string,
  heading: string,
  asked: readonly Asked[],
  telling: Telling,
): ExcerptPart[] {
  const sentences = sentencesOf(text);
  const above = listenTo(spokenText(heading));
  const wanted = asked.map((one) => ({
    ways: one.ways,
    tells: telling(one) * (one.ways.some(above.hears) ? SAID_ABOVE : 1),
  }));
  const scores = sentences.map((sentence, at) => {
    const said = listenTo(spokenText(sentence));
    return wanted.reduce(
      (sum, { ways, tells }) => sum + (ways.some(said.hears) ? tells : 0),
      at === 0 ? FIRST : 0,
    );
  });
  const best = scores.indexOf(Math.max(...scores));
  let shown = sentences[best] ?? '';
  for (let next = best + 1; shown.length < SHORT && next < sentences.length; next += 1)
    shown = `${shown}${/[\p{L}\p{N}]$/u.test(shown) ? ';' : ''} ${sentences[next] ?? ''}`;
  return markHits(shorten(shown), asked);
}

/** A text in NFC in pieces, the words that were asked for told apart. */
function markHits(text: string, asked: readonly Asked[]): ExcerptPart[] {
  const ways = asked.flatMap((one) => one.ways).filter(isTold);
  const words = wordsOf(text);
  const parts: ExcerptPart[] = [];
  let end = 0;
  for (let at = 0; at < words.length;) {
    const length = Math.max(
      0,
      ...ways.filter((way) => isSaidAt(words, at, way)).map((way) => way.words.length),
    );
    const first = words[at];
    const last = words[at + length - 1];
    if (length > 0 && first !== undefined && last !== undefined) {
      if (first.from > end) parts.push({ text: text.slice(end, first.from), isHit: false });
      parts.push({ text: text.slice(first.from, last.to), isHit: true });
      end = last.to;
    }
    at += Math.max(1, length);
  }
  if (end < text.length) parts.push({ text: text.slice(end), isHit: false });
  return parts;
}

/** A short word that was typed without marks is too many others: "con" is no "còn". */
function isTold({ spoken, words, folded }: Phrase): boolean {
  return spoken !== null || words.length > 1 || folded.length > 3;
}

function isSaidAt(words: readonly Word[], from: number, phrase: Phrase): boolean {
  return phrase.words.every(({ folded, spoken }, at) => {
    const word = words[from + at];
    return phrase.spoken === null ? word?.folded === folded : word?.spoken === spoken;
  });
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.!?…]["”)]?) +(?=[\p{Lu}“"(\d])/u))
    .filter((sentence) => sentence !== '');
}

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const cut = text.lastIndexOf(' ', MAX_LENGTH);
  return `${text.slice(0, cut).replace(/[,;:]$/, '')}…`;
}
