/** Words and phrases, compared with their diacritics when somebody typed them and without when not. Pure. */
import { fold } from '../../domain/fold.ts';

/** A word of a text. */
export interface Word {
  /** Letters and digits alone, as the tables of the search have them; empty for a word in another script. */
  folded: string;
  /** The same with its diacritics behind it, wherever in the word they stand: "tuý" and "túy" are one. */
  spoken: string;
  /** Where it stands in the text. */
  from: number;
  to: number;
}

/** Words side by side. */
export interface Phrase {
  words: readonly Word[];
  folded: string;
  /** Null when it may have been typed without its marks. */
  spoken: string | null;
}

const WORD_RE = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in NFC. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD_RE)].map(({ 0: shown, index }) => {
    const folded = fold(shown).replace(/[^a-z0-9]/g, '');
    return { folded, spoken: folded + marksOf(shown), from: index, to: index + shown.length };
  });
}

/** A text's words as one string with a space on either side, so that phrases are found in it whole. */
export function spokenText(text: string): string {
  return ` ${wordsOf(text)
    .map(({ spoken }) => (spoken === '' ? '_' : spoken))
    .join(' ')} `;
}

/** A phrase of these words; a word of whoever types marks has none only where it needs none. */
export function phraseOf(words: readonly Word[], areMarksTyped: boolean): Phrase {
  const folded = words.map((word) => word.folded).join(' ');
  const spoken = words.map((word) => word.spoken).join(' ');
  return { words, folded, spoken: areMarksTyped || spoken !== folded ? spoken : null };
}

/** Finds phrases in one text. */
export interface Listener {
  hears: (phrase: Phrase) => boolean;
  /** The part of the text's words that any of the phrases is made of, from 0 to 1. */
  part: (phrases: readonly Phrase[]) => number;
}

/** A listener to what spokenText made. */
export function listenTo(spoken: string): Listener {
  // Most questions are typed with marks, and then this is never needed.
  let folded: string | null = null;
  const textFor = (phrase: Phrase): string => {
    if (phrase.spoken !== null) return spoken;
    folded ??= spoken.replace(MARKS_RE, '');
    return folded;
  };
  const soundOf = (phrase: Phrase): string => ` ${phrase.spoken ?? phrase.folded} `;
  const hears = (phrase: Phrase): boolean => textFor(phrase).includes(soundOf(phrase));
  return {
    hears,
    part: (phrases) => {
      const heard = phrases.filter(hears);
      if (heard.length === 0) return 0;
      const words = spoken.trim().split(' ');
      const isHeard = words.map(() => false);
      for (const phrase of heard) {
        const text = textFor(phrase);
        const sound = soundOf(phrase);
        for (let at = text.indexOf(sound); at >= 0; at = text.indexOf(sound, at + 1)) {
          const first = text.slice(0, at).split(' ').length - 1;
          isHeard.fill(true, first, first + phrase.words.length);
        }
      }
      return isHeard.filter(Boolean).length / words.length;
    },
  };
}

/**
 * Whether typed words say a phrase of a list from an index on. A word with marks must have the phrase's; a word without
 * may have been typed without them, unless that `isExact`.
 */
export function saysPhrase(
  typed: readonly Word[],
  from: number,
  { words }: Phrase,
  isExact = false,
): boolean {
  return (
    words.length > 0 &&
    words.every(({ folded, spoken }, at) => {
      const word = typed[from + at];
      return word?.folded === folded && (word.spoken === spoken || (!isExact && word.spoken === folded));
    })
  );
}

/** Combining marks, and the stroke of đ. */
const MARKS_RE = /[\p{M}đ]/gu;

function marksOf(word: string): string {
  return (word.toLowerCase().normalize('NFD').match(MARKS_RE) ?? []).sort().join('');
}
