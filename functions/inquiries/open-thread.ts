import { hashToken } from '../../domain/derive.ts';
import type { DayOff } from '../../domain/working-days.ts';
import { blobBytes, type Database, isStoreFailure } from '../database.ts';
import { AppError } from '../errors.ts';
import { findDesk } from './desk-store.ts';
import { fetchEraseKey, type SealedPlace, unwrap } from './erase-key.ts';
import { listDaysOff, noteSeen } from './follow-store.ts';
import { type Desk, deskOf } from './list-desks.ts';
import {
  closeReceipt,
  type EventRow,
  findByLookup,
  listEvents,
  listMessages,
  type SealedInquiryRow,
} from './store.ts';

/** A sealed message with what the row says of it; `sealed` is null when the stored bytes were altered or moved. */
export interface ThreadMessage {
  id: string;
  sender: 'person' | 'desk';
  sentHour: string;
  sealed: Uint8Array | null;
}

/** A request as either end gets it, still sealed. */
export interface Thread {
  id: string;
  status: SealedInquiryRow['status'] | 'closed';
  receivedHour: string;
  /** The person's recipient as the column has it. */
  recipient: string;
  /** The age file of the request part; null when the stored bytes were altered or moved. */
  request: Uint8Array | null;
  messages: ThreadMessage[];
  events: ThreadEvent[];
  /** The days off by which the deadlines of requests about data are counted. */
  daysOff: DayOff[];
}

/** What happened to a request; the reason is of the closed list by which an officer opens the contact part. */
export interface ThreadEvent {
  kind: EventRow['kind'];
  hour: string;
  reason: string | null;
}

/** A request as the person gets it. */
export interface PersonThread extends Thread {
  contact: Uint8Array | null;
  desk: Desk;
  consentVersion: string;
  /** How many of the messages the person has seen before; those after them are new. */
  seenMessages: number;
}

/**
 * Opens the person's own thread to show it, and notes that they came back: the receipt is not drawn again, and what they
 * see now is not new the next time.
 *
 * @param lookup the lookup token
 * @throws AppError as `readThread`
 */
export async function openThread(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  lookup: string,
  now: Date,
): Promise<PersonThread> {
  const db = env.DB.withSession('first-primary');
  const { thread, row } = await readOwn(db, env.ERASE_KEYS, lookup, now);
  const lookupHash = hashToken(lookup);
  const count = thread.messages.length;
  try {
    if (row.is_receipt_closed === 0) await closeReceipt(db, lookupHash);
    if (count > row.seen_messages) await noteSeen(db, lookupHash, count);
  } catch (error) {
    // Not worth keeping an answer from them: it is noted when they next come.
    if (!isStoreFailure(error)) throw error;
  }
  return thread;
}

/**
 * Opens the person's own thread for an act on it.
 *
 * @param lookup the lookup token
 * @throws AppError `not_found`, alike for a code never issued and one whose request was erased;
 *   `storage_unavailable`
 */
export async function readThread(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  lookup: string,
  now: Date,
): Promise<PersonThread> {
  const { thread } = await readOwn(env.DB.withSession('first-primary'), env.ERASE_KEYS, lookup, now);
  return thread;
}

async function readOwn(
  db: Database,
  bucket: Env['ERASE_KEYS'],
  lookup: string,
  now: Date,
): Promise<{ thread: PersonThread; row: SealedInquiryRow }> {
  const row = await findByLookup(db, hashToken(lookup));
  if (row === null) throw new AppError('not_found');
  const key = await fetchEraseKey(bucket, row.erase_key);
  if (key === null) throw new AppError('not_found');
  const desk = await findDesk(db, row.desk_id);
  if (desk === null) throw new AppError('internal');
  const thread = {
    ...(await unwrapThread(db, row, key)),
    contact: await unwrap(blobBytes(row.contact), key, { inquiry: row.id, column: 'contact' }),
    desk: deskOf(desk, now),
    consentVersion: row.consent_version,
    seenMessages: row.seen_messages,
  };
  return { thread, row };
}

/** Unwraps what both ends may see: the request part and the messages. */
export async function unwrapThread(db: Database, row: SealedInquiryRow, key: CryptoKey): Promise<Thread> {
  const [messages, events, daysOff] = await Promise.all([
    listMessages(db, row.id),
    listEvents(db, row.id),
    // The whole year's: a year of which no day is listed counts as one whose calendar is not published.
    listDaysOff(db, `${row.received_hour.slice(0, 4)}-01-01`),
  ]);
  const open = (column: SealedPlace['column'], bytes: number[]) =>
    unwrap(blobBytes(bytes), key, { inquiry: row.id, column });
  return {
    id: row.id,
    status: statusOf(row),
    receivedHour: row.received_hour,
    recipient: row.recipient,
    request: await open('request', row.request),
    messages: await Promise.all(
      messages.map(async ({ id, sender, sent_hour, sealed }) => ({
        id,
        sender,
        sentHour: sent_hour,
        sealed: await open(`message:${id}`, sealed),
      })),
    ),
    events: events.map(({ kind, at_hour, reason }) => ({ kind, hour: at_hour, reason })),
    daysOff,
  };
}

/** The status as people are told it. */
export function statusOf(row: Pick<SealedInquiryRow, 'status' | 'closed_hour'>): Thread['status'] {
  return row.closed_hour === null ? row.status : 'closed';
}
