import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { EMPTY_CHAIN, hashAuditEvent } from '../../domain/audit-chain.ts';
import { type AuditedAct, writeAudited } from '../../functions/audit/write-audited.ts';
import { makeTestDesk } from './sealed-journey.ts';

const NOW = new Date('2026-11-22T03:17:00Z');
const READ: AuditedAct = { kind: 'request-read', officerId: 'can-bo', auditRef: 'a1' };

const rename = (deskId: string, name: string) =>
  env.DB.prepare('UPDATE desk SET name = ?2 WHERE id = ?1').bind(deskId, name);

async function rowsOf(deskId: string) {
  const { results } = await env.DB.prepare(
    `SELECT desk_id AS deskId, seq, at_hour AS atHour, officer_id AS officerId, kind, reason, audit_ref AS auditRef,
       previous_hash AS previousHash, hash FROM audit_event WHERE desk_id = ?1 ORDER BY seq`,
  )
    .bind(deskId)
    .all<Parameters<typeof hashAuditEvent>[0] & { hash: string }>();
  return results;
}

describe('an audited act', () => {
  it('writes its row behind the last one, by the documented hash', async () => {
    const { id } = await makeTestDesk();

    await writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
      acts: [READ],
      statements: (record) => [rename(id, 'a'), record],
    }));

    const rows = await rowsOf(id);
    expect(rows.at(-1)).toMatchObject({
      deskId: id,
      atHour: '2026-11-22T03:00:00Z',
      officerId: 'can-bo',
      kind: 'request-read',
      reason: null,
      auditRef: 'a1',
    });
    let before = EMPTY_CHAIN.hash;
    for (const { hash, ...row } of rows) {
      expect(row.previousHash).toBe(before);
      expect(hashAuditEvent(row)).toBe(hash);
      before = hash;
    }
  });

  it('writes nothing when its statement changed nothing, wherever something else did', async () => {
    const { id } = await makeTestDesk();
    const before = await rowsOf(id);

    await writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
      acts: [READ],
      statements: (record) => [rename(id, 'a'), rename('khong-co', 'b'), record, rename(id, 'c')],
    }));

    expect(await rowsOf(id)).toEqual(before);
    expect(await env.DB.prepare('SELECT name FROM desk').first('name')).toBe('c');
  });

  it.each([
    ['an insert', `INSERT OR IGNORE INTO desk_area (desk_id, unit_code) VALUES (?1, '01')`, 1],
    ['an insert', `INSERT INTO desk_area (desk_id, unit_code) SELECT ?1, '01' WHERE ?1 = ''`, 0],
    [
      'a deletion',
      'DELETE FROM desk_key_grant WHERE desk_key_id IN (SELECT id FROM desk_key WHERE desk_id = ?1)',
      1,
    ],
    ['a deletion', 'DELETE FROM desk_area WHERE desk_id = ?1', 0],
  ])('is told by %s whether something changed: %s', async (_name, sql, written) => {
    const { id } = await makeTestDesk();
    const before = (await rowsOf(id)).length;

    await writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
      acts: [READ],
      statements: (record) => [rename(id, 'a'), env.DB.prepare(sql).bind(id), record],
    }));

    expect(await rowsOf(id)).toHaveLength(before + written);
  });

  it('stands neither in the chain nor in the table when a later statement fails', async () => {
    const { id } = await makeTestDesk('mot');
    await makeTestDesk('hai');
    const before = await rowsOf(id);

    const act = writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
      acts: [READ],
      statements: (record) => [
        rename(id, 'a'),
        record,
        env.DB.prepare(`UPDATE desk SET slug = 'hai' WHERE id = ?1`).bind(id),
      ],
    }));

    await expect(act).rejects.toThrow('UNIQUE constraint failed: desk.slug');
    expect(await rowsOf(id)).toEqual(before);
    expect(await env.DB.prepare(`SELECT name FROM desk WHERE slug = 'mot'`).first('name')).toBe('mot');
  });

  it('makes many rows for many acts, all or none', async () => {
    const { id } = await makeTestDesk();
    const before = (await rowsOf(id)).length;
    const acts = Array.from({ length: 200 }, (_, index) => ({ ...READ, auditRef: `a${index}` }));

    await writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
      acts,
      statements: (record) => [rename(id, 'a'), record],
    }));

    expect((await rowsOf(id)).slice(before).map(({ auditRef }) => auditRef)).toEqual(
      acts.map(({ auditRef }) => auditRef),
    );
  });

  it('is planned anew when its statement changed another number of rows', async () => {
    const { id } = await makeTestDesk('mot');
    await makeTestDesk('hai');
    let plans = 0;

    await writeAudited(env.DB, { deskId: id, now: NOW }, () => {
      plans += 1;
      const expected = plans === 1 ? 1 : 2;
      return {
        acts: Array.from({ length: expected }, () => READ),
        changes: expected,
        statements: (record) => [env.DB.prepare(`UPDATE desk SET name = 'a${plans}'`), record],
      };
    });

    expect(plans).toBe(2);
    expect((await rowsOf(id)).filter(({ kind }) => kind === 'request-read')).toHaveLength(2);
    expect(await env.DB.prepare('SELECT DISTINCT name FROM desk').first('name')).toBe('a2');
  });

  it('keeps one chain without a gap when acts come at once', async () => {
    const { id } = await makeTestDesk();
    const before = (await rowsOf(id)).length;

    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
          acts: [{ ...READ, auditRef: `a${index}` }],
          statements: (record) => [rename(id, `${index}`), record],
        })),
      ),
    );

    const rows = await rowsOf(id);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      rows.slice(0, -1).map(({ hash }) => hash),
    );
    expect(rows).toHaveLength(before + 6);
  });

  it('gives up with an honest error when others always come first', async () => {
    const { id } = await makeTestDesk();

    const act = writeAudited(env.DB, { deskId: id, now: NOW }, async () => {
      await writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
        acts: [READ],
        statements: (record) => [rename(id, 'a'), record],
      }));
      return { acts: [READ], statements: (record) => [rename(id, 'b'), record] };
    });

    await expect(act).rejects.toMatchObject({ code: 'storage_unavailable' });
    expect(await env.DB.prepare('SELECT name FROM desk').first('name')).toBe('a');
  });
});

describe('a row of the chain', () => {
  it.each([
    ['changed', `UPDATE audit_event SET kind = 'closed'`],
    ['deleted', 'DELETE FROM audit_event'],
  ])('is not %s by a slip', async (_way, sql) => {
    const { id } = await makeTestDesk();
    await writeAudited(env.DB, { deskId: id, now: NOW }, () => ({
      acts: [READ],
      statements: (record) => [rename(id, 'a'), record],
    }));

    await expect(env.DB.prepare(sql).run()).rejects.toThrow('audit rows are not');
  });
});
