/**
 * D1 gives back every row of the last 30 days, and a backup gives back more. The attacker of this file has the files of
 * the database from before an erasure, the code, the desk's key, and even the place to put the files back.
 */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { base64urlnopad } from '@scure/base';
import { Decrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCode } from '../../domain/code.ts';
import { deriveFromCard, deriveFromCode, makeToken } from '../../domain/derive.ts';
import { openGrant } from '../../domain/desk-key.ts';
import { openEnvelope } from '../../domain/envelope.ts';
import { hourOf } from '../../domain/hour.ts';
import { findRecoveryGrant, listDesksWithKey, readGrant } from '../../functions/inquiries/desk-store.ts';
import { SESSION_COOKIE, startSession } from '../../functions/staff/session.ts';
import { follow, followMessages } from '../../words/vi.ts';
import { useBrowser } from './browser.ts';
import { readDemoRecovery, usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { readFolder } from './spellings.ts';
import { comeBack, press, seeHeading, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  await portal.openDesk();
});

const databaseFiles = () => join(portal.stateDir, 'v3', 'd1');
const copiedFiles = () => join(portal.stateDir, 'copied-before');

/** The desk's own secret, as an officer holds it. */
async function openDeskIdentity(env: Env): Promise<string> {
  const reading = readCode(await readDemoRecovery(portal.stateDir));
  const [desk] = await listDesksWithKey(env.DB, { hour: hourOf(new Date()), limit: 1 });
  const grant = desk && (await findRecoveryGrant(env.DB, desk.key_id));
  if (!reading.ok || !desk || !grant) throw new Error('the demo desk has no recovery');
  const { identity } = await deriveFromCard(reading.code);
  const key = await openGrant(desk.id, readGrant(grant), identity);
  if (key === null) throw new Error('the recovery sheet does not open the desk key');
  return key.identity;
}

/** A session of an officer of the desk, made behind the server's back. */
async function signInBehind(env: Env): Promise<string> {
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO invite (token_hash, name, role, desk_id, created_at, expires_at)
       SELECT ?1, 'Cán bộ thử', 'intake', id, created_at, created_at FROM desk LIMIT 1`,
    ).bind(makeToken()),
    env.DB.prepare(
      `INSERT INTO officer (id, name, role, desk_id, invite_hash, created_at)
       SELECT 'can-bo-thu', name, role, desk_id, token_hash, created_at FROM invite ORDER BY rowid DESC LIMIT 1`,
    ),
    // Requests are shown to who holds the desk's key; that this grant opens nothing is not looked at by the server.
    env.DB.prepare(
      `INSERT INTO desk_key_grant (id, desk_key_id, holder, officer_id, recipient, sealed, tag, created_at)
       SELECT 'chia-khoa-thu', id, 'card', 'can-bo-thu', recipient, x'00', x'', created_at FROM desk_key LIMIT 1`,
    ),
  ]);
  const { token, statement } = startSession(env.DB, 'can-bo-thu', new Date());
  await statement.run();
  return `${SESSION_COOKIE}=${token}`;
}

/** Every sealed value of the requests' rows, as the files of the database hold it. */
async function sealedColumns({ DB }: Env): Promise<Uint8Array[]> {
  const rows = await DB.prepare(
    'SELECT request AS sealed FROM inquiry UNION ALL SELECT contact FROM inquiry UNION ALL SELECT sealed FROM message',
  ).all<{ sealed: number[] }>();
  return rows.results.map(({ sealed }) => new Uint8Array(sealed));
}

async function isOpenedBy(sealed: Uint8Array, identity: string): Promise<boolean> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed).then(
    () => true,
    () => false,
  );
}

/** The server is started six times, each as slow as the machine is. */
const RESTARTS_MS = 240_000;

describe('a copy of the database from before an erasure, put back', () => {
  it(
    'opens nothing that was erased since: not with the code, not with the key of the desk',
    async () => {
      const person = await browser.open(portal.origin, { expectedProblems: [/status of 404/] });
      const code = await sendSealed(portal.origin);
      const kept = await sendSealed(portal.origin);
      const eraseKeys = await portal.reachInto(async (env) => {
        const { results } = await env.DB.prepare('SELECT erase_key FROM inquiry').all<{
          erase_key: string;
        }>();
        const objects = await Promise.all(results.map(({ erase_key }) => env.ERASE_KEYS.get(erase_key)));
        return Promise.all(
          objects.map(async (object) => Buffer.from((await object?.arrayBuffer()) ?? new ArrayBuffer())),
        );
      });
      expect(eraseKeys.map(({ length }) => length)).toEqual([32, 32]);

      await portal.stop();
      await cp(databaseFiles(), copiedFiles(), { recursive: true });
      await portal.start();
      await comeBack(person, code, true);
      await press(person, follow.withdrawAsk);
      await press(person, follow.withdrawConfirm);
      await seeHeading(person, follow.withdrawnTitle);
      await portal.stop();
      await rm(databaseFiles(), { recursive: true });
      await cp(copiedFiles(), databaseFiles(), { recursive: true });
      await portal.start();

      const { cookie, ids, deskIdentity } = await portal.reachInto(async (env) => {
        const { results } = await env.DB.prepare('SELECT id FROM inquiry').all<{ id: string }>();
        const identity = await openDeskIdentity(env);
        const own = await deriveFromCode(code);
        const columns = await sealedColumns(env);
        // Both requests are back in the database, four sealed parts in all, and none of them is an age file.
        expect(columns).toHaveLength(4);
        for (const sealed of columns) {
          expect(await isOpenedBy(sealed, identity)).toBe(false);
          expect(await isOpenedBy(sealed, own.identity)).toBe(false);
        }
        return { cookie: await signInBehind(env), ids: results.map(({ id }) => id), deskIdentity: identity };
      });

      // With the code, in the browser.
      await comeBack(person, code, true);
      await person.getByRole('alert').getByText(followMessages.problems.notFound).waitFor();
      expect(await person.content()).not.toContain(TYPED.words);
      // With an officer's session and the key of the desk, the other request opens and this one is not there.
      const answers = await Promise.all(
        ids.map((id) => fetch(`${portal.origin}/api/staff/inquiries/${id}`, { headers: { cookie } })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      const opened = answers.find(({ status }) => status === 200);
      if (opened === undefined) throw new Error('no request opened');
      const { thread } = (await opened.json()) as { thread: { request: string } };
      const envelope = await openEnvelope(base64urlnopad.decode(thread.request), deskIdentity);
      expect(envelope.proof).toBe((await deriveFromCode(kept)).proof);
      // The erase key itself is in no file any more, but for the one of the request that was kept.
      await portal.stop();
      const files = await readFolder(portal.stateDir);
      expect(eraseKeys.filter((key) => files.some(({ bytes }) => bytes.includes(key)))).toHaveLength(1);
    },
    RESTARTS_MS,
  );
});
