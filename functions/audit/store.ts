/** The SQL of the audit chains. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type AuditEvent, type ChainHead, EMPTY_CHAIN } from '../../domain/audit-chain.ts';
import type { Database } from '../database.ts';
import type { DeskHead } from './schema.ts';

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

/** Where the chain of every desk stands, in the order of the slugs. */
export async function listHeads(db: Database): Promise<DeskHead[]> {
  const { results } = await db
    .prepare(
      `SELECT desk.id AS desk, slug, name, coalesce(seq, 0) AS seq, coalesce(hash, ?1) AS hash
       FROM desk LEFT JOIN audit_event ON desk_id = desk.id
         AND seq = (SELECT max(seq) FROM audit_event WHERE desk_id = desk.id)
       ORDER BY slug`,
    )
    .bind(EMPTY_CHAIN.hash)
    .all<DeskHead>();
  return results;
}

/** The desks that have a chain, those that stand in no other table too. */
export async function listChains(db: Database): Promise<{ desk: string; slug: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT chain.id AS desk, slug FROM (SELECT id FROM desk UNION SELECT desk_id FROM audit_event) AS chain
       LEFT JOIN desk ON desk.id = chain.id ORDER BY slug, chain.id`,
    )
    .all<{ desk: string; slug: string | null }>();
  return results;
}

/** The recipient of each desk's present key, by the desk's id. */
export async function listPresentKeys(db: Database): Promise<Map<string, string>> {
  const { results } = await db
    .prepare('SELECT desk_id AS desk, recipient FROM desk_key WHERE retired_at IS NULL')
    .all<{ desk: string; recipient: string }>();
  return new Map(results.map(({ desk, recipient }) => [desk, recipient]));
}

/** How many rows are read at once. */
const PAGE_ROWS = 1000;

/** The rows of a chain in the order of their numbers, as they stand: anything may have been written into them. */
export async function* readRows(db: Database, deskId: string): AsyncGenerator<unknown> {
  let last: { seq: number; rowid: number } | undefined;
  do {
    const { results } = await db
      .prepare(
        `SELECT rowid, desk_id AS deskId, seq, at_hour AS atHour, officer_id AS officerId, kind, reason,
           audit_ref AS auditRef, previous_hash AS previousHash, hash
         FROM audit_event WHERE desk_id = ?1 AND (?2 IS NULL OR (seq, rowid) > (?2, ?3))
         ORDER BY seq, rowid LIMIT ${PAGE_ROWS}`,
      )
      .bind(deskId, last?.seq ?? null, last?.rowid ?? null)
      .all<{ seq: number; rowid: number }>();
    yield* results;
    last = results.length === PAGE_ROWS ? results.at(-1) : undefined;
  } while (last !== undefined);
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
