/** The SQL of the audit chains. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type AuditEvent, type ChainHead, EMPTY_CHAIN } from '../../domain/audit-chain.ts';
import type { Database } from '../database.ts';

/** A row as it is written. */
export type HashedEvent = AuditEvent & { hash: string };

/** Where a desk's chain stands. */
export async function findHead(db: Database, deskId: string): Promise<ChainHead> {
  const head = await db
    .prepare('SELECT seq, hash FROM audit_event WHERE desk_id = ?1 ORDER BY seq DESC LIMIT 1')
    .bind(deskId)
    .first<ChainHead>();
  return head ?? EMPTY_CHAIN;
}

/**
 * The statement that appends rows if the statement before it in the batch changed something, and nothing if not.
 *
 * @param changes how many rows that statement must have changed, if it changed any: with another number this one fails
 *   and the whole batch with it (`isChainMoved`); null for any number
 */
export function appendAfterChange(
  db: Database,
  rows: readonly HashedEvent[],
  changes: number | null,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO audit_event (desk_id, seq, at_hour, officer_id, kind, reason, audit_ref, previous_hash, hash)
       SELECT value ->> 'deskId', CASE WHEN ?2 IS NULL OR changes() = ?2 THEN value ->> 'seq' END,
         value ->> 'atHour', value ->> 'officerId', value ->> 'kind', value ->> 'reason', value ->> 'auditRef',
         value ->> 'previousHash', value ->> 'hash'
       FROM json_each(?1) WHERE changes() > 0`,
    )
    .bind(JSON.stringify(rows), changes);
}

/** Whether an append failed because another act came between the reading and the writing. */
export function isChainMoved(error: unknown): boolean {
  return error instanceof Error && /(?:UNIQUE|NOT NULL) constraint failed: audit_event\./.test(error.message);
}
