import { requestMessages } from '../../words/vi.ts';
import { NoAnswerError, RefusedError } from './api.ts';

/**
 * Why something was not sent, or why that cannot be known, in a sentence for the person.
 *
 * @param isPosted whether it has left: without an answer nobody knows then whether it arrived
 */
export function describeFailedSending(error: unknown, isPosted: boolean): string {
  const { failed } = requestMessages;
  if (error instanceof RefusedError) return error.message;
  if (!(error instanceof NoAnswerError)) return failed.unsealed;
  return isPosted ? failed.network : failed.unsent;
}
