import { hashToken } from '../../domain/derive.ts';
import { hourOf } from '../../domain/hour.ts';
import { type Database, isUniqueViolation } from '../database.ts';
import { AppError } from '../errors.ts';
import { findDesk } from './desk-store.ts';
import { deleteEraseKey, storeNewEraseKey, wrap } from './erase-key.ts';
import { deskOf } from './list-desks.ts';
import type { SubmitInput } from './schema.ts';
import { findByLookup, insertInquiry } from './store.ts';

/** What the person is told. */
export interface Receipt {
  /** False once the person has confirmed saving the code or come back with it: the code is not shown again. */
  mayShowCode: boolean;
  /** The hour of arrival, UTC ISO 8601. */
  receivedHour: string;
  desk: string;
}

/**
 * Takes a sealed request. The lookup hash is the idempotency key: sending again finds the same request and gives
 * the same receipt, whatever the second body holds.
 *
 * @throws AppError `desk_closed`; `desk_key_changed` when the parts are sealed to another key than the desk's
 *   present one (fetch the desks again and seal anew); `request_withdrawn` when the code's request was erased: it is
 *   not brought to life by a form sent again; `storage_unavailable`
 */
export async function submitInquiry(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  input: SubmitInput,
  now: Date,
): Promise<Receipt> {
  const db = env.DB.withSession('first-primary');
  const lookupHash = hashToken(input.lookup);
  const earlier = await findReceipt(db, lookupHash);
  if (earlier !== null) return earlier;

  const desk = await findDesk(db, input.desk);
  if (desk === null || !deskOf(desk, now).isOpen) throw new AppError('desk_closed');
  if (desk.recipient !== input.deskRecipient) throw new AppError('desk_key_changed');

  const id = crypto.randomUUID();
  const eraseKey = await storeNewEraseKey(env.ERASE_KEYS);
  const receivedHour = hourOf(now);
  let isStored: boolean;
  try {
    isStored = await insertInquiry(db, {
      id,
      deskId: desk.id,
      deskKeyId: desk.key_id,
      lookupHash,
      recipient: input.recipient,
      receivedHour,
      consentVersion: input.consentVersion,
      eraseKey: eraseKey.name,
      request: await wrap(input.request, eraseKey.key, { inquiry: id, column: 'request' }),
      contact: await wrap(input.contact, eraseKey.key, { inquiry: id, column: 'contact' }),
    });
  } catch (cause) {
    if (!isUniqueViolation(cause)) {
      // The write may have been made in spite of the error: its key must stay, or an acknowledged retry would lose it.
      throw new AppError('storage_unavailable', { cause });
    }
    await deleteEraseKey(env.ERASE_KEYS, eraseKey.name);
    const winner = await findReceipt(db, lookupHash);
    if (winner === null) throw new AppError('storage_unavailable', { cause });
    return winner;
  }
  if (!isStored) {
    await deleteEraseKey(env.ERASE_KEYS, eraseKey.name);
    throw new AppError('request_withdrawn');
  }
  return { mayShowCode: true, receivedHour, desk: desk.id };
}

/**
 * Finds the receipt of a request that was sent before.
 *
 * @returns null when there is no such request, or when it was erased
 */
export function openReceipt(env: Pick<Env, 'DB'>, lookup: string): Promise<Receipt | null> {
  return findReceipt(env.DB.withSession('first-primary'), hashToken(lookup));
}

async function findReceipt(db: Database, lookupHash: string): Promise<Receipt | null> {
  const row = await findByLookup(db, lookupHash);
  return row === null
    ? null
    : { mayShowCode: row.is_receipt_closed === 0, receivedHour: row.received_hour, desk: row.desk_id };
}
