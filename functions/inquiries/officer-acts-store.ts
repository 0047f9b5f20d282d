/** The SQL of what officers do to one request, each act with its row of the desk's audit chain. */
import { hourOf } from '../../domain/hour.ts';
import { type AuditedAct, type DeskOfficer, writeAudited } from '../audit/write-audited.ts';
import type { Database } from '../database.ts';
import { type InquiryRow, insertEvent, messageStatements, type NewMessage } from './store.ts';

/** A request as its audit row calls it. */
type AuditedRequest = Pick<InquiryRow, 'id' | 'audit_ref'>;

/** Who does it, and when. */
interface ActContext {
  by: DeskOfficer;
  now: Date;
}

/**
 * Records that an officer opened a request, and marks it as read if it was not.
 *
 * @returns false when the request is gone or being erased
 */
export async function markRead(db: Database, request: AuditedRequest, context: ActContext): Promise<boolean> {
  const event = { inquiryId: request.id, kind: 'read', atHour: hourOf(context.now), reason: null } as const;
  const [, marked] = await writeAudited(db, inContext(context), () => ({
    acts: [actOn(request, context, { kind: 'request-read' })],
    statements: (record) => [
      // The event first: it is made only where the status is about to change.
      insertEvent(db, event, "= 'received'"),
      // Changes the row of a request that was read before too: each opening has a row in the chain.
      db
        .prepare(
          `UPDATE inquiry SET status = CASE WHEN status = 'received' THEN 'read' ELSE status END
           WHERE id = ?1 AND status <> 'erasing'`,
        )
        .bind(request.id),
      record,
    ],
  }));
  return marked?.meta.changes === 1;
}

/**
 * Records that an officer opened the contact part, and why.
 *
 * @returns false when the request is gone or being erased
 */
export async function recordContactOpened(
  db: Database,
  request: AuditedRequest,
  reason: string,
  context: ActContext,
): Promise<boolean> {
  const atHour = hourOf(context.now);
  const event = { inquiryId: request.id, kind: 'contact-opened', atHour, reason } as const;
  const [opened] = await writeAudited(db, inContext(context), () => ({
    acts: [actOn(request, context, { kind: 'contact-opened', reason })],
    statements: (record) => [insertEvent(db, event, "<> 'erasing'"), record],
  }));
  return opened?.meta.changes === 1;
}

/**
 * Stores a desk's message and what follows from it, all or nothing; a closed request is open again. A message id that
 * already stands is left as it is and nothing follows from it: the officer sent it twice.
 *
 * @returns whether the message stands in the request's thread; false when the request is gone or being erased, or when
 *   the id belongs to another thread
 */
export async function insertAnswer(
  db: Database,
  request: AuditedRequest,
  message: Pick<NewMessage, 'id' | 'sealed'> & { event: 'answered' | 'referred' },
  context: ActContext,
): Promise<boolean> {
  const outcomes = await writeAudited(db, inContext(context), () => ({
    acts: [actOn(request, context, { kind: message.event })],
    statements: (record) =>
      messageStatements(
        db,
        { ...message, inquiryId: request.id, sender: 'desk', sentHour: hourOf(context.now) },
        [record],
      ),
  }));
  return outcomes.at(-1)?.results.length === 1;
}

/**
 * Closes a request of the officer's desk, unless it holds words that nobody has read.
 *
 * @returns whether it was open and is closed by this
 */
export async function closeRead(
  db: Database,
  request: AuditedRequest,
  context: ActContext,
): Promise<boolean> {
  const isOpen = `id = ?1 AND desk_id = ?2 AND closed_hour IS NULL AND status IN ('read', 'answered')`;
  const { by } = context;
  const hour = hourOf(context.now);
  const [, closed] = await writeAudited(db, inContext(context), () => ({
    acts: [actOn(request, context, { kind: 'closed' })],
    statements: (record) => [
      // The event first: it is made only where the request is about to be closed.
      db
        .prepare(
          `INSERT INTO status_event (id, inquiry_id, kind, at_hour)
           SELECT ?3, id, 'closed', ?4 FROM inquiry WHERE ${isOpen}`,
        )
        .bind(request.id, by.deskId, crypto.randomUUID(), hour),
      db.prepare(`UPDATE inquiry SET closed_hour = ?3 WHERE ${isOpen}`).bind(request.id, by.deskId, hour),
      record,
    ],
  }));
  return closed?.meta.changes === 1;
}

function inContext({ by, now }: ActContext): { deskId: string; now: Date } {
  return { deskId: by.deskId, now };
}

function actOn(
  request: AuditedRequest,
  { by }: ActContext,
  act: Omit<AuditedAct, 'officerId' | 'auditRef'>,
): AuditedAct {
  return { ...act, officerId: by.officerId, auditRef: request.audit_ref };
}
