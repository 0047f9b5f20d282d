import { describe, expect, it } from 'vitest';
import { type AuditEvent, EMPTY_CHAIN, hashAuditEvent, hashGroups } from '../../domain/audit-chain.ts';
import { verifyChain } from '../../functions/audit/verify-chain.ts';

type Row = AuditEvent & { hash: string };

/** Links events into a chain, each with its hash. */
function chainOf(events: Omit<AuditEvent, 'seq' | 'previousHash'>[]): Row[] {
  let previousHash = EMPTY_CHAIN.hash;
  return events.map((event, index) => {
    const row = { ...event, seq: index + 1, previousHash };
    const hash = hashAuditEvent(row);
    previousHash = hash;
    return { ...row, hash };
  });
}

const opened = {
  deskId: 'b9f6dc1c-4c5d-4a44-9f0f-3f4a5a5f2f11',
  atHour: '2026-11-22T03:00:00Z',
  officerId: '1b671a64-40d5-491e-99b0-da01ff1f3341',
  kind: 'contact-opened',
  reason: 'call-as-asked',
  auditRef: '0123456789abcdef0123456789abcdef',
} as const;

const chain = chainOf(Array.from({ length: 6 }, (_, index) => ({ ...opened, auditRef: `ref${index}` })));
function at(seq: number): Row {
  const row = chain[seq - 1];
  if (row === undefined) throw new Error(`the chain has no row ${seq}`);
  return row;
}

const faultOf = async (rows: unknown[], copied: Parameters<typeof verifyChain>[1] = []) =>
  (await verifyChain(rows, copied)).fault;

/** The chain with one row replaced. */
const withRow = (seq: number, change: Record<string, unknown>): unknown[] =>
  chain.map((row) => (row.seq === seq ? { ...row, ...change } : row));

describe('the hash of a row', () => {
  // Known answers, computed by another implementation: copies of such hashes stand on paper, so they never change.
  it('is the one that was published', () => {
    expect(hashAuditEvent({ ...opened, seq: 1, previousHash: EMPTY_CHAIN.hash })).toBe(
      '9a651be202e4ccfa778137d0488efa93b89b1bfdea81bfcde08521da23880e74',
    );
    expect(
      hashAuditEvent({
        ...opened,
        officerId: null,
        kind: 'desk-made',
        reason: null,
        auditRef: null,
        seq: 7,
        previousHash: at(6).hash,
      }),
    ).toBe('4660edb78ba574ff493d9f72e480cc9785351395cb4b2683ebd3fd692c027c69');
  });

  it('tells nothing from an empty text', () => {
    const row = { ...opened, seq: 1, previousHash: EMPTY_CHAIN.hash };

    expect(hashAuditEvent({ ...row, reason: null })).not.toBe(hashAuditEvent({ ...row, reason: '' }));
  });

  it('is shown in sixteen groups of four', () => {
    const groups = hashGroups(at(1).hash);

    expect(groups).toHaveLength(16);
    expect(groups.join('')).toBe(at(1).hash);
  });
});

describe('a chain', () => {
  it('is whole as it was written', async () => {
    expect(await verifyChain(chain, [])).toEqual({ seq: 6, fault: null });
    expect(await verifyChain([], [])).toEqual({ seq: 0, fault: null });
  });

  it.each([
    { deskId: 'khac' },
    { seq: 3 },
    { atHour: '2026-11-21T03:00:00Z' },
    { officerId: 'nguoi-khac' },
    { officerId: null },
    { kind: 'closed' },
    { kind: 'khong-co' },
    { reason: 'danger-to-life' },
    { reason: null },
    { reason: '' },
    { auditRef: 'ref9' },
    { auditRef: null },
    { auditRef: 4 },
    { previousHash: EMPTY_CHAIN.hash },
    { previousHash: 'x' },
    { hash: 'f'.repeat(64) },
    { hash: at(4).hash.toUpperCase() },
    { hash: null },
  ])('tells that a row was changed to %j', async (change) => {
    expect(await faultOf(withRow(4, change))).toEqual({ kind: 'altered', seq: 4 });
  });

  it.each([1, 4, 5])('tells that row %s is missing', async (seq) => {
    expect(await faultOf(chain.filter((row) => row.seq !== seq))).toEqual({ kind: 'missing', seq });
  });

  it('tells that a row was taken out and the others renumbered', async () => {
    const rows = chain
      .filter(({ seq }) => seq !== 4)
      .map((row) => (row.seq > 4 ? { ...row, seq: row.seq - 1 } : row));

    expect(await faultOf(rows)).toEqual({ kind: 'altered', seq: 4 });
  });

  it('tells that a whole row was put in the place of another, or twice', async () => {
    const forged = { ...at(4), previousHash: at(2).hash };

    expect(await faultOf(withRow(4, { ...forged, hash: hashAuditEvent(forged) }))).toEqual({
      kind: 'unlinked',
      seq: 4,
    });
    expect(await faultOf(chain.flatMap((row) => (row.seq === 3 ? [row, row] : [row])))).toEqual({
      kind: 'unlinked',
      seq: 4,
    });
  });
});

describe('a chain beside copies of its head', () => {
  const copyOf = (seq: number, copy: string) => ({ seq, hash: at(seq).hash, copy });

  it('is whole when it goes on from each of them', async () => {
    expect(await faultOf(chain, [copyOf(2, 'a'), copyOf(4, 'b'), copyOf(4, 'c'), copyOf(6, 'd')])).toBeNull();
    expect(await faultOf([], [{ ...EMPTY_CHAIN, copy: 'a' }])).toBeNull();
  });

  it('is another one when it was made anew: told from which row at the latest', async () => {
    const anew = chainOf(
      chain.map(({ seq: _, previousHash: __, hash: ___, ...event }, index) =>
        index === 3 ? { ...event, reason: null } : event,
      ),
    );

    expect(await faultOf(anew)).toBeNull();
    expect(await faultOf(anew, [copyOf(2, 'a'), copyOf(3, 'b'), copyOf(6, 'c')])).toEqual({
      kind: 'forked',
      seq: 6,
      since: 3,
      copy: 'c',
    });
    // A copy of the new one, made after, takes nothing away from the old one.
    const after = { seq: 6, hash: anew[5]?.hash ?? '', copy: 'd' };
    expect(await faultOf(anew, [copyOf(6, 'c'), after])).toMatchObject({ kind: 'forked', copy: 'c' });
  });

  it('is shorter when its end was cut off', async () => {
    expect(await faultOf(chain.slice(0, 4))).toBeNull();
    expect(await faultOf(chain.slice(0, 4), [copyOf(4, 'a'), copyOf(6, 'b')])).toEqual({
      kind: 'shorter',
      seq: 6,
      head: 4,
      copy: 'b',
    });
  });
});
