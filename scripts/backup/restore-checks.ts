/** What a restore looks at before it writes anything. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Decrypter } from 'age-encryption';
import { ERASE_KEY_BACKUP_DAYS } from '../../domain/retention.ts';
import { CommandError } from '../command-error.ts';
import { openEraseKeys } from './erase-keys-file.ts';
import { areKeysTooOld } from './folder.ts';
import { BACKUP_FILES, type Manifest } from './manifest.ts';
import type { RestoreArguments } from './restore-arguments.ts';
import type { StandingState } from './standing-state.ts';

/**
 * Whether a backup lacks migrations that stand here.
 *
 * @param known the files of migrations/
 * @throws CommandError when it has had some that are unknown here
 */
export function lacksMigrations(
  { migrations }: Pick<Manifest, 'migrations'>,
  known: readonly string[],
): boolean {
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new CommandError(
      `This backup was made by a newer version of the portal (it has had ${unknown.join(', ')}): restore it with that version. Nothing was restored.`,
    );
  return migrations.length < known.length;
}

/** @throws CommandError where a database stands that nobody has asked to replace */
export function refuseToOverwrite(
  { database, living }: Pick<StandingState, 'database' | 'living'>,
  { isReplacing }: Pick<RestoreArguments, 'isReplacing'>,
  stateDir: string,
): void {
  if (database === 'none' || isReplacing) return;
  const held =
    database === 'unreadable'
      ? 'a database that cannot be read'
      : `a database with ${living.length} requests`;
  throw new CommandError(
    `${stateDir} holds ${held}. Nothing was restored. Stop the server and add --replace to set it aside (it is kept), or set STATE_DIR to an empty folder.`,
  );
}

/**
 * Whether erase keys come from the backup, and with which identity.
 *
 * @returns null when none are to be put back
 * @throws CommandError while requests would be lost that need not be
 */
export async function chooseKeys(
  folder: string,
  { eraseKeys, madeAt, requests }: Pick<Manifest, 'eraseKeys' | 'madeAt' | 'requests'>,
  { hasBucketLived }: Pick<StandingState, 'hasBucketLived'>,
  { isWithoutEraseKeys }: Pick<RestoreArguments, 'isWithoutEraseKeys'>,
  decrypter: Decrypter | null,
  now: Date,
): Promise<{ path: string; decrypter: Decrypter } | null> {
  // What is missing in a bucket that lived through was erased, and must not come back.
  if (hasBucketLived || isWithoutEraseKeys || requests === 0) return null;
  const lose = `Add --without-erase-keys to restore everything else: of its ${requests} requests those are then erased whose key is not in the bucket here.`;
  const path = join(folder, BACKUP_FILES.eraseKeys);
  if (eraseKeys === null || !existsSync(path))
    throw new CommandError(`This backup has no erase keys. Nothing was restored. ${lose}`);
  if (areKeysTooOld(madeAt, now))
    throw new CommandError(
      `The erase keys of this backup are older than ${ERASE_KEY_BACKUP_DAYS} days: with them requests could come back that were erased and whose traces are gone. Nothing was restored. Use a newer backup, or delete ${path}. ${lose}`,
    );
  if (decrypter === null)
    throw new CommandError(
      `The erase keys of ${requests} requests are sealed: give the identity that opens them (\`--identity FILE\`). Nothing was restored. ${lose}`,
    );
  // Opened once to its end before anything is written, so that a wrong identity or a damaged file changes nothing.
  for await (const _key of openEraseKeys(path, decrypter, madeAt));
  return { path, decrypter };
}
