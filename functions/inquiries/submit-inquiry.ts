import { isConsentOnce } from '../../domain/consent.ts';
import { hashToken } from '../../domain/derive.ts';
import { deskIdleSince } from '../../domain/desk.ts';
import { hourOf } from '../../domain/hour.ts';
import type { Database } from '../database.ts';
import { AppError } from '../errors.ts';
import { failureCode } from '../failure-code.ts';
import { findDesk } from './desk-store.ts';
import { deleteEraseKey, storeNewEraseKey, wrap } from './erase-key.ts';
import { deskOf } from './list-desks.ts';
import type { SubmitInput } from './schema.ts';
import { findReceiptRow, insertInquiry, isErasedCode, type ReceiptRow } from './store.ts';

/** What the person is told. */
export interface Receipt {
  /** False once the person has confirmed saving the code or come back with it: the code is not shown again. */
  mayShowCode: boolean;
  /** The hour of arrival, UTC ISO 8601. */
  receivedHour: string;
  desk: string;
  /** Whether the request came with an earlier sending: what was changed since then was not sent. */
  isEarlier: boolean;
  /** Whether it was asked once, without a code. */
  isOnce: boolean;
}

/**
 * Takes a sealed request. The lookup hash is the idempotency key: sending again finds the same request and gives
 * its receipt, whatever the second body holds; the receipt says so.
 *
 * Two calls store a request: the erase key to R2, then everything else in one transaction of D1. The key of an attempt
 * that stored nothing is deleted again; one that cannot be deleted opens nothing.
 *
 * @param options.hasReceipt false where nobody keeps the code: its receipt is closed from the first moment
 * @throws AppError `desk_closed`; `desk_key_changed` when the parts are sealed to another key than the desk's
 *   present one (fetch the desks again and seal anew); `request_withdrawn` when the code's request was erased: it is
 *   not brought to life by a form sent again; `storage_unavailable`
 */
export async function submitInquiry(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  input: SubmitInput,
  now: Date,
  { hasReceipt = true }: { hasReceipt?: boolean } = {},
): Promise<Receipt> {
  const db = env.DB.withSession('first-primary');
  const id = crypto.randomUUID();
  const lookupHash = hashToken(input.lookup);
  const eraseKey = await storeNewEraseKey(env.ERASE_KEYS);
  let standing: ReceiptRow | null;
  try {
    standing = await insertInquiry(
      db,
      {
        id,
        deskId: input.desk,
        deskRecipient: input.deskRecipient,
        lookupHash,
        recipient: input.recipient,
        receivedHour: hourOf(now),
        consentVersion: input.consentVersion,
        eraseKey: eraseKey.name,
        hasReceipt,
        request: await wrap(input.request, eraseKey.key, { inquiry: id, column: 'request' }),
        contact: await wrap(input.contact, eraseKey.key, { inquiry: id, column: 'contact' }),
      },
      deskIdleSince(now).toISOString(),
    );
  } catch (cause) {
    // The write may have been made in spite of the error: its key must stay, or an acknowledged retry would lose it.
    throw new AppError('storage_unavailable', { cause });
  }
  if (standing?.id === id) return receiptOf(standing, false);
  await deleteEraseKey(env.ERASE_KEYS, eraseKey.name).catch((error: unknown) => {
    // What the person is told must not hang on a key without a request.
    if (failureCode(error) === null) throw error;
  });
  if (standing === null) throw new AppError(await refusalOf(db, input, lookupHash, now));
  // The erasure is on its way: the code is not free yet, and there is nothing to show.
  if (standing.is_erasing === 1) throw new AppError('storage_unavailable');
  return receiptOf(standing, true);
}

/** Why nothing was stored. */
async function refusalOf(
  db: Database,
  input: SubmitInput,
  lookupHash: string,
  now: Date,
): Promise<'request_withdrawn' | 'desk_closed' | 'desk_key_changed'> {
  if (await isErasedCode(db, lookupHash)) return 'request_withdrawn';
  const desk = await findDesk(db, input.desk);
  return desk === null || !deskOf(desk, now).isOpen ? 'desk_closed' : 'desk_key_changed';
}

/**
 * Finds the receipt of a request that was sent before.
 *
 * @returns null when there is no such request, or when it was erased
 */
export async function openReceipt(env: Pick<Env, 'DB'>, lookup: string): Promise<Receipt | null> {
  const row = await findReceiptRow(env.DB.withSession('first-primary'), hashToken(lookup));
  return row === null || row.is_erasing === 1 ? null : receiptOf(row, true);
}

/** Whether a code is that of a request erased in the last 30 days. */
export function isWithdrawn(env: Pick<Env, 'DB'>, lookup: string): Promise<boolean> {
  return isErasedCode(env.DB.withSession('first-primary'), hashToken(lookup));
}

function receiptOf(row: ReceiptRow, isEarlier: boolean): Receipt {
  return {
    mayShowCode: row.is_receipt_closed === 0,
    receivedHour: row.received_hour,
    desk: row.desk_id,
    isEarlier,
    isOnce: isConsentOnce(row.consent_version),
  };
}
