import { describe, expect, it } from 'vitest';
import { useBuiltSite } from './built-site.ts';

const site = useBuiltSite();

describe('the cron', () => {
  it('finishes an erasure that was begun, and touches no other request', async () => {
    const { DB, ERASE_KEYS } = await site.env();
    const at = '2026-11-22T03:00:00Z';
    await ERASE_KEYS.put('begun', new Uint8Array(32));
    await ERASE_KEYS.put('other', new Uint8Array(32));
    const insertInquiry = (id: string, status: string) =>
      DB.prepare(
        `INSERT INTO inquiry (id, desk_id, desk_key_id, lookup_hash, recipient, status, received_hour,
           consent_version, erase_key, request, contact)
         VALUES (?1, 'd', 'k', ?1, 'r', ?2, ?3, 'v', ?1, X'00', X'00')`,
      ).bind(id, status, at);
    const insertMessage = (inquiry: string) =>
      DB.prepare(
        `INSERT INTO message (id, inquiry_id, sender, sent_hour, sealed) VALUES (?1, ?1, 'person', ?2, X'00')`,
      ).bind(inquiry, at);
    await DB.batch([
      DB.prepare(
        `INSERT INTO desk (id, slug, name, operator_kind, operator, duty, hours, is_demo, created_at)
         VALUES ('d', 'd', 'd', 'health', 'x', 'x', 'x', 0, ?1)`,
      ).bind(at),
      DB.prepare(`INSERT INTO desk_key (id, desk_id, recipient, created_at) VALUES ('k', 'd', 'r', ?1)`).bind(
        at,
      ),
      insertInquiry('begun', 'erasing'),
      insertInquiry('other', 'received'),
      insertMessage('begun'),
      insertMessage('other'),
    ]);

    expect((await site.runCron()).outcome).toBe('ok');

    expect((await DB.prepare('SELECT id FROM inquiry').all()).results).toEqual([{ id: 'other' }]);
    expect((await DB.prepare('SELECT id FROM message').all()).results).toEqual([{ id: 'other' }]);
    expect(await ERASE_KEYS.get('begun')).toBeNull();
    expect(await (await ERASE_KEYS.get('other'))?.arrayBuffer()).toHaveProperty('byteLength', 32);
  });

  it('copies where the chain of each desk stands', async () => {
    const { AUDIT_HEADS } = await site.env();

    await site.runCron();

    expect(await (await site.fetch('/api/audit-heads')).json()).toMatchObject({
      format: 'diem-tua/audit-heads/1',
      desks: [{ slug: 'd', seq: 0 }],
    });
    expect((await AUDIT_HEADS.list({ prefix: 'hours/' })).objects).toHaveLength(1);
  });

  it('ends sessions and challenges that are over, and keeps the others', async () => {
    const { DB } = await site.env();
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const session = (id: string, created: number, seen: number) =>
      DB.prepare(
        'INSERT INTO session (token_hash, officer_id, created_at, last_seen_at) VALUES (?1, ?2, ?3, ?4)',
      ).bind(id, 'o', ago(created), ago(seen));
    const challenge = (id: string, left: number) =>
      DB.prepare('INSERT INTO webauthn_challenge (challenge_hash, expires_at) VALUES (?1, ?2)').bind(
        id,
        ago(-left),
      );
    await DB.batch([
      DB.prepare(
        `INSERT INTO invite (token_hash, name, role, created_at, expires_at) VALUES ('i', 'x', 'admin', ?1, ?1)`,
      ).bind(ago(0)),
      DB.prepare(
        `INSERT INTO officer (id, name, role, invite_hash, created_at) VALUES ('o', 'x', 'admin', 'i', ?1)`,
      ).bind(ago(0)),
      session('idle', 60, 31),
      session('old', 481, 1),
      session('alive', 60, 28),
      challenge('over', -1),
      challenge('open', 4),
    ]);

    await site.runCron();

    const sessions = await DB.prepare('SELECT token_hash FROM session').all();
    const challenges = await DB.prepare('SELECT challenge_hash FROM webauthn_challenge').all();
    expect(sessions.results).toEqual([{ token_hash: 'alive' }]);
    expect(challenges.results).toEqual([{ challenge_hash: 'open' }]);
  });
});
