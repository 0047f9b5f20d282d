import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { EMPTY_CHAIN } from '../../domain/audit-chain.ts';
import { copyHeads, readLatestCopy } from '../../functions/audit/copy-heads.ts';
import { writeAudited } from '../../functions/audit/write-audited.ts';
import { errorOf, get, makeTestDesk } from './sealed-journey.ts';

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`);

const names = async () => (await env.AUDIT_HEADS.list()).objects.map(({ key }) => key);

async function act(deskId: string): Promise<void> {
  await writeAudited(env.DB, { deskId, now: at('03:00') }, () => ({
    acts: [{ kind: 'desk-changed', officerId: null }],
    statements: (record) => [
      env.DB.prepare(`UPDATE desk SET hours = 'x' WHERE id = ?1`).bind(deskId),
      record,
    ],
  }));
}

describe('copying the heads', () => {
  it('keeps where every chain stands, under the hour', async () => {
    const { id } = await makeTestDesk();

    const copy = await copyHeads(env, at('03:17'));

    expect(copy).toEqual({
      format: 'diem-tua/audit-heads/1',
      hour: '2026-11-22T03:00:00Z',
      desks: [
        { desk: id, slug: 'dau-moi', name: 'dau-moi', seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    });
    expect(await names()).toEqual(['hours/2026-11-22T03:00:00Z.json', 'latest.json']);
    expect(await readLatestCopy(env.AUDIT_HEADS)).toEqual(copy);
  });

  it('keeps nothing while there is no desk, and zeros for a desk that is older than its chain', async () => {
    expect(await copyHeads(env, at('03:00'))).toBeNull();
    await makeTestDesk();
    await env.DB.prepare('DROP TRIGGER audit_event_is_kept').run();
    await env.DB.prepare('DELETE FROM audit_event').run();

    expect((await copyHeads(env, at('03:00')))?.desks).toMatchObject([EMPTY_CHAIN]);
  });

  it('copies only what changed, and no hour twice', async () => {
    const { id } = await makeTestDesk();
    await copyHeads(env, at('03:17'));
    const first = await (await env.AUDIT_HEADS.get('hours/2026-11-22T03:00:00Z.json'))?.text();

    expect(await copyHeads(env, at('05:00'))).toBeNull();
    await act(id);
    expect(await copyHeads(env, at('03:59'))).toBeNull();
    expect((await copyHeads(env, at('06:00')))?.desks).toMatchObject([{ seq: 2 }]);

    expect(await names()).toEqual([
      'hours/2026-11-22T03:00:00Z.json',
      'hours/2026-11-22T06:00:00Z.json',
      'latest.json',
    ]);
    expect(await (await env.AUDIT_HEADS.get('hours/2026-11-22T03:00:00Z.json'))?.text()).toBe(first);
  });

  it('is not led by a clock that goes back', async () => {
    const { id } = await makeTestDesk();
    await copyHeads(env, at('06:00'));
    await act(id);

    expect(await copyHeads(env, at('04:00'))).toBeNull();

    expect((await readLatestCopy(env.AUDIT_HEADS))?.desks).toMatchObject([{ seq: 1 }]);
  });

  // Somebody who deletes or spoils the one that is called the latest must not get an hour written anew.
  it('leaves the copy of an hour as it is although the latest one is gone', async () => {
    const { id } = await makeTestDesk();
    const copy = await copyHeads(env, at('03:17'));
    await env.AUDIT_HEADS.put('latest.json', 'x');
    await act(id);

    expect(await copyHeads(env, at('03:27'))).toBeNull();
    expect(await (await env.AUDIT_HEADS.get('hours/2026-11-22T03:00:00Z.json'))?.json()).toEqual(copy);

    expect((await copyHeads(env, at('04:07')))?.desks).toMatchObject([{ seq: 2 }]);
    expect((await readLatestCopy(env.AUDIT_HEADS))?.hour).toBe('2026-11-22T04:00:00Z');
  });

  it('leaves one copy of an hour when two runs come at once', async () => {
    await makeTestDesk();

    const made = await Promise.all([copyHeads(env, at('03:00')), copyHeads(env, at('03:00'))]);

    expect(made.filter((copy) => copy !== null)).toHaveLength(1);
  });

  it('says that the bucket does not answer', async () => {
    await makeTestDesk();
    const down = () => Promise.reject(new Error('R2 is down'));
    const broken = { ...env, AUDIT_HEADS: { get: down, put: down } as unknown as Env['AUDIT_HEADS'] };

    await expect(copyHeads(broken, at('03:00'))).rejects.toMatchObject({ code: 'storage_unavailable' });
  });
});

describe('/api/audit-heads', () => {
  it('answers with the last copy and not with where the chains stand now', async () => {
    const { id } = await makeTestDesk();
    const copy = await copyHeads(env, at('03:00'));
    await act(id);

    const response = await get('/api/audit-heads');

    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.json()).toEqual(copy);
  });

  it('says that there is none yet', async () => {
    expect(await errorOf(await get('/api/audit-heads'))).toBe('404 not_found');
  });
});
