import type { R2Bucket } from '@cloudflare/workers-types';
import { hashToken } from '../../domain/derive.ts';
import { localMonth } from '../../domain/retention.ts';
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
  now: Date,
): Promise<void> {
  const db = env.DB.withSession('first-primary');
  const marked = await markErasing(db, hashToken(lookup), localMonth(now));
  if (marked === null) throw new AppError('not_found');
  try {
    // The key goes first: rows without it are noise, a key without its rows could open a restored copy.
    await deleteEraseKey(env.ERASE_KEYS, marked.erase_key);
    await deleteInquiries(db, [marked.id]);
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
}

/** How many calls to R2 one run makes at most: a free plan allows fifty subrequests, and D1 needs some. */
const DELETE_CALLS = 30;

/** What one run did about erasures that were begun. */
export interface Resumed {
  erased: number;
  /** Not finished: they read as never sent, but a key or a row still stands. The next run tries again. */
  stuck: number;
}

/**
 * Finishes erasures that were begun, at most 100. One that cannot be finished does not hold up the others: where the
 * keys of many cannot be deleted in one call, halves of them are tried, down to single ones.
 */
export async function resumeErasures(env: Pick<Env, 'DB' | 'ERASE_KEYS'>): Promise<Resumed> {
  const pending = await listErasing(env.DB);
  const keyless = await deleteKeys(env.ERASE_KEYS, pending);
  try {
    if (keyless.length > 0)
      await deleteInquiries(
        env.DB,
        keyless.map(({ id }) => id),
      );
    return { erased: keyless.length, stuck: pending.length - keyless.length };
  } catch {
    return { erased: 0, stuck: pending.length };
  }
}

/** Deletes keys, in one call when nothing stands in the way. @returns the rows whose keys are gone */
async function deleteKeys(bucket: R2Bucket, rows: readonly ErasingRow[]): Promise<ErasingRow[]> {
  const gone: ErasingRow[] = [];
  const waiting = rows.length > 0 ? [rows] : [];
  for (let calls = 0; calls < DELETE_CALLS; calls += 1) {
    const batch = waiting.shift();
    if (batch === undefined) break;
    try {
      await deleteEraseKey(
        bucket,
        batch.map(({ erase_key }) => erase_key),
      );
      gone.push(...batch);
    } catch {
      const half = Math.ceil(batch.length / 2);
      if (batch.length > 1) waiting.push(batch.slice(0, half), batch.slice(half));
    }
  }
  return gone;
}

/** Forgets, after 30 days, that the codes of erased requests are used up. */
export async function forgetErasedCodes(env: Pick<Env, 'DB'>): Promise<void> {
  await deleteOldErasedCodes(env.DB);
}
