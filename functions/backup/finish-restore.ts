import { purgeUntilDone } from '../inquiries/purge.ts';
import { type KeptEraseKey, leaveMark, markKeyless, writeEraseKeys } from './erase-keys.ts';

/** What became of the requests of a restored database. */
export interface Finished {
  /** Erase keys put back from the backup. */
  keysWritten: number;
  /** Erased now because their key is gone. */
  keyless: number;
  /** Erasures that could not be finished: they read as never sent, and the cron tries again. */
  stuck: number;
}

/**
 * What stands between a loaded database and serving it: puts erase keys back, erases what nobody can open any more, and
 * does what the cron would have done since the backup. Repeating it changes nothing.
 *
 * @param madeAt of the backup: from here on this bucket, too, is one that has lived through it
 * @param keys null where the bucket lived through: what is missing in it was erased
 */
export async function finishRestore(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  { madeAt, keys }: { madeAt: string; keys: AsyncIterable<KeptEraseKey> | null },
  now: Date,
): Promise<Finished> {
  const keysWritten = keys === null ? 0 : await writeEraseKeys(env, keys);
  // Purged before the rest is looked at, so that what has stood too long is counted by its reason.
  await purgeUntilDone(env, now);
  const keyless = await markKeyless(env);
  const { stuck } = await purgeUntilDone(env, now);
  await leaveMark(env.ERASE_KEYS, madeAt);
  return { keysWritten, keyless, stuck };
}
