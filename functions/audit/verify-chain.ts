/** Finds the first broken link of each desk's chain: in itself, and against the copies of its head. */
import { type ChainHead, EMPTY_CHAIN, hashAuditEvent } from '../../domain/audit-chain.ts';
import { type FoundCopy, listCopies } from './copy-heads.ts';
import { AuditRowSchema, type HeadsCopy } from './schema.ts';
import { listChains, listPresentKeys, readRows } from './store.ts';

/** What is wrong, and with the act of which number. */
export type ChainFault =
  /** There is no such row, although a later one stands. */
  | { kind: 'missing'; seq: number }
  /** The row is not what its hash was made of. */
  | { kind: 'altered'; seq: number }
  /** The row is whole and does not follow the one before it: put in, or put in another's place. */
  | { kind: 'unlinked'; seq: number }
  /** The chain is whole and another one than was copied: made anew somewhere after `since`, up to `seq`. */
  | { kind: 'forked'; seq: number; since: number; copy: string }
  /** The copy knows an act `seq`, the chain ends before it. */
  | { kind: 'shorter'; seq: number; head: number; copy: string }
  /** The chain is whole, and the desk's present key is not the one that act `seq` made, the last that made one. */
  | { kind: 'otherKey'; seq: number };

/** A desk's chain as it was found. */
export interface VerifiedChain {
  desk: string;
  /** The slug, or the id of a desk that no table and no copy names. */
  slug: string;
  /** The number of the last act before the fault, if there is one. */
  seq: number;
  fault: ChainFault | null;
}

/** What `npm run audit:verify` tells. */
export interface Verification {
  chains: VerifiedChain[];
  /** How many copies they were compared with. */
  copies: number;
  /** Objects of the bucket that are no copies. */
  unreadable: string[];
}

/** A head that some copy holds. */
interface CopiedHead extends ChainHead {
  /** Which copy: the name of the object or file. */
  copy: string;
}

/**
 * Verifies every chain, also against each copy in the bucket and those given.
 *
 * @param saved copies that were kept elsewhere, by the names that a fault is told with
 */
export async function verifyChains(
  env: Pick<Env, 'DB' | 'AUDIT_HEADS'>,
  saved: readonly { name: string; copy: HeadsCopy }[] = [],
): Promise<Verification> {
  const found: FoundCopy[] = [];
  for await (const copy of listCopies(env.AUDIT_HEADS)) found.push(copy);
  const copies = [...found, ...saved].flatMap(({ name, copy }) => (copy === null ? [] : [{ name, copy }]));

  const desks = new Map((await listChains(env.DB)).map(({ desk, slug }) => [desk, slug]));
  const heads = new Map<string, CopiedHead[]>();
  for (const { name, copy } of copies) {
    for (const { desk, slug, seq, hash } of copy.desks) {
      // A desk that only a copy knows: its chain is gone.
      if (desks.get(desk) == null) desks.set(desk, slug);
      const known = heads.get(desk) ?? [];
      known.push({ seq, hash, copy: name });
      heads.set(desk, known);
    }
  }
  const keys = await listPresentKeys(env.DB);
  const chains: VerifiedChain[] = [];
  for (const [desk, slug] of desks) {
    const made: MadeKey = { seq: 0, recipient: null };
    const rows = noteKeys(readRows(env.DB, desk), made);
    const { seq, fault } = await verifyChain(rows, heads.get(desk) ?? []);
    const isOtherKey = made.recipient !== null && keys.get(desk) !== made.recipient;
    chains.push({
      desk,
      slug: slug ?? desk,
      seq,
      fault: fault ?? (isOtherKey ? { kind: 'otherKey', seq: made.seq } : null),
    });
  }
  const unreadable = found.filter(({ copy }) => copy === null).map(({ name }) => name);
  return { chains, copies: copies.length, unreadable };
}

/**
 * Walks one chain to its end or to its first fault.
 *
 * @param rows as they stand, in the order of their numbers
 * @param copied heads that copies hold, the oldest copy first
 */
export async function verifyChain(
  rows: AsyncIterable<unknown> | Iterable<unknown>,
  copied: readonly CopiedHead[],
): Promise<{ seq: number; fault: ChainFault | null }> {
  const copiedAt = new Map<number, CopiedHead[]>();
  for (const copy of copied) copiedAt.set(copy.seq, [...(copiedAt.get(copy.seq) ?? []), copy]);
  let head = EMPTY_CHAIN;
  let since = 0;
  for await (const row of rows) {
    const seq = head.seq + 1;
    const link = readLink(row, head);
    if ('kind' in link) return { seq: head.seq, fault: link };
    head = link;
    const own = copiedAt.get(seq);
    const other = own?.find(({ hash }) => hash !== head.hash);
    if (other !== undefined) return { seq, fault: { kind: 'forked', seq, since, copy: other.copy } };
    if (own !== undefined) since = seq;
  }
  const lost = copied.find(({ seq }) => seq > head.seq);
  const { seq } = head;
  return {
    seq,
    fault: lost === undefined ? null : { kind: 'shorter', seq: lost.seq, head: seq, copy: lost.copy },
  };
}

/** The last key that a chain says was made; null where no row says of which recipient it is. */
interface MadeKey {
  seq: number;
  recipient: string | null;
}

/** Hands the rows on and notes the keys that they say were made. */
async function* noteKeys(rows: AsyncIterable<unknown>, made: MadeKey): AsyncGenerator<unknown> {
  for await (const row of rows) {
    const event = AuditRowSchema.safeParse(row).data;
    if (event?.kind === 'desk-made' || event?.kind === 'key-changed') {
      made.seq = event.seq;
      made.recipient = event.auditRef;
    }
    yield row;
  }
}

/** The head that a row makes of the one before it, or what is wrong with the row. */
function readLink(row: unknown, before: ChainHead): ChainHead | ChainFault {
  const seq = before.seq + 1;
  const event = AuditRowSchema.safeParse(row).data;
  if (event !== undefined && event.seq > seq) return { kind: 'missing', seq };
  if (event === undefined || hashAuditEvent(event) !== event.hash) return { kind: 'altered', seq };
  if (event.seq < seq || event.previousHash !== before.hash) return { kind: 'unlinked', seq };
  return { seq, hash: event.hash };
}
