/** The page of a request that was received: drawn from what stands, not from the form that asked for it. */
import { deriveFromCode } from '../../domain/derive.ts';
import { type EarlierSending, earlierSending } from '../../domain/earlier-sending.ts';
import { ANSWER_BY, isAskedOnce, type ReadField, type RequestAnswers } from '../../domain/request-form.ts';
import type { SavedProblem } from '../../domain/saved-proof.ts';
import { AppError } from '../errors.ts';
import { type Desk, listDesks } from './list-desks.ts';
import { openReceipt, type Receipt } from './submit-inquiry.ts';

/** A form as it was posted. No page but the one that sends stores anything of it. */
export interface Filled {
  code: string;
  values: ReadField;
}

/** `earlier`: what is to be said of a request that came with an earlier sending; null when there is nothing to say. */
export type ReceivedPage =
  | {
      view: 'receipt';
      code: string;
      receipt: Receipt;
      desk: Desk;
      problem: SavedProblem | null;
      earlier: EarlierSending | null;
    }
  /**
   * Asked once, without a code: it is not shown and never leaves the form that was posted. `answerBy` is null when only
   * an earlier sending, which nobody here can open, says it.
   */
  | {
      view: 'sent-once';
      receipt: Receipt;
      desk: Desk;
      answerBy: RequestAnswers['answerBy'] | null;
      earlier: EarlierSending | null;
    }
  | { view: 'received-before' };

/**
 * Draws a received request.
 *
 * @param likely the desk that the form names
 * @throws AppError `internal` when its desk is gone; what a database throws that does not answer
 */
export async function drawReceived(
  env: Pick<Env, 'DB'>,
  { code, values }: Filled,
  receipt: Receipt,
  likely: Desk | null,
  now: Date,
): Promise<ReceivedPage> {
  const desk = await deskOfReceipt(env, receipt, likely, now);
  const earlier = earlierSending(receipt, isAskedOnce(values));
  if (receipt.isOnce) {
    const answerBy = receipt.isEarlier
      ? null
      : (ANSWER_BY.find((way) => way === values('answerBy')[0]) ?? 'code');
    return { view: 'sent-once', receipt, desk, answerBy, earlier };
  }
  if (!receipt.mayShowCode) return { view: 'received-before' };
  return { view: 'receipt', code, receipt, desk, problem: null, earlier };
}

/**
 * Draws the receipt again, after the proof of saving did not hold.
 *
 * @returns null when there is no such request
 * @throws as `drawReceived`
 */
export async function drawReceiptAgain(
  env: Pick<Env, 'DB'>,
  code: string,
  problem: SavedProblem,
  now: Date,
): Promise<ReceivedPage | null> {
  const { lookup } = await deriveFromCode(code);
  const receipt = await openReceipt(env, lookup);
  if (receipt === null) return null;
  if (!receipt.mayShowCode) return { view: 'received-before' };
  const desk = await deskOfReceipt(env, receipt, null, now);
  return { view: 'receipt', code, receipt, desk, problem, earlier: null };
}

/** The desk that holds the request: a form sent again finds the first one, whichever desk it names. */
async function deskOfReceipt(
  env: Pick<Env, 'DB'>,
  receipt: Receipt,
  likely: Desk | null,
  now: Date,
): Promise<Desk> {
  if (likely?.id === receipt.desk) return likely;
  const desk = (await listDesks(env.DB, now)).find(({ id }) => id === receipt.desk);
  if (desk === undefined) throw new AppError('internal');
  return desk;
}
