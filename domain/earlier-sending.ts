/**
 * A request that is sent again. The first sending that arrived stands, whatever a later one holds; what a person is told
 * of a request must be true of the one that stands.
 */
import type { ReadField, RequestAnswers } from './request-form.ts';

/**
 * What is to be said of an answer that belongs to an earlier sending: `maybe` where nobody knows whether anything was
 * changed after it, `changed` where something was, `other-way` where a code was kept and no longer wanted, or the reverse.
 */
export type EarlierSending = 'maybe' | 'changed' | 'other-way';

/** What the server knows of the request that stands. */
interface Standing {
  /** Whether it came with an earlier sending than the one that was just answered. */
  isEarlier: boolean;
  /** Whether it was asked once, without a code. */
  isOnce: boolean;
}

/** The hidden field of the server's pages that remembers a sending of which nobody knows whether it arrived. */
export const TRIED = 'tried';

/** Whether an earlier sending of this form may have arrived. */
export function mayHaveArrived(read: ReadField): boolean {
  return read(TRIED)[0] === 'yes';
}

/** The same form, after a sending of which nobody knows whether it arrived. */
export function asTried(read: ReadField): ReadField {
  return (name) => (name === TRIED ? ['yes'] : read(name));
}

/** What the server's pages say, which know nothing of an earlier form; null when what stands is what was just sent. */
export function earlierSending(standing: Standing, isAskedOnce: boolean): EarlierSending | null {
  if (!standing.isEarlier) return null;
  return standing.isOnce === isAskedOnce ? 'maybe' : 'other-way';
}

/**
 * What a browser says, which has every attempt of its own in memory.
 *
 * @param before the attempts before the latest of which nobody knows whether they arrived
 * @returns `earlier`: null also when what was sent again is the same; `answerBy`: null when the attempts that may stand
 *   differ in it
 */
export function compareAttempts(
  standing: Standing,
  before: readonly RequestAnswers[],
  latest: RequestAnswers,
): { earlier: EarlierSending | null; answerBy: RequestAnswers['answerBy'] | null } {
  // What was never tried otherwise was sent again by the browser itself.
  if (!standing.isEarlier || before.length === 0) return { earlier: null, answerBy: latest.answerBy };
  const possible = before.filter(({ once = false }) => once === standing.isOnce);
  const ways = new Set(possible.map(({ answerBy }) => answerBy));
  const [way = null] = ways;
  const answerBy = ways.size === 1 ? way : null;
  if (standing.isOnce !== (latest.once ?? false)) return { earlier: 'other-way', answerBy };
  const same = possible.filter((answers) => JSON.stringify(answers) === JSON.stringify(latest));
  if (same.length === 0) return { earlier: 'changed', answerBy };
  return { earlier: same.length === possible.length ? null : 'maybe', answerBy };
}
