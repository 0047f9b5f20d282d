/**
 * `npm run backup -- DIR [--erase-keys-to age1…] [--remote]`: the whole database as SQL, and the erase keys of the requests
 * that live in a file of their own (design: docs/decisions/0015-backups.md).
 */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ERASE_KEY_BACKUP_DAYS } from '../domain/retention.ts';
import { dumpDatabase } from '../functions/backup/dump-database.ts';
import { leaveMark, readEraseKeys } from '../functions/backup/erase-keys.ts';
import { countLiving, listErased, listMigrations } from '../functions/backup/request-store.ts';
import { readBackupArguments } from './backup/backup-arguments.ts';
import { readRecipient, sealEraseKeys } from './backup/erase-keys-file.ts';
import {
  backupName,
  deleteOldEraseKeys,
  deleteUnfinished,
  erasedLine,
  secondOf,
  UNFINISHED,
} from './backup/folder.ts';
import { BACKUP_FILES, hashFile, MANIFEST, type Manifest } from './backup/manifest.ts';
import { writeNewFile } from './backup/write-file.ts';
import { withChosenBindings } from './chosen-bindings.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { dir: named, recipient, isRemote } = readBackupArguments(process.argv.slice(2));
  const encrypter = recipient === undefined ? null : readRecipient(recipient);
  // From the folder in which npm was called.
  const dir = resolve(process.env.INIT_CWD ?? '.', named);
  const now = new Date();
  await mkdir(dir, { recursive: true, mode: 0o700 });
  // First, so that nothing which goes wrong below lets them stand.
  const tooOld = await deleteOldEraseKeys(dir, now);
  await deleteUnfinished(dir);

  const madeAt = secondOf(now);
  const target = join(dir, backupName(madeAt));
  const unfinished = `${target}${UNFINISHED}`;
  await mkdir(unfinished, { mode: 0o700 });
  let manifest: Manifest;
  try {
    manifest = await withChosenBindings({ isRemote }, (env) => write(env, unfinished));
    await writeNewFile(join(unfinished, MANIFEST), [`${JSON.stringify(manifest, null, 2)}\n`]);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }

  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
  console.log(`\n  Written: ${target}`);
  console.log(
    `  ${rows} rows of ${Object.keys(manifest.tables).length} tables, ${manifest.requests} requests among them.`,
  );
  console.log(
    manifest.eraseKeys === null
      ? '  No erase keys: with this backup alone nobody can ever open one of those requests again. It restores them only\n  where the bucket of the erase keys still stands. `--erase-keys-to age1…` keeps the keys too, for 14 days.'
      : `  ${manifest.eraseKeys} erase keys, sealed to your recipient. Keep the identity elsewhere. They are deleted ${ERASE_KEY_BACKUP_DAYS} days from now by the\n  next backup into this folder; copies elsewhere you must delete yourself.`,
  );
  if (tooOld > 0)
    console.log(`  Deleted: the erase keys of ${tooOld} backups older than ${ERASE_KEY_BACKUP_DAYS} days.`);
  console.log(
    `  SHA-256 of its manifest, to write down:\n  ${(await hashFile(join(target, MANIFEST))).sha256}\n`,
  );

  async function write(env: Env, folder: string): Promise<Manifest> {
    const tables: Record<string, number> = {};
    async function* dumped(): AsyncGenerator<string> {
      for await (const { text, table, rows = 0 } of dumpDatabase(env.DB)) {
        if (table !== undefined) tables[table] = (tables[table] ?? 0) + rows;
        yield text;
      }
    }
    let eraseKeys: number | null = null;
    const files: Manifest['files'] = {};
    files[BACKUP_FILES.database] = await writeNewFile(join(folder, BACKUP_FILES.database), dumped());
    if (encrypter !== null) {
      let count = 0;
      // After the database: a request erased meanwhile has no key here.
      files[BACKUP_FILES.eraseKeys] = await writeNewFile(
        join(folder, BACKUP_FILES.eraseKeys),
        sealEraseKeys(encrypter, madeAt, readEraseKeys(env), () => {
          count += 1;
        }),
      );
      eraseKeys = count;
    }
    files[BACKUP_FILES.erased] = await writeNewFile(
      join(folder, BACKUP_FILES.erased),
      (await listErased(env.DB)).map(erasedLine),
    );
    const migrations = await listMigrations(env.DB);
    const requests = await countLiving(env.DB);
    await leaveMark(env.ERASE_KEYS, madeAt);
    return { format: 'diem-tua/backup/v1', madeAt, migrations, tables, requests, eraseKeys, files };
  }
});
