/** Five words of a key as they are shown, and as somebody types them who heard them. */
import { fold } from './fold.ts';
import { KEY_WORDS_READ } from './key-words.ts';

/**
 * What was typed: the numbers of five words, or why it is none. `unknown` means that something typed is no word of the
 * list, `count` that all are but there are not five: slips of typing, which say nothing about the key.
 */
export type KeyWordsReading =
  { ok: true; numbers: number[] } | { ok: false; problem: 'empty' | 'unknown' | 'count' };

/**
 * Reads words as a person types them: any case, with or without diacritics, with any spaces and marks between them or
 * none at all. That is possible because no word of the list begins with another.
 *
 * @param words the list, in the order of the numbers
 * @returns never throws
 */
export function readKeyWords(typed: string, words: readonly string[]): KeyWordsReading {
  let rest = letters(typed);
  if (rest === '') return { ok: false, problem: 'empty' };
  const plain = words.map(letters);
  const numbers: number[] = [];
  while (rest !== '') {
    const number = plain.findIndex((word) => rest.startsWith(word));
    if (number === -1) return { ok: false, problem: 'unknown' };
    numbers.push(number);
    rest = rest.slice(plain[number]?.length);
  }
  return numbers.length === KEY_WORDS_READ ? { ok: true, numbers } : { ok: false, problem: 'count' };
}

/** The words of some numbers, to be shown. @throws RangeError for a number that has no word */
export function showKeyWords(numbers: readonly number[], words: readonly string[]): string[] {
  return numbers.map((number) => {
    const word = words[number];
    if (word === undefined) throw new RangeError('no such word');
    return word;
  });
}

/** Whether two lists of numbers stand for the same words. */
export function sameWords(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}

function letters(text: string): string {
  return fold(text).replace(/[^a-z]/g, '');
}
