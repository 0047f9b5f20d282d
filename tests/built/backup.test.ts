/** `npm run backup` and `npm run restore`, as they are typed, on a real state. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveFromCode, hashToken, makeToken } from '../../domain/derive.ts';
import { shiftDays } from '../../domain/local-day.ts';
import { ERASE_KEY_BACKUP_DAYS } from '../../domain/retention.ts';
import { withdrawInquiry } from '../../functions/inquiries/withdraw-inquiry.ts';
import { backupName, listBackups, secondOf } from '../../scripts/backup/folder.ts';
import { hashFile } from '../../scripts/backup/manifest.ts';
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
let tables: Map<string, unknown> = new Map();

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
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function withdraw(env: Env, code: string): Promise<void> {
  await withdrawInquiry(env, (await deriveFromCode(code)).lookup);
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

  it('deletes erase keys that are too old, and says what it means to keep none', async () => {
    const dir = join(folder, 'old-keys');
    const old = (days: number) => backupName(secondOf(shiftDays(new Date(), -days)));
    const [over, within] = [old(ERASE_KEY_BACKUP_DAYS + 1), old(ERASE_KEY_BACKUP_DAYS - 1)];
    for (const name of [over, within]) await cp(first, join(dir, name), { recursive: true });

    const { code, said } = await run('backup', [dir], state);

    expect([code, said]).toEqual([0, expect.stringContaining('nobody can ever open one of those')]);
    expect(existsSync(join(dir, over, 'erase-keys.age'))).toBe(false);
    expect(existsSync(join(dir, over, 'database.sql'))).toBe(true);
    expect(existsSync(join(dir, within, 'erase-keys.age'))).toBe(true);
  });

  it('refuses a secret in the place of a recipient', async () => {
    const { code, said } = await run('backup', [join(folder, 'none'), '--erase-keys-to', identity], state);

    expect([code, said]).toEqual([1, expect.stringContaining('That is a secret')]);
    expect(said).not.toContain(identity);
  });
});

describe('restoring when everything was lost', () => {
  it('gives back every table as it was, and nobody is signed in or invited', async () => {
    const dir = await stateFor('all-lost');
    const alone = await copyOfFirst('all-lost-backup');

    const { code, said } = await run('restore', [alone, '--identity', '-'], dir, { input: `${identity}\n` });

    expect([code, said]).toEqual([0, expect.stringContaining('nobody can tell which')]);
    const found = readTables(dir);
    expect([...found.keys()]).toEqual([...tables.keys()]);
    const emptied = ['session', 'webauthn_challenge', 'invite'];
    for (const [name, table] of tables)
      if (!emptied.includes(name)) expect(found.get(name), name).toEqual(table);
    expect(found.get('session')).toMatchObject({ rows: [] });
    expect(found.get('webauthn_challenge')).toMatchObject({ rows: [] });
    expect(found.get('invite')).toMatchObject({ rows: [{ token_hash: 'used' }] });
    // What was erased since comes back: nothing that is left knows of it. docs/operations.md says so.
    expect(await look(dir)).toEqual({ kept: WORDS, erased: WORDS, keys: 2 });
  });

  it('keeps erased what a later backup knows to be erased', async () => {
    const dir = await stateFor('all-lost-later');
    const { code, said } = await run('backup', [backups], state);
    expect([code, said]).toEqual([0, expect.any(String)]);

    await run('restore', [first, ...identityFile()], dir);

    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
  });
});

describe('restoring beside erase keys that have lived through', () => {
  it('sets the database of before aside when asked to, and brings back nothing that was erased', async () => {
    const dir = await stateFor('replace', state);
    const alone = await copyOfFirst('replace-backup');

    const refused = await run('restore', [alone], dir);
    const done = await run('restore', [alone, '--replace'], dir);

    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('a database with 1 requests')]);
    expect([done.code, done.said]).toEqual([0, expect.stringContaining('they were erased since: 1')]);
    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
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
  it('leaves a state that no command opens and `npm start` does not serve, until it is run again', async () => {
    const dir = await stateFor('interrupted', state);
    const args = [await copyOfFirst('interrupted-backup'), '--replace'];

    const killed = await run('restore', args, dir, { killAt: 'Finishing erasures' });
    const started = await run('start', [], dir);
    const purged = await run('purge', [], dir);
    const stood = existsSync(restoringDir(dir));
    const again = await run('restore', args, dir);

    expect([killed.code, stood]).toEqual([null, true]);
    expect([started.code, started.said]).toEqual([1, expect.stringContaining('not finished')]);
    expect([purged.code, purged.said]).toEqual([1, expect.stringContaining('not finished')]);
    expect([again.code, again.said]).toEqual([0, expect.any(String)]);
    expect(existsSync(restoringDir(dir))).toBe(false);
    expect(await look(dir)).toEqual({ kept: WORDS, erased: null, keys: 1 });
  });
});

describe('restoring is refused, and nothing is written,', () => {
  it.each<[string, string, (backup: string) => Promise<string[]>]>([
    [
      'where a byte of the database was changed',
      'is not what the backup wrote',
      async (backup) => {
        const file = join(backup, 'database.sql');
        const text = await readFile(file, 'utf8');
        await writeFile(file, text.replace(kept.slice(0, 1), '').replace('thu', 'thU'));
        return identityFile();
      },
    ],
    [
      'with an identity that does not open the erase keys',
      'does not open',
      async (backup) => {
        await writeFile(join(backup, '../other.txt'), await generateIdentity());
        return ['--identity', join(backup, '../other.txt')];
      },
    ],
    ['without an identity', 'give the identity that opens them', async () => []],
    [
      'with the secret itself in the command',
      'must not stand in a command',
      async () => ['--identity', identity],
    ],
    [
      'with erase keys of another backup',
      'belongs to another backup',
      async (backup) => {
        await changeManifest(backup, (text) =>
          text.replace(/"madeAt": "[^"]+"/, `"madeAt": "${secondOf(new Date())}"`),
        );
        return identityFile();
      },
    ],
    [
      'with erase keys that are too old',
      'older than 14 days',
      async (backup) => {
        const before = secondOf(shiftDays(new Date(), -ERASE_KEY_BACKUP_DAYS - 1));
        await changeManifest(backup, (text) => text.replace(/"madeAt": "[^"]+"/, `"madeAt": "${before}"`));
        return identityFile();
      },
    ],
    [
      'from a newer version of the portal',
      'made by a newer version',
      async (backup) => {
        await changeManifest(backup, (text) =>
          text.replace('"migrations": [', '"migrations": ["9999_new.sql",'),
        );
        return identityFile();
      },
    ],
  ])('%s', async (name, sentence, prepare) => {
    const dir = await stateFor(`refused ${name}`);
    const backup = await copyOfFirst(`refused backup ${name}`);
    const args = await prepare(backup);

    const { code, said } = await run('restore', [backup, ...args], dir);

    expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
    expect(said).not.toContain(identity);
    expect(await readdir(dir)).toEqual([]);
  });

  it('halfway, where the database does not take a statement: the state is not served', async () => {
    const dir = await stateFor('halfway');
    const backup = await copyOfFirst('halfway-backup');
    const file = join(backup, 'database.sql');
    const was = await hashFile(file);
    await writeFile(file, `${await readFile(file, 'utf8')}INSERT INTO nowhere VALUES (1);\n--;\n`);
    const is = await hashFile(file);
    await changeManifest(backup, (text) =>
      text.replace(was.sha256, is.sha256).replace(`"bytes": ${was.bytes}`, `"bytes": ${is.bytes}`),
    );

    const { code, said } = await run('restore', [backup, ...identityFile()], dir);

    expect([code, said]).toEqual([1, expect.stringContaining('no such table')]);
    expect(await readdir(dir)).toEqual(['restoring']);
  });
});

async function changeManifest(backup: string, change: (text: string) => string): Promise<void> {
  const file = join(backup, 'manifest.json');
  await writeFile(`${file}.new`, change(await readFile(file, 'utf8')));
  await rename(`${file}.new`, file);
}
