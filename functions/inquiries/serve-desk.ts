/**
 * What an officer does with the requests of their desk; all but looking at the list stands in the desk's audit chain.
 * Another desk's request is `not_found`.
 */
import { unreadEndDay } from '../../domain/retention.ts';
import type { DeskOfficer } from '../audit/write-audited.ts';
import { blobBytes } from '../database.ts';
import { AppError } from '../errors.ts';
import { touchDesk } from './desk-store.ts';
import { fetchEraseKey, unwrap, wrap } from './erase-key.ts';
import { closeRead, insertAnswer, markRead, recordContactOpened } from './officer-acts-store.ts';
import { statusOf, type Thread, unwrapThread } from './open-thread.ts';
import type { ContactReason } from './schema.ts';
import { findOfDesk, listOfDesk, type SealedInquiryRow } from './store.ts';

type Stores = Pick<Env, 'DB' | 'ERASE_KEYS'>;

/** A line of the desk's list. */
export interface InquirySummary {
  id: string;
  status: Thread['status'];
  receivedHour: string;
  /** The day from which these words are erased unread; null unless that is near. */
  unreadEnd: string | null;
}

/** The desk's requests, the oldest unanswered first (at most 200), and notes that the box was opened. */
export async function listInquiries(env: Stores, deskId: string, now: Date): Promise<InquirySummary[]> {
  const rows = await listOfDesk(env.DB, deskId);
  await touchDesk(env.DB, deskId, now.toISOString());
  return rows.map((row) => ({
    id: row.id,
    status: statusOf(row),
    receivedHour: row.received_hour,
    unreadEnd:
      row.status === 'received' && row.closed_hour === null ? unreadEndDay(row.last_hour, now) : null,
  }));
}

/**
 * Opens a request for the desk, without its contact part, and marks it read.
 *
 * @throws AppError `not_found`, `storage_unavailable`
 */
export async function readInquiry(env: Stores, id: string, by: DeskOfficer, now: Date): Promise<Thread> {
  const { row, key } = await findWithKey(env, id, by.deskId);
  if (!(await markRead(env.DB, row, { by, now }))) throw new AppError('not_found');
  return unwrapThread(env.DB, row.status === 'received' ? { ...row, status: 'read' } : row, key);
}

/**
 * Gives the contact part and records the reason first.
 *
 * @returns the age file; null when the stored bytes were altered or moved
 * @throws AppError `not_found`, `storage_unavailable`
 */
export async function openContact(
  env: Stores,
  id: string,
  by: DeskOfficer,
  reason: ContactReason,
  now: Date,
): Promise<Uint8Array | null> {
  const { row, key } = await findWithKey(env, id, by.deskId);
  if (!(await recordContactOpened(env.DB, row, reason, { by, now }))) throw new AppError('not_found');
  return unwrap(blobBytes(row.contact), key, { inquiry: row.id, column: 'contact' });
}

/**
 * Adds the desk's answer, or its referral to another place, which the sealed message alone names. Sending the same id
 * again stores nothing more.
 *
 * @throws AppError `not_found`, `storage_unavailable`
 */
export async function answerInquiry(
  env: Stores,
  id: string,
  by: DeskOfficer,
  message: { id: string; sealed: Uint8Array; isReferral?: boolean | undefined },
  now: Date,
): Promise<void> {
  const { row, key } = await findWithKey(env, id, by.deskId);
  const isStored = await insertAnswer(
    env.DB,
    row,
    {
      id: message.id,
      event: message.isReferral === true ? 'referred' : 'answered',
      sealed: await wrap(message.sealed, key, { inquiry: row.id, column: `message:${message.id}` }),
    },
    { by, now },
  );
  if (!isStored) throw new AppError('not_found');
}

/**
 * Closes a request. One that is closed already is left as it is.
 *
 * @throws AppError `not_found`; `inquiry_changed` when words came in that nobody has read
 */
export async function closeInquiry(env: Stores, id: string, by: DeskOfficer, now: Date): Promise<void> {
  const row = await findOfDesk(env.DB, id, by.deskId);
  if (row === null) throw new AppError('not_found');
  if (await closeRead(env.DB, row, { by, now })) return;
  const left = await findOfDesk(env.DB, id, by.deskId);
  if (left === null) throw new AppError('not_found');
  if (left.closed_hour === null) throw new AppError('inquiry_changed');
}

async function findWithKey(
  env: Stores,
  id: string,
  deskId: string,
): Promise<{ row: SealedInquiryRow; key: CryptoKey }> {
  const row = await findOfDesk(env.DB, id, deskId);
  const key = row === null ? null : await fetchEraseKey(env.ERASE_KEYS, row.erase_key);
  if (row === null || key === null) throw new AppError('not_found');
  return { row, key };
}
