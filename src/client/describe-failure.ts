import { NoAnswerError, RefusedError } from './api.ts';

/** What is said of something that was to be sent and may not have arrived. */
export interface SendingFailures {
  /** It left and no answer came: nobody knows whether it arrived. */
  network: string;
  /** It never left, because what had to be asked before got no answer. Only where something is asked before. */
  unsent?: string;
  /** This browser could not seal it; it never left. */
  unsealed: string;
}

/**
 * Why something was not sent, or why that cannot be known.
 *
 * @param isPosted whether it had left
 */
export function describeFailure(error: unknown, isPosted: boolean, words: SendingFailures): string {
  if (error instanceof RefusedError) return error.message;
  if (isPosted) return words.network;
  return error instanceof NoAnswerError ? (words.unsent ?? words.network) : words.unsealed;
}
