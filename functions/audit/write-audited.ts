import type { D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import { type AuditEvent, type ChainHead, hashAuditEvent } from '../../domain/audit-chain.ts';
import { hourOf } from '../../domain/hour.ts';
import type { Database } from '../database.ts';
import { AppError } from '../errors.ts';
import { appendAfterChange, findHead, type HashedEvent, isChainMoved } from './store.ts';

/** An officer at their desk: who acts, and on whose requests. */
export interface DeskOfficer {
  officerId: string;
  deskId: string;
}

/** What was done, by whom, to what. */
export type AuditedAct = Pick<AuditEvent, 'kind' | 'officerId'> &
  Partial<Pick<AuditEvent, 'reason' | 'auditRef'>>;

/** Acts, and the statements that do them. */
export interface AuditedPlan {
  /** In the order of their rows; all are written or none. */
  acts: readonly AuditedAct[];
  /**
   * The batch. `record`, which writes the rows, goes directly behind the statement that decides: it writes them if that
   * statement changed something, and nothing if it did not.
   */
  statements: (record: D1PreparedStatement) => D1PreparedStatement[];
  /**
   * How many rows the deciding statement changes when it does what `acts` says. When it changes some but another number
   * of them, nothing is written at all and the plan is made anew. Any number unless given.
   */
  changes?: number;
}

/** Twice as many calls; a free plan's Worker may make fifty. */
const MAX_TRIES = 12;

/**
 * Writes what was done to a desk together with the rows of its audit chain, in one transaction: both or neither. When
 * another act of the desk comes first, tries again on the chain as it then stands. Two calls of D1 a try.
 *
 * @param plan made anew for each try; what it reads of the database it must read itself. Null: there is nothing to do
 * @returns the results of the batch, that of `record` in its place; none when the plan was null
 * @throws AppError `storage_unavailable` when other acts came first again and again
 */
export async function writeAudited(
  db: Database,
  { deskId, now }: { deskId: string; now: Date },
  plan: () => AuditedPlan | null | Promise<AuditedPlan | null>,
): Promise<D1Result[]> {
  let cause: unknown;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const head = await findHead(db, deskId);
    const planned = await plan();
    if (planned === null) return [];
    const rows = appendTo(head, planned.acts, { deskId, atHour: hourOf(now) });
    const record = appendAfterChange(db, rows, planned.changes ?? null);
    try {
      return await db.batch(planned.statements(record));
    } catch (error) {
      if (!isChainMoved(error)) throw error;
      cause = error;
    }
  }
  throw new AppError('storage_unavailable', { cause });
}

/** The rows of these acts, each linked to the one before. */
function appendTo(
  head: ChainHead,
  acts: readonly AuditedAct[],
  where: Pick<AuditEvent, 'deskId' | 'atHour'>,
): HashedEvent[] {
  let { seq, hash } = head;
  return acts.map(({ reason = null, auditRef = null, ...act }) => {
    seq += 1;
    const event = { ...where, ...act, seq, reason, auditRef, previousHash: hash };
    hash = hashAuditEvent(event);
    return { ...event, hash };
  });
}
