import { dirname } from 'node:path';
import type { Decrypter } from 'age-encryption';
import { hasMark } from '../../functions/backup/erase-keys.ts';
import { type Finished, finishRestore } from '../../functions/backup/finish-restore.ts';
import { addErased, countLiving, listMigrations } from '../../functions/backup/request-store.ts';
import { CommandError } from '../command-error.ts';
import { openEraseKeys } from './erase-keys-file.ts';
import { readLaterErased } from './folder.ts';
import type { Manifest } from './manifest.ts';
import type { RestoreArguments } from './restore-arguments.ts';
import { chooseKeys } from './restore-checks.ts';

/**
 * The second half of a restore, for a database that D1's own import has filled from a backup: erases again what later
 * backups know to be erased, puts erase keys back where their bucket was lost, and erases what nobody can open.
 *
 * @throws CommandError before the import, and while requests would be lost that need not be
 */
export async function restoreDeployed(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  {
    folder,
    backup,
    chosen,
    decrypter,
  }: { folder: string; backup: Manifest; chosen: RestoreArguments; decrypter: Decrypter | null },
  now: Date,
): Promise<Finished & { requests: number; cameBack: number }> {
  if ((await listMigrations(env.DB)).length < backup.migrations.length)
    throw new CommandError(
      'The deployed database is not that of this backup: import its database.sql first (docs/operations.md). Nothing was changed.',
    );
  const standing = { hasBucketLived: await hasMark(env.ERASE_KEYS, backup.madeAt) };
  const keyFile = await chooseKeys(folder, backup, standing, chosen, decrypter, now);
  const cameBack = await addErased(env.DB, await readLaterErased(dirname(folder), backup.madeAt));
  const keys = keyFile === null ? null : openEraseKeys(keyFile.path, keyFile.decrypter, backup.madeAt);
  const finished = await finishRestore(env, { madeAt: backup.madeAt, keys }, now);
  return { ...finished, cameBack, requests: await countLiving(env.DB) };
}
