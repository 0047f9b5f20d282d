import { AppError } from '../errors.ts';
import { readLatestCopy } from './copy-heads.ts';
import type { HeadsCopy } from './schema.ts';

/**
 * What the page on security shows of the chains: the last copy that was made, not where they stand now, so that nobody
 * can watch a desk at work.
 *
 * @returns null when there is no copy yet; `unavailable` when the bucket does not answer: the rest of the page needs none
 */
export async function showHeads(env: Pick<Env, 'AUDIT_HEADS'>): Promise<HeadsCopy | 'unavailable' | null> {
  try {
    return await readLatestCopy(env.AUDIT_HEADS);
  } catch (error) {
    if (error instanceof AppError) return 'unavailable';
    throw error;
  }
}
