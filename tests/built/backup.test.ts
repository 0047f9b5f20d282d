/** `npm run backup` and `npm run restore`, as they are typed, on a real state. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveFromCode, hashToken, makeToken } from '../../domain/derive.ts';
import { shiftDays } from '../../domain/local-day.ts';
import { ERASE_KEY_BACKUP_DAYS } from '../../domain/retention.ts';
import { withdrawInquiry } from '../../functions/inquiries/withdraw-inquiry.ts';
import { deleteOfficer } from '../../functions/staff/key-store.ts';
import { readIdentity } from '../../scripts/backup/erase-keys-file.ts';
import { backupName, listBackups, secondOf } from '../../scripts/backup/folder.ts';
import { openBackup } from '../../scripts/backup/manifest.ts';
import { restoreDeployed } from '../../scripts/backup/restore-deployed.ts';
import { runTool } from '../../scripts/child-process.ts';
import { restoringDir, stateSteps, storageDir, withBindings } from '../../scripts/local-state.ts';
import { makeOpenDesk, readTables, readWords, run, send, WORDS } from './backed-up-state.ts';

let folder = '';
let identity = '';
/** Backups of `state`, the first of them made while `erased` still stood. */
let backups = '';
let first = '';
/** Where the requests live; afterwards `erased` was withdrawn here. */
let state = '';
let kept = '';
let erased = '';
/** The database of `state` at the moment of the first backup. */
let tables: ReturnType<typeof readTables> = new Map();

const daysAgo = (days: number) => backupName(secondOf(shiftDays(new Date(), -days)));
/** Backups of the folder whose erase keys have stood too long, and not so long. */
const [over, within] = [daysAgo(ERASE_KEY_BACKUP_DAYS + 1), daysAgo(ERASE_KEY_BACKUP_DAYS - 1)];
/** What the second backup said, which was made without erase keys after `erased` was withdrawn. */
let later = '';

const AWKWARD = "d'Artagnan\r\ngiờ\u0000cuối;\n--;\n";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diem-tua-backup-'));
  state = join(folder, 'state');
  backups = join(folder, 'backups');
  identity = await generateIdentity();
  await writeFile(join(folder, 'identity.txt'), `# made for a test\n${identity}\n`);
  await stateSteps(state)[0]?.run();
  await withBindings(state, async (env) => {
    const desk = await makeOpenDesk(env, AWKWARD);
    [kept, erased] = [await send(env, desk), await send(env, desk)];
    await withdraw(env, await send(env, desk));
    const now = new Date().toISOString();
    await env.DB.batch([
      // More bytes than D1 takes in one statement.
      env.DB.prepare(
        `INSERT INTO message (rowid, id, inquiry_id, sender, sent_hour, sealed)
         SELECT 7, 'long', id, 'person', ?1, ?2 FROM inquiry WHERE lookup_hash = ?3`,
      ).bind(
        now,
        crypto.getRandomValues(new Uint8Array(65_536)),
        hashToken((await deriveFromCode(kept)).lookup),
      ),
      env.DB.prepare(`INSERT INTO taxonomy (id, name, description) VALUES ('t', 'x', ?1)`).bind(
        'ế'.repeat(70_000),
      ),
      // A term whose parent stands after it.
      env.DB.prepare(
        `INSERT INTO taxonomy_term (rowid, id, code, name, description, parent_id, taxonomy, taxonomy_id, language)
         VALUES (2, 'b', 'b', 'b', 'b', NULL, 't', 't', 'vi'), (1, 'a', 'a', 'a', 'a', 'b', 't', 't', 'vi')`,
      ),
      env.DB.prepare(`INSERT INTO site_search (rowid, heading, body) VALUES (3, 'cai nghien', 'loi thu')`),
      env.DB.prepare(
        `INSERT INTO invite (token_hash, name, role, created_at, expires_at, used_at)
         VALUES ('used', 'x', 'admin', ?1, ?1, ?1), ('open', 'x', 'admin', ?1, '2999-01-01T00:00:00Z', NULL)`,
      ).bind(now),
      env.DB.prepare(
        `INSERT INTO officer (id, name, role, invite_hash, created_at) VALUES ('o', 'x', 'admin', 'used', ?1)`,
      ).bind(now),
      env.DB.prepare(
        `INSERT INTO session (token_hash, officer_id, created_at, last_seen_at) VALUES (?2, 'o', ?1, ?1)`,
      ).bind(now, makeToken()),
      env.DB.prepare(
        `INSERT INTO webauthn_challenge (challenge_hash, expires_at) VALUES ('c', '2999-01-01T00:00:00Z')`,
      ),
    ]);
  });
  const recipient = await identityToRecipient(identity);
  const { code, said } = await run('backup', [backups, '--erase-keys-to', recipient], state);
  if (code !== 0) throw new Error(said);
  first = join(backups, (await listBackups(backups))[0]?.name ?? '');
  tables = readTables(state);
  await withBindings(state, async (env) => withdraw(env, erased));
  for (const name of [over, within]) await cp(first, join(backups, name), { recursive: true });
  later = (await run('backup', [backups], state)).said;
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function withdraw(env: Env, code: string): Promise<void> {
  await withdrawInquiry(env, (await deriveFromCode(code)).lookup, new Date());
}

const identityFile = () => ['--identity', join(folder, 'identity.txt')];

/** A state of its own for one test; empty, or as the portal's stands now. */
async function stateFor(name: string, from?: string): Promise<string> {
  const dir = join(folder, name);
  if (from === undefined) await mkdir(dir);
  else await cp(from, dir, { recursive: true });
  return dir;
}

/** A copy of the first backup alone, for a test that changes it. */
async function copyOfFirst(name: string): Promise<string> {
  const copy = join(folder, name, 'backup');
  await cp(first, copy, { recursive: true });
  return copy;
}

/** What both people read, and how many erase keys there are. */
function look(dir: string): Promise<{ kept: string | null; erased: string | null; keys: number }> {
  return withBindings(dir, async (env) => ({
    kept: await readWords(env, kept),
    erased: await readWords(env, erased),
    keys: (await env.ERASE_KEYS.list()).objects.filter(({ size }) => size > 0).length,
  }));
}

describe('a backup', () => {
  it('holds no word, no code and no erase key in clear', async () => {
    const files = await Promise.all(
      (await readdir(first)).map(async (name) => ({ name, bytes: await readFile(join(first, name)) })),
    );
    const keys = await withBindings(state, async ({ ERASE_KEYS }) => {
      const { objects } = await ERASE_KEYS.list();
      const bodies = await Promise.all(
        objects.map(async ({ key }) => (await ERASE_KEYS.get(key))?.arrayBuffer()),
      );
      return bodies.map((body) => Buffer.from(body ?? new ArrayBuffer())).filter(({ length }) => length > 0);
    });

    expect(keys).toHaveLength(1);
    const secrets = [Buffer.from(WORDS), Buffer.from(kept), ...keys].flatMap((secret) => [
      secret,
      Buffer.from(secret.toString('hex').toUpperCase()),
      Buffer.from(secret.toString('base64url')),
    ]);
    expect(files.map(({ name }) => name).sort()).toEqual([
      'database.sql',
      'erase-keys.age',
      'erased-codes.txt',
      'manifest.json',
    ]);
    expect(files.filter(({ bytes }) => secrets.some((secret) => bytes.includes(secret)))).toEqual([]);
  });

  it('deletes erase keys that are too old, and says what it means to keep none', () => {
    const has = (name: string, file: string) => existsSync(join(backups, name, file));

    expect(later).toContain('nobody can ever open one of those');
    expect([has(over, 'erase-keys.age'), has(over, 'database.sql')]).toEqual([false, true]);
    expect(has(within, 'erase-keys.age')).toBe(true);
  });
});

describe('restoring when everything was lost', () => {
  it('gives back every table as it was, and nobody is signed in or invited', async () => {
    const dir = await stateFor('all-lost');
    const alone = await copyOfFirst('all-lost-backup');

    const { code, said } = await run('restore', [alone, '--identity', '-'], dir, { input: `${identity}\n` });

    expect([code, said]).toEqual([0, expect.stringContaining('of which no trace is left')]);
    const found = readTables(dir);
    expect([...found.keys()]).toEqual([...tables.keys()]);
    const emptied = ['session', 'webauthn_challenge', 'invite'];
    for (const [name, table] of tables)
      if (!emptied.includes(name)) expect(found.get(name), name).toEqual(table);
    expect(found.get('session')).toMatchObject({ rows: [] });
    expect(found.get('webauthn_challenge')).toMatchObject({ rows: [] });
    const used = tables.get('invite')?.rows.filter(({ used_at }) => used_at !== null);
    expect(used).toContainEqual(expect.objectContaining({ token_hash: 'used' }));
    expect(found.get('invite')?.rows).toEqual(used);
    // What was erased since comes back: nothing that is left knows of it. docs/operations.md says so.
    expect(await look(dir)).toEqual({ kept: WORDS, erased: WORDS, keys: 2 });
  });

  it('keeps erased what a later backup knows to be erased', async () => {
    const dir = await stateFor('all-lost-later');
    await run('restore', [first, ...identityFile()], dir);

    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
  });
});

describe('restoring beside erase keys that have lived through', () => {
  it('sets the database of before aside when asked to, and brings back nothing that was erased and nobody who was removed', async () => {
    const dir = await stateFor('replace', state);
    await withBindings(dir, ({ DB }) => deleteOfficer(DB, 'o', new Date()));
    const alone = await copyOfFirst('replace-backup');

    const done = await run('restore', [alone, '--replace'], dir);

    expect([done.code, done.said]).toEqual([0, expect.stringContaining('or their key is gone: 1.')]);
    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
    expect(done.said).toContain('Officers removed since the backup, and now again: 1.');
    const still = await withBindings(dir, ({ DB }) =>
      DB.prepare(`SELECT * FROM officer WHERE id = 'o' AND removed_at IS NULL`).all(),
    );
    expect(still.results).toEqual([]);
    const aside = (await readdir(dir)).filter((name) => name.startsWith('replaced-'));
    expect(aside).toHaveLength(1);
    expect(await readdir(storageDir(join(dir, aside[0] ?? '')))).toEqual(['d1']);
  });

  it('needs no identity and brings back nothing that was erased, even when the database is lost', async () => {
    const dir = await stateFor('database-lost', state);
    await rm(join(storageDir(dir), 'd1'), { recursive: true });

    const { code, said } = await run('restore', [await copyOfFirst('database-lost-backup')], dir);

    expect([code, said]).toEqual([0, expect.any(String)]);
    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
  });
});

describe('restoring when the erase keys are lost and the database of before is not', () => {
  it('puts keys back, but none of a request that was erased', async () => {
    const dir = await stateFor('keys-lost', state);
    await rm(join(storageDir(dir), 'r2'), { recursive: true });

    const alone = await copyOfFirst('keys-lost-backup');
    const { code, said } = await run('restore', [alone, '--replace', ...identityFile()], dir);

    expect([code, said]).toEqual([0, expect.stringContaining('Erase keys put back: 1.')]);
    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
  });
});

describe('a restore that was interrupted', () => {
  it('leaves a state that `npm start` does not serve, until it is run again', async () => {
    const dir = await stateFor('interrupted', state);
    await withBindings(dir, ({ DB }) => deleteOfficer(DB, 'o', new Date()));
    const args = [await copyOfFirst('interrupted-backup'), '--replace'];

    const killed = await run('restore', args, dir, { killAt: 'Finishing erasures' });
    const started = await run('start', [], dir);
    const stood = existsSync(restoringDir(dir));
    const again = await run('restore', args, dir);

    expect([killed.code, stood]).toEqual([null, true]);
    expect([started.code, started.said]).toEqual([1, expect.stringContaining('not finished')]);
    // What was set aside knows who was removed; the database that the first run put in place was thrown away.
    const lockedOut = expect.stringContaining('Officers removed since the backup, and now again: 1.');
    expect([again.code, again.said]).toEqual([0, lockedOut]);
    expect(existsSync(restoringDir(dir))).toBe(false);
    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
  });
});

describe('a database that D1’s own import has filled', () => {
  it('gets the erase keys back of the requests that are not known to be erased, and is not taken for another', async () => {
    const dir = await stateFor('imported');
    const finish = () =>
      withBindings(dir, async (env) => {
        const chosen = { isReplacing: false, isWithoutEraseKeys: false, isRemote: true };
        return restoreDeployed(
          env,
          {
            folder: first,
            backup: await openBackup(first),
            chosen: { ...chosen, folder: first, identity: undefined },
            decrypter: readIdentity(identity),
          },
          new Date(),
        );
      });

    await expect(finish()).rejects.toThrow('import its database.sql first');
    await runTool(
      'wrangler',
      [
        'd1',
        'execute',
        'DB',
        '--local',
        '--config=wrangler.toml',
        `--persist-to=${dir}`,
        `--file=${join(first, 'database.sql')}`,
      ],
      { output: 'capture' },
    );
    const done = await finish();

    expect(done).toEqual({ keysWritten: 1, keyless: 0, stuck: 0, cameBack: 1, requests: 1 });
    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
  });
});

describe('restoring with an identity that does not open the erase keys', () => {
  it('is refused, and nothing is written', async () => {
    const dir = await stateFor('refused');
    const other = await generateIdentity();

    const { code, said } = await run('restore', [first, '--identity', '-'], dir, { input: other });

    expect([code, said]).toEqual([1, expect.stringContaining('does not open')]);
    expect(said).not.toContain(other);
    expect(await readdir(dir)).toEqual([]);
  });
});
