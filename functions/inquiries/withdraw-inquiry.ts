import type { R2Bucket } from '@cloudflare/workers-types';
import { hashToken } from '../../domain/derive.ts';
import { localMonth } from '../../domain/retention.ts';
import type { Database } from '../database.ts';
import { AppError } from '../errors.ts';
import { deleteEraseKey } from './erase-key.ts';
import { deleteInquiries, deleteOldErasedCodes, type ErasingRow, listErasing, markErasing } from './store.ts';

/**
 * Erases the person's request for good: marks it (it reads as never sent from then on), deletes its erase key from
 * R2, then its rows. What a crash interrupts the cron finishes (`resumeErasures`).
 *
 * @throws AppError `not_found`; `storage_unavailable` when the key could not be deleted now (the cron will)
 */
export async function withdrawInquiry(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  lookup: string,
  now: Date = new Date(),
): Promise<void> {
  const db = env.DB.withSession('first-primary');
  const marked = await markErasing(db, hashToken(lookup), localMonth(now));
  if (marked === null) throw new AppError('not_found');
  try {
    await erase(db, env.ERASE_KEYS, [marked]);
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
}

/**
 * Finishes erasures that were begun, at most 100; what fails again is left for the next run.
 *
 * @returns how many were finished
 */
export async function resumeErasures(env: Pick<Env, 'DB' | 'ERASE_KEYS'>): Promise<number> {
  const pending = await listErasing(env.DB);
  if (pending.length === 0) return 0;
  try {
    await erase(env.DB, env.ERASE_KEYS, pending);
    return pending.length;
  } catch {
    return 0;
  }
}

/** Forgets, after 30 days, that the codes of erased requests are used up. */
export async function forgetErasedCodes(env: Pick<Env, 'DB'>): Promise<void> {
  await deleteOldErasedCodes(env.DB);
}

/** In two calls however many there are: a free plan allows fifty in one run of the cron. */
async function erase(db: Database, bucket: R2Bucket, inquiries: readonly ErasingRow[]): Promise<void> {
  // The keys go first: rows without their key are noise, a key without its rows could open a restored copy.
  await deleteEraseKey(
    bucket,
    inquiries.map(({ erase_key }) => erase_key),
  );
  await deleteInquiries(
    db,
    inquiries.map(({ id }) => id),
  );
}
