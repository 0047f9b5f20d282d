import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftDays } from '../../domain/local-day.ts';
import { ERASE_KEY_BACKUP_DAYS, ERASED_CODE_DAYS } from '../../domain/retention.ts';
import type { KeptEraseKey } from '../../functions/backup/erase-keys.ts';
import { readBackupArguments } from '../../scripts/backup/backup-arguments.ts';
import {
  openEraseKeys,
  readIdentity,
  readRecipient,
  sealEraseKeys,
} from '../../scripts/backup/erase-keys-file.ts';
import { secondOf } from '../../scripts/backup/folder.ts';
import { BACKUP_FILES, type Manifest, openBackup } from '../../scripts/backup/manifest.ts';
import { readRestoreArguments } from '../../scripts/backup/restore-arguments.ts';
import { chooseKeys, lacksMigrations, refuseToOverwrite } from '../../scripts/backup/restore-checks.ts';
import { writeNewFile } from '../../scripts/backup/write-file.ts';

const now = new Date('2026-11-22T03:04:05Z');
const madeAt = secondOf(now);
const keys: KeptEraseKey[] = [{ inquiry: 'a', name: 'n', key: 'k'.repeat(43) }];

let folder = '';
let identity = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diem-tua-checks-'));
  identity = await generateIdentity();
  await writeBackup(join(folder, 'whole'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function writeBackup(dir: string): Promise<void> {
  await mkdir(dir);
  const encrypter = readRecipient(await identityToRecipient(identity));
  async function* living() {
    yield* keys;
  }
  const manifest: Manifest = {
    format: 'diem-tua/backup/v1',
    madeAt,
    migrations: ['0001_a.sql'],
    tables: { inquiry: 1 },
    requests: 1,
    eraseKeys: 1,
    files: {
      [BACKUP_FILES.database]: await writeNewFile(join(dir, BACKUP_FILES.database), ['SELECT 1;\n--;\n']),
      [BACKUP_FILES.erased]: await writeNewFile(join(dir, BACKUP_FILES.erased), []),
      [BACKUP_FILES.eraseKeys]: await writeNewFile(
        join(dir, BACKUP_FILES.eraseKeys),
        sealEraseKeys(encrypter, madeAt, living(), () => undefined),
      ),
    },
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
}

/** A copy of the whole backup, to be damaged. */
async function damaged(name: string, file: string, change: (text: string) => string): Promise<string> {
  const dir = join(folder, name);
  await cp(join(folder, 'whole'), dir, { recursive: true });
  const path = join(dir, file);
  await writeFile(path, change(await readFile(path, 'latin1')), 'latin1');
  return dir;
}

const keyFile = () => join(folder, 'whole', BACKUP_FILES.eraseKeys);

async function readKeys(path: string, secret: string, of: string): Promise<KeptEraseKey[]> {
  const found: KeptEraseKey[] = [];
  for await (const key of openEraseKeys(path, readIdentity(secret), of)) found.push(key);
  return found;
}

describe('opening a backup', () => {
  it('gives its manifest, also when the erase keys were deleted', async () => {
    const dir = await damaged('keys-gone', 'manifest.json', (text) => text);
    await rm(join(dir, BACKUP_FILES.eraseKeys));

    expect((await openBackup(dir)).madeAt).toBe(madeAt);
  });

  it.each([
    ['database.sql', (text: string) => text.replace('1', '2')],
    ['database.sql', (text: string) => text.slice(1)],
    ['erased-codes.txt', () => 'x'],
    ['erase-keys.age', (text: string) => `${text.slice(0, -1)}x`],
    ['manifest.json', (text: string) => text.slice(1)],
  ])('is refused after a change of %s', async (file, change) => {
    const dir = await damaged(`changed-${crypto.randomUUID()}`, file, change);

    await expect(openBackup(dir)).rejects.toThrow('othing was restored');
  });

  it('is refused where the database is missing, and in a folder that is none', async () => {
    const dir = await damaged('no-database', 'manifest.json', (text) => text);
    await rm(join(dir, 'database.sql'));

    await expect(openBackup(dir)).rejects.toThrow('is missing');
    await expect(openBackup(folder)).rejects.toThrow('name the folder of one backup');
  });
});

describe('the file of erase keys', () => {
  it('opens with the identity alone, as age-keygen writes it', async () => {
    const file = `# created: 2026\n# public key: x\n${identity}\n`;

    expect(await readKeys(keyFile(), file, madeAt)).toEqual(keys);
    await expect(readKeys(keyFile(), await generateIdentity(), madeAt)).rejects.toThrow('does not open');
  });

  it('is refused under another backup', async () => {
    await expect(readKeys(keyFile(), identity, '2026-11-21T03:04:05Z')).rejects.toThrow('another backup');
  });

  it.each(['', '# a comment alone', 'age1x', 'AGE-SECRET-KEY-1x'])(
    'is not opened by what is no identity: %j',
    (text) => {
      expect(() => readIdentity(text)).toThrow('cannot be read');
    },
  );

  it('is sealed to no secret and to nothing unknown', () => {
    expect(() => readRecipient(identity)).toThrow('That is a secret');
    expect(() => readRecipient(identity)).not.toThrow(identity);
    expect(() => readRecipient('age1x')).toThrow('no age recipient');
  });
});

describe('before anything is written, a restore', () => {
  const backup = { eraseKeys: 1, madeAt, requests: 1 };
  const lost = { hasBucketLived: false };
  const asked = { isWithoutEraseKeys: false };
  const choose = (
    changes: {
      backup?: Partial<typeof backup | { eraseKeys: null }>;
      standing?: typeof lost;
      asked?: typeof asked;
      identity?: string | null;
      now?: Date;
    } = {},
  ) => {
    const secret = changes.identity === undefined ? identity : changes.identity;
    return chooseKeys(
      join(folder, 'whole'),
      { ...backup, ...changes.backup },
      changes.standing ?? lost,
      changes.asked ?? asked,
      secret === null ? null : readIdentity(secret),
      changes.now ?? now,
    );
  };

  it('takes the keys where they are lost, up to their last day', async () => {
    expect(await choose()).toMatchObject({ path: keyFile() });
    expect(await choose({ now: shiftDays(now, ERASE_KEY_BACKUP_DAYS) })).toMatchObject({ path: keyFile() });
  });

  it('can still ask for the traces of what was erased as long as keys are taken', () => {
    expect(ERASED_CODE_DAYS).toBeGreaterThan(ERASE_KEY_BACKUP_DAYS);
  });

  it('refuses keys that are too old, a backup without keys, and keys without an identity', async () => {
    const after = new Date(shiftDays(now, ERASE_KEY_BACKUP_DAYS).getTime() + 1);

    await expect(choose({ now: after })).rejects.toThrow('older than 14 days');
    await expect(choose({ backup: { eraseKeys: null } })).rejects.toThrow('has no erase keys');
    await expect(choose({ identity: null })).rejects.toThrow('give the identity that opens them');
  });

  it('takes no keys where the bucket lived through, where there are no requests, and where it is told so', async () => {
    const after = shiftDays(now, 400);

    expect(await choose({ standing: { hasBucketLived: true }, identity: null, now: after })).toBeNull();
    expect(await choose({ backup: { requests: 0 }, identity: null })).toBeNull();
    expect(await choose({ asked: { isWithoutEraseKeys: true }, identity: null, now: after })).toBeNull();
  });

  it('overwrites no database unless it is told to', () => {
    const standing = { database: 'readable' as const, living: ['a', 'b'] };

    expect(() => refuseToOverwrite(standing, { isReplacing: false }, 'X')).toThrow(
      'a database with 2 requests',
    );
    expect(() =>
      refuseToOverwrite({ ...standing, database: 'unreadable' }, { isReplacing: false }, 'X'),
    ).toThrow('cannot be read');
    expect(() => refuseToOverwrite(standing, { isReplacing: true }, 'X')).not.toThrow();
    expect(() =>
      refuseToOverwrite({ database: 'none', living: [] }, { isReplacing: false }, 'X'),
    ).not.toThrow();
  });

  it('brings an older backup up to date and refuses a newer one', () => {
    expect(lacksMigrations({ migrations: ['1.sql'] }, ['1.sql', '2.sql'])).toBe(true);
    expect(lacksMigrations({ migrations: ['1.sql', '2.sql'] }, ['1.sql', '2.sql'])).toBe(false);
    expect(() => lacksMigrations({ migrations: ['3.sql'] }, ['1.sql', '2.sql'])).toThrow('newer version');
  });
});

describe('the words after the commands', () => {
  it('are read', () => {
    expect(readBackupArguments(['X', '--erase-keys-to', 'age1x', '--remote'])).toEqual({
      dir: 'X',
      recipient: 'age1x',
      isRemote: true,
    });
    expect(readRestoreArguments(['X/1', '--identity', '-', '--replace'])).toEqual({
      folder: 'X/1',
      identity: '-',
      isReplacing: true,
      isWithoutEraseKeys: false,
      isRemote: false,
    });
  });

  it('are refused without a folder, with two, and with what is unknown', () => {
    for (const args of [[], ['a', 'b'], ['a', '--force']]) {
      expect(() => readBackupArguments(args)).toThrow('Say where to');
      expect(() => readRestoreArguments(args)).toThrow('Say which backup');
    }
  });

  it('hold no secret, and set no deployed database aside', () => {
    expect(() => readRestoreArguments(['X', '--identity', identity])).toThrow('must not stand in a command');
    expect(() => readRestoreArguments(['X', '--remote', '--replace'])).toThrow('docs/operations.md');
  });
});
