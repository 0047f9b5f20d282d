import type { R2Bucket } from '@cloudflare/workers-types';
import { hashToken } from '../../domain/derive.ts';
import type { Database } from '../database.ts';
import { AppError } from '../errors.ts';
import { deleteEraseKey } from './erase-key.ts';
import { deleteInquiry, deleteOldErasedCodes, listErasing, markErasing } from './store.ts';

/**
 * Erases the person's request for good: marks it (it reads as never sent from then on), deletes its erase key from
 * R2, then its rows. What a crash interrupts the cron finishes (`resumeErasures`).
 *
 * @throws AppError `not_found`; `storage_unavailable` when the key could not be deleted now (the cron will)
 */
export async function withdrawInquiry(env: Pick<Env, 'DB' | 'ERASE_KEYS'>, lookup: string): Promise<void> {
  const db = env.DB.withSession('first-primary');
  const marked = await markErasing(db, hashToken(lookup));
  if (marked === null) throw new AppError('not_found');
  try {
    await erase(db, env.ERASE_KEYS, marked);
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
}

/**
 * Finishes erasures that were begun; one that fails again is left for the next run.
 *
 * @returns how many were finished
 */
export async function resumeErasures(env: Pick<Env, 'DB' | 'ERASE_KEYS'>): Promise<number> {
  const pending = await listErasing(env.DB);
  const outcomes = await Promise.allSettled(pending.map((inquiry) => erase(env.DB, env.ERASE_KEYS, inquiry)));
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

/** Forgets, after 30 days, that the codes of erased requests are used up. */
export async function forgetErasedCodes(env: Pick<Env, 'DB'>): Promise<void> {
  await deleteOldErasedCodes(env.DB);
}

async function erase(
  db: Database,
  bucket: R2Bucket,
  inquiry: { id: string; erase_key: string },
): Promise<void> {
  // The key goes first: rows without their key are noise, a key without its rows could open a restored copy.
  await deleteEraseKey(bucket, inquiry.erase_key);
  await deleteInquiry(db, inquiry.id);
}
