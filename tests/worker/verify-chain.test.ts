import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AuditEvent, EMPTY_CHAIN, hashAuditEvent } from '../../domain/audit-chain.ts';
import { copyHeads } from '../../functions/audit/copy-heads.ts';
import { verifyChains } from '../../functions/audit/verify-chain.ts';
import { writeAudited } from '../../functions/audit/write-audited.ts';
import { makeUnheldDesk } from './sealed-journey.ts';

const HOUR = '2026-11-22T03:00:00Z';
const COPY = `hours/${HOUR}.json`;
const NOW = new Date('2026-11-22T03:17:00Z');

let desk = '';
let other = '';

/** What an owner of the database can do: no trigger stops them. */
async function asOwner(...statements: string[]): Promise<void> {
  await env.DB.prepare('DROP TRIGGER audit_event_stays').run();
  await env.DB.prepare('DROP TRIGGER audit_event_is_kept').run();
  for (const sql of statements) await env.DB.prepare(sql.replaceAll(':desk', `'${desk}'`)).run();
}

async function act(deskId: string, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    await writeAudited(env.DB, { deskId, now: NOW }, () => ({
      acts: [{ kind: 'contact-opened', officerId: 'can-bo', reason: 'call-as-asked', auditRef: `ref${nth}` }],
      statements: (record) => [
        env.DB.prepare('UPDATE desk SET hours = ?2 WHERE id = ?1').bind(deskId, `${nth}`),
        record,
      ],
    }));
  }
}

/** Makes every hash of the desk's chain anew from what its rows hold, as one who has changed one of them would. */
async function recompute(): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT rowid, desk_id AS deskId, at_hour AS atHour, officer_id AS officerId, kind, reason, audit_ref AS auditRef
     FROM audit_event WHERE desk_id = ?1 ORDER BY seq`,
  )
    .bind(desk)
    .all<AuditEvent & { rowid: number }>();
  let previousHash = EMPTY_CHAIN.hash;
  for (const [index, { rowid, ...event }] of results.entries()) {
    const seq = index + 1;
    const hash = hashAuditEvent({ ...event, seq, previousHash });
    await env.DB.prepare('UPDATE audit_event SET seq = ?2, previous_hash = ?3, hash = ?4 WHERE rowid = ?1')
      .bind(rowid, seq, previousHash, hash)
      .run();
    previousHash = hash;
  }
}

/** What is wrong with the attacked desk; the other one is always whole. */
async function fault(saved?: Parameters<typeof verifyChains>[1]) {
  const { chains, unreadable } = await verifyChains(env, saved);
  expect(unreadable).toEqual([]);
  expect(chains.find(({ slug }) => slug === 'khac')).toMatchObject({ seq: 1, fault: null });
  return chains.find(({ slug }) => slug === 'dau-moi')?.fault;
}

beforeEach(async () => {
  desk = (await makeUnheldDesk()).id;
  other = (await makeUnheldDesk('khac')).id;
  await act(desk, 5);
});

describe('a chain', () => {
  it('is whole as it was written, alone and against its copies', async () => {
    expect(await verifyChains(env)).toMatchObject({
      chains: [
        { desk, slug: 'dau-moi', seq: 6, fault: null },
        { desk: other, slug: 'khac', seq: 1, fault: null },
      ],
      copies: 0,
    });

    await copyHeads(env, NOW);
    await act(desk, 2);

    expect(await fault()).toBeNull();
  });

  it('is whole over many pages of rows', async () => {
    const rows = Array.from({ length: 2500 }, () => ({ kind: 'request-read' as const, officerId: null }));
    await writeAudited(env.DB, { deskId: desk, now: NOW }, () => ({
      acts: rows,
      statements: (record) => [env.DB.prepare(`UPDATE desk SET hours = 'x'`), record],
    }));

    expect((await verifyChains(env)).chains[0]).toMatchObject({ seq: 2506, fault: null });
  });

  it.each([
    [`UPDATE audit_event SET reason = 'danger-to-life' WHERE desk_id = :desk AND seq = 4`, 'altered'],
    [`DELETE FROM audit_event WHERE desk_id = :desk AND seq = 4`, 'missing'],
    [`UPDATE audit_event SET desk_id = (SELECT id FROM desk WHERE slug = 'thu-ba') WHERE seq = 4`, 'missing'],
  ])('tells what an owner of the database did: %s', async (sql, kind) => {
    await makeUnheldDesk('thu-ba');

    await asOwner(sql);

    expect(await fault()).toEqual({ kind, seq: 4 });
  });

  it('tells that a row was put in a second time under a number that stands', async () => {
    await env.DB.prepare('ALTER TABLE audit_event RENAME TO old').run();
    await env.DB.prepare('CREATE TABLE audit_event AS SELECT * FROM old').run();
    await env.DB.prepare('INSERT INTO audit_event SELECT * FROM old WHERE desk_id = ?1 AND seq = 3')
      .bind(desk)
      .run();

    expect(await fault()).toEqual({ kind: 'unlinked', seq: 4 });
  });
});

describe('a copy of the heads', () => {
  it('tells that a row in the middle was changed and the whole chain made anew', async () => {
    await copyHeads(env, NOW);
    await act(desk, 2);

    await asOwner(`UPDATE audit_event SET reason = 'danger-to-life' WHERE desk_id = :desk AND seq = 3`);
    await recompute();

    expect(await fault()).toEqual({ kind: 'forked', seq: 6, since: 0, copy: COPY });
  });

  it('tells between which copies the chain was made anew', async () => {
    await copyHeads(env, NOW);
    await act(desk, 2);
    await copyHeads(env, new Date('2026-11-22T05:00:00Z'));
    await asOwner(`UPDATE audit_event SET reason = NULL WHERE desk_id = :desk AND seq = 7`);
    await recompute();

    expect(await fault()).toEqual({
      kind: 'forked',
      seq: 8,
      since: 6,
      copy: 'hours/2026-11-22T05:00:00Z.json',
    });
  });

  // The cron goes on copying what it finds: the older copy still tells.
  it('tells it also after the chain that was made anew has been copied', async () => {
    await copyHeads(env, NOW);
    await asOwner(`UPDATE audit_event SET reason = NULL WHERE desk_id = :desk AND seq = 3`);
    await recompute();
    await act(desk, 3);
    await copyHeads(env, new Date('2026-11-22T06:00:00Z'));

    expect(await fault()).toEqual({ kind: 'forked', seq: 6, since: 0, copy: COPY });
  });

  it('tells that the last rows are gone, which the chain alone does not', async () => {
    const cut = 'DELETE FROM audit_event WHERE desk_id = :desk AND seq > 4';
    await copyHeads(env, NOW);
    await asOwner(cut);

    expect(await fault()).toEqual({ kind: 'shorter', seq: 6, head: 4, copy: COPY });

    await env.AUDIT_HEADS.delete([COPY, 'latest.json']);
    expect(await fault()).toBeNull();
  });

  it('tells that a chain is gone with its whole desk', async () => {
    await copyHeads(env, NOW);
    await asOwner(
      'DELETE FROM audit_event WHERE desk_id = :desk',
      'DELETE FROM desk_key_grant WHERE desk_key_id IN (SELECT id FROM desk_key WHERE desk_id = :desk)',
      'DELETE FROM desk_key WHERE desk_id = :desk',
      'DELETE FROM desk WHERE id = :desk',
    );

    expect(await fault()).toEqual({ kind: 'shorter', seq: 6, head: 0, copy: COPY });
  });

  it('that somebody kept tells the same when the bucket was emptied', async () => {
    const copy = await copyHeads(env, NOW);
    if (copy === null) throw new Error('nothing was copied');
    await env.AUDIT_HEADS.delete([COPY, 'latest.json']);
    await asOwner(`UPDATE audit_event SET officer_id = NULL WHERE desk_id = :desk AND seq = 6`);
    await recompute();

    expect(await fault()).toBeNull();
    expect(await fault([{ name: 'dau.json', copy }])).toEqual({
      kind: 'forked',
      seq: 6,
      since: 0,
      copy: 'dau.json',
    });
  });

  it.each([
    ['is no JSON', 'x'],
    ['is of another kind', '{"desks":[]}'],
    [
      'was moved to another hour',
      JSON.stringify({ format: 'diem-tua/audit-heads/1', hour: '2026-11-22T04:00:00Z', desks: [] }),
    ],
  ])('that %s is named', async (_what, text) => {
    await env.AUDIT_HEADS.put(COPY, text);

    expect((await verifyChains(env)).unreadable).toEqual([COPY]);
  });
});
