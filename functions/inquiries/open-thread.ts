import { hashToken } from '../../domain/derive.ts';
import { blobBytes, type Database } from '../database.ts';
import { AppError } from '../errors.ts';
import { findDesk } from './desk-store.ts';
import { fetchEraseKey, type SealedPlace, unwrap } from './erase-key.ts';
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
  status: SealedInquiryRow['status'];
  receivedHour: string;
  /** The person's recipient as the column has it. */
  recipient: string;
  /** The age file of the request part; null when the stored bytes were altered or moved. */
  request: Uint8Array | null;
  messages: ThreadMessage[];
  events: { kind: EventRow['kind']; hour: string }[];
}

/** A request as the person gets it. */
export interface PersonThread extends Thread {
  contact: Uint8Array | null;
  desk: Desk;
}

/**
 * Opens the person's own thread, and notes that they came back: the receipt is not drawn again.
 *
 * @param lookup the lookup token
 * @throws AppError `not_found`, alike for a code never issued and one whose request was erased;
 *   `storage_unavailable`
 */
export async function openThread(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  lookup: string,
  now: Date,
): Promise<PersonThread> {
  const db = env.DB.withSession('first-primary');
  const lookupHash = hashToken(lookup);
  const row = await findByLookup(db, lookupHash);
  if (row === null) throw new AppError('not_found');
  const key = await fetchEraseKey(env.ERASE_KEYS, row.erase_key);
  if (key === null) throw new AppError('not_found');
  const desk = await findDesk(db, row.desk_id);
  if (desk === null) throw new AppError('internal');

  if (row.is_receipt_closed === 0) await closeReceipt(db, lookupHash);
  return {
    ...(await unwrapThread(db, row, key)),
    contact: await unwrap(blobBytes(row.contact), key, { inquiry: row.id, column: 'contact' }),
    desk: deskOf(desk, now),
  };
}

/** Unwraps what both ends may see: the request part and the messages. */
export async function unwrapThread(db: Database, row: SealedInquiryRow, key: CryptoKey): Promise<Thread> {
  const [messages, events] = await Promise.all([listMessages(db, row.id), listEvents(db, row.id)]);
  const open = (column: SealedPlace['column'], bytes: number[]) =>
    unwrap(blobBytes(bytes), key, { inquiry: row.id, column });
  return {
    id: row.id,
    status: row.status,
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
    events: events.map(({ kind, at_hour }) => ({ kind, hour: at_hour })),
  };
}
