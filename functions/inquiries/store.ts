/** The SQL of requests. Ownership (a lookup hash or a desk) stands in every WHERE. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { ERASED_CODE_DAYS, localMonth } from '../../domain/retention.ts';
import { type BlobColumn, blobValue, type Database } from '../database.ts';
import { IS_HELD } from './desk-store.ts';
import { countMonth } from './purge-store.ts';

/** A request's plain columns. */
export interface InquiryRow {
  id: string;
  desk_id: string;
  recipient: string;
  status: 'received' | 'read' | 'answered';
  received_hour: string;
  consent_version: string;
  is_receipt_closed: 0 | 1;
  /** How many messages there were when the person last saw the thread. */
  seen_messages: number;
  /** Null while the request is open. */
  closed_hour: string | null;
  erase_key: string;
  /** What the desk's audit chain calls it; null for one that was stored before there were chains. */
  audit_ref: string | null;
}

export interface SealedInquiryRow extends InquiryRow {
  request: BlobColumn;
  contact: BlobColumn;
}

/** What the desk's list shows of a request. */
export type ListedInquiryRow = Pick<InquiryRow, 'id' | 'status' | 'received_hour' | 'closed_hour'> & {
  /** When the last words of either side came. */
  last_hour: string;
};

export interface MessageRow {
  id: string;
  sender: 'person' | 'desk';
  sent_hour: string;
  sealed: BlobColumn;
}

export interface EventRow {
  kind: 'received' | 'read' | 'answered' | 'referred' | 'contact-opened' | 'contact-changed' | 'closed';
  at_hour: string;
  reason: string | null;
}

/** A new request's columns; `deskRecipient` tells to which key of its desk it is sealed. */
export interface NewInquiry {
  id: string;
  deskId: string;
  deskRecipient: string;
  lookupHash: string;
  recipient: string;
  receivedHour: string;
  consentVersion: string;
  eraseKey: string;
  /** Whether its receipt may be drawn again until saving is confirmed. */
  hasReceipt: boolean;
  request: Uint8Array;
  contact: Uint8Array;
}

const PLAIN_COLUMNS = `id, desk_id, recipient, status, received_hour, consent_version, is_receipt_closed,
  seen_messages, closed_hour, erase_key, audit_ref`;

/** The person's request; null when there is none, or when it is being erased. */
export function findByLookup(db: Database, lookupHash: string): Promise<SealedInquiryRow | null> {
  return db
    .prepare(
      `SELECT ${PLAIN_COLUMNS}, request, contact FROM inquiry WHERE lookup_hash = ?1 AND status <> 'erasing'`,
    )
    .bind(lookupHash)
    .first<SealedInquiryRow>();
}

/** A request of the officer's desk; null when there is none there. */
export function findOfDesk(db: Database, id: string, deskId: string): Promise<SealedInquiryRow | null> {
  return db
    .prepare(
      `SELECT ${PLAIN_COLUMNS}, request, contact FROM inquiry
       WHERE id = ?1 AND desk_id = ?2 AND status <> 'erasing'`,
    )
    .bind(id, deskId)
    .first<SealedInquiryRow>();
}

/** The desk's requests without those set aside, the oldest unanswered first. At most 200: the console says when there are more. */
export async function listOfDesk(db: Database, deskId: string): Promise<ListedInquiryRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, status, received_hour, closed_hour,
         coalesce((SELECT max(sent_hour) FROM message WHERE inquiry_id = inquiry.id), received_hour) AS last_hour
       FROM inquiry WHERE desk_id = ?1 AND status <> 'erasing' AND set_aside = 0
       ORDER BY closed_hour IS NOT NULL, status = 'answered', received_hour, id LIMIT 200`,
    )
    .bind(deskId)
    .all<ListedInquiryRow>();
  return results;
}

/** A thread's messages in the order in which they came. */
export async function listMessages(db: Database, inquiryId: string): Promise<MessageRow[]> {
  const { results } = await db
    .prepare('SELECT id, sender, sent_hour, sealed FROM message WHERE inquiry_id = ?1 ORDER BY rowid')
    .bind(inquiryId)
    .all<MessageRow>();
  return results;
}

/** What happened to a request, in order. */
export async function listEvents(db: Database, inquiryId: string): Promise<EventRow[]> {
  const { results } = await db
    .prepare('SELECT kind, at_hour, reason FROM status_event WHERE inquiry_id = ?1 ORDER BY rowid')
    .bind(inquiryId)
    .all<EventRow>();
  return results;
}

/** What stands under a lookup hash, seen by whoever may only be told that it was received. */
export interface ReceiptRow {
  id: string;
  desk_id: string;
  received_hour: string;
  consent_version: string;
  is_receipt_closed: 0 | 1;
  is_erasing: 0 | 1;
}

const RECEIPT = `SELECT id, desk_id, received_hour, consent_version, is_receipt_closed,
    status = 'erasing' AS is_erasing
  FROM inquiry WHERE lookup_hash = ?1`;

/** The receipt of a request, also of one that is being erased; null when there is none. */
export function findReceiptRow(db: Database, lookupHash: string): Promise<ReceiptRow | null> {
  return db.prepare(RECEIPT).bind(lookupHash).first<ReceiptRow>();
}

/**
 * Stores a request with its first event in one transaction, which also looks whether its desk takes requests under that
 * key now.
 *
 * @param idleSince desks opened before (UTC ISO 8601) take none
 * @returns what stands under the lookup hash afterwards: this request, told by its id, or an earlier one; null when
 *   nothing was stored, because the desk takes none, its key is another, or the hash is that of a request erased in the
 *   last 30 days
 */
export async function insertInquiry(
  db: Database,
  inquiry: NewInquiry,
  idleSince: string,
): Promise<ReceiptRow | null> {
  const outcomes = await db.batch<ReceiptRow>([
    db
      .prepare(
        `INSERT INTO inquiry (id, desk_id, desk_key_id, lookup_hash, recipient, status, received_hour,
           consent_version, erase_key, request, contact, is_receipt_closed, audit_ref)
         SELECT ?1, desk.id, desk_key.id, ?4, ?5, 'received', ?6, ?7, ?8, ?9, ?10, ?12, lower(hex(randomblob(16)))
         FROM desk JOIN desk_key ON desk_key.desk_id = desk.id AND desk_key.retired_at IS NULL
         WHERE desk.id = ?2 AND desk_key.recipient = ?3
           AND coalesce(desk.last_opened_at, desk.created_at) > ?11
           AND ${IS_HELD}
           AND NOT EXISTS (SELECT 1 FROM erased_code WHERE lookup_hash = ?4)
         ON CONFLICT (lookup_hash) DO NOTHING`,
      )
      .bind(
        inquiry.id,
        inquiry.deskId,
        inquiry.deskRecipient,
        inquiry.lookupHash,
        inquiry.recipient,
        inquiry.receivedHour,
        inquiry.consentVersion,
        inquiry.eraseKey,
        blobValue(inquiry.request),
        blobValue(inquiry.contact),
        idleSince,
        inquiry.hasReceipt ? 0 : 1,
      ),
    insertEvent(
      db,
      { inquiryId: inquiry.id, kind: 'received', atHour: inquiry.receivedHour, reason: null },
      "= 'received'",
    ),
    countMonth(db, 'received', localMonth(new Date(inquiry.receivedHour)), {
      condition: 'id = ?2',
      values: [inquiry.id],
    }),
    db.prepare(RECEIPT).bind(inquiry.lookupHash),
  ]);
  return outcomes.at(-1)?.results[0] ?? null;
}

/** Whether a lookup hash is that of a request erased in the last 30 days. */
export async function isErasedCode(db: Database, lookupHash: string): Promise<boolean> {
  const found = await db.prepare('SELECT 1 FROM erased_code WHERE lookup_hash = ?1').bind(lookupHash).first();
  return found !== null;
}

/** Marks that the receipt is not drawn again. */
export async function closeReceipt(db: Database, lookupHash: string): Promise<void> {
  await db
    .prepare(`UPDATE inquiry SET is_receipt_closed = 1 WHERE lookup_hash = ?1 AND is_receipt_closed = 0`)
    .bind(lookupHash)
    .run();
}

/** A new message and what follows from it. */
export type NewMessage = { id: string; inquiryId: string; sentHour: string; sealed: Uint8Array } & (
  | { sender: 'desk'; event: 'answered' | 'referred' }
  /** With a contact part, which takes the place of the earlier one. */
  | { sender: 'person'; contact?: Uint8Array }
);

/**
 * Stores a person's message and what follows from it, all or nothing; a closed request is open again. A message id that
 * already stands is left as it is and nothing follows from it: the sender sent it twice.
 *
 * @returns whether the message stands in the request's thread; false when the request is gone or being erased, or
 *   when the id belongs to another thread
 */
export async function insertMessage(
  db: Database,
  message: NewMessage & { sender: 'person' },
): Promise<boolean> {
  const outcomes = await db.batch(messageStatements(db, message));
  return outcomes.at(-1)?.results.length === 1;
}

/**
 * The statements that store a message; the last one finds it where it then stands.
 *
 * @param afterwards what goes behind the one that stores the message itself, if that is new
 */
export function messageStatements(
  db: Database,
  message: NewMessage,
  afterwards: readonly D1PreparedStatement[] = [],
): D1PreparedStatement[] {
  const { id, inquiryId, sender, sentHour } = message;
  const contact = message.sender === 'person' ? message.contact : undefined;
  const event =
    message.sender === 'desk' ? message.event : contact === undefined ? null : ('contact-changed' as const);
  // Before the message itself, so that only a message which does not stand yet has consequences.
  const isNew = `status <> 'erasing' AND NOT EXISTS (SELECT 1 FROM message WHERE id = ?3)`;
  return [
    ...(contact === undefined
      ? []
      : [
          db
            .prepare(`UPDATE inquiry SET contact = ?2 WHERE id = ?1 AND ${isNew}`)
            .bind(inquiryId, blobValue(contact), id),
        ]),
    ...(sender === 'person'
      ? []
      : [
          countMonth(db, 'answered', localMonth(new Date(sentHour)), {
            condition: `id = ?2 AND ${isNew} AND NOT EXISTS (SELECT 1 FROM status_event
              WHERE inquiry_id = ?2 AND kind IN ('answered', 'referred'))`,
            values: [inquiryId, id],
          }),
        ]),
    ...(event === null
      ? []
      : [
          db
            .prepare(
              `INSERT INTO status_event (id, inquiry_id, kind, at_hour)
               SELECT ?1, id, ?4, ?5 FROM inquiry WHERE id = ?2 AND ${isNew}`,
            )
            .bind(crypto.randomUUID(), inquiryId, id, event, sentHour),
        ]),
    db
      .prepare(
        // An answer written while new words came in leaves them unread.
        `UPDATE inquiry SET closed_hour = NULL, set_aside = 0,
           status = CASE WHEN status = 'received' THEN status ELSE ?2 END
         WHERE id = ?1 AND ${isNew}`,
      )
      .bind(inquiryId, sender === 'desk' ? 'answered' : 'received', id),
    db
      .prepare(
        `INSERT INTO message (id, inquiry_id, sender, sent_hour, sealed)
         SELECT ?1, id, ?3, ?4, ?5 FROM inquiry WHERE id = ?2 AND status <> 'erasing'
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(id, inquiryId, sender, sentHour, blobValue(message.sealed)),
    ...afterwards,
    db
      .prepare('SELECT 1 FROM message WHERE id = ?1 AND inquiry_id = ?2 AND sender = ?3')
      .bind(id, inquiryId, sender),
  ];
}

/**
 * Begins an erasure that the person asked for, and counts it: from here on the request reads as never sent.
 *
 * @param month in which it is counted
 * @returns null when there is nothing to erase
 */
export async function markErasing(
  db: Database,
  lookupHash: string,
  month: string,
): Promise<ErasingRow | null> {
  const [, marked] = await db.batch<ErasingRow>([
    // Before the mark, so that asking twice counts once.
    countMonth(db, 'withdrawn', month, {
      condition: `lookup_hash = ?2 AND status <> 'erasing'`,
      values: [lookupHash],
    }),
    db
      .prepare(`UPDATE inquiry SET status = 'erasing' WHERE lookup_hash = ?1 RETURNING id, erase_key`)
      .bind(lookupHash),
  ]);
  return marked?.results[0] ?? null;
}

/** What an erasure needs of a request. */
export type ErasingRow = Pick<InquiryRow, 'id' | 'erase_key'>;

/** Erasures that were begun and not finished, at most 100 at a time: any, so that those that fail do not stay first. */
export async function listErasing(db: Database): Promise<ErasingRow[]> {
  const { results } = await db
    .prepare(`SELECT id, erase_key FROM inquiry WHERE status = 'erasing' ORDER BY random() LIMIT 100`)
    .all<ErasingRow>();
  return results;
}

/** Removes every row of requests whose keys are gone; what is left for 30 days is that their codes are used up. */
export async function deleteInquiries(db: Database, ids: readonly string[]): Promise<void> {
  const values = JSON.stringify(ids);
  const these = `IN (SELECT value FROM json_each(?1))`;
  await db.batch([
    db
      .prepare(
        `INSERT INTO erased_code (lookup_hash, erased_on)
         SELECT lookup_hash, date('now') FROM inquiry WHERE id ${these} AND status = 'erasing'
         ON CONFLICT (lookup_hash) DO NOTHING`,
      )
      .bind(values),
    db.prepare(`DELETE FROM message WHERE inquiry_id ${these}`).bind(values),
    db.prepare(`DELETE FROM status_event WHERE inquiry_id ${these}`).bind(values),
    db.prepare(`DELETE FROM inquiry WHERE id ${these} AND status = 'erasing'`).bind(values),
  ]);
}

/** Forgets the used-up codes of requests that were erased more than 30 days ago. */
export async function deleteOldErasedCodes(db: Database): Promise<void> {
  await db
    .prepare(`DELETE FROM erased_code WHERE erased_on < date('now', ?1)`)
    .bind(`-${ERASED_CODE_DAYS} days`)
    .run();
}

/** The statement that adds an event to a request whose status fits: a request erased meanwhile gets none. */
export function insertEvent(
  db: Database,
  event: { inquiryId: string; kind: EventRow['kind']; atHour: string; reason: string | null },
  status: "= 'received'" | "<> 'erasing'",
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO status_event (id, inquiry_id, kind, at_hour, reason)
       SELECT ?1, id, ?3, ?4, ?5 FROM inquiry WHERE id = ?2 AND status ${status}`,
    )
    .bind(crypto.randomUUID(), event.inquiryId, event.kind, event.atHour, event.reason);
}
