/** Five words for a key: as one screen shows them, and as the other has them typed. */
import { readKeyWords, sameWords, showKeyWords } from '../../../domain/read-key-words.ts';
import { KEY_WORDS } from '../../../words/key-words.ts';
import { deskKeys } from '../../../words/vi-desk-keys.ts';
import { slot } from '../slots.ts';
import { showProblem, typedIn } from './view-parts.ts';

const TRIES = 3;

/** The id of the field into which words are typed. */
const FIELD = 'key-words';

/** Writes five words into a view's places (KeyWords.astro). */
export function fillKeyWords(view: ParentNode, numbers: readonly number[]): void {
  const items = showKeyWords(numbers, KEY_WORDS).map((word) => {
    const item = document.createElement('li');
    item.textContent = word;
    return item;
  });
  slot(view, 'key-words').replaceChildren(...items);
}

/**
 * Compares what stands in the view's field with the words that it should be. A slip of typing is named and costs
 * nothing.
 *
 * @param expected is asked for at once, since it takes a moment, and waited for when words were typed
 * @returns compares, shows what is wrong, and says whether the words are right, may be tried again, or were wrong for
 *   the last time
 */
export function makeWordCheck(expected: Promise<number[]>): () => Promise<'right' | 'again' | 'stop'> {
  let wrong = 0;
  // Whoever waits for it hears of a failure.
  expected.catch(() => undefined);
  return async () => {
    const words = deskKeys.typed;
    const reading = readKeyWords(typedIn(FIELD), KEY_WORDS);
    if (!reading.ok) {
      const messages = { empty: words.missing, unknown: words.unknown, count: words.count };
      showProblem(FIELD, messages[reading.problem]);
      return 'again';
    }
    if (sameWords(reading.numbers, await expected)) return 'right';
    wrong += 1;
    if (wrong === TRIES) return 'stop';
    showProblem(FIELD, words.wrong(TRIES - wrong));
    return 'again';
  };
}
