import { followMessages } from '../../words/vi.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';
import { NoAnswerError, RefusedError } from './api.ts';
import { describeFailure, type SendingFailures } from './describe-failure.ts';
import { runOnce } from './run-once.ts';

/** Shows what became of something that was sent. */
export type Show = () => void | Promise<void>;

/**
 * Lets a form of an opened thread send, once at a time, and then show what came of it. What the person is told of a
 * failure is what is known then: whether it left, and whether it is done.
 *
 * @param send seals and sends, calling `onPost` as it leaves; null when something typed has to be put right first
 */
export function sendAndShow(
  form: HTMLElement,
  words: SendingFailures & { unshown: string },
  send: (onPost: () => void) => Promise<Show | null>,
): void {
  let reached: 'nothing' | 'posted' | 'done' = 'nothing';
  const act = async (): Promise<void> => {
    reached = 'nothing';
    const show = await send(() => {
      reached = 'posted';
    });
    if (show === null) return;
    reached = 'done';
    await show();
  };
  runOnce(form, act, (error) => {
    if (reached === 'done') return words.unshown;
    return isNotFound(error)
      ? followMessages.problems.notFound
      : describeFailure(error, reached === 'posted', words);
  });
}

/** Why a thread, or a part of its page, could not be shown. */
export function describeOpening(error: unknown): string {
  if (isNotFound(error)) return followMessages.problems.notFound;
  if (error instanceof RefusedError) return error.message;
  return error instanceof NoAnswerError ? followFailures.opening.network : followFailures.opening.unopened;
}

/** Whether the code leads nowhere. */
export function isNotFound(error: unknown): boolean {
  return error instanceof RefusedError && error.code === 'not_found';
}
