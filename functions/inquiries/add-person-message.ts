import { hashToken } from '../../domain/derive.ts';
import { hourOf } from '../../domain/hour.ts';
import { AppError } from '../errors.ts';
import { fetchEraseKey, wrap } from './erase-key.ts';
import { findByLookup, insertMessage } from './store.ts';

/**
 * Adds the person's message to their thread. Sending the same id again stores nothing more.
 *
 * @throws AppError `not_found`, `storage_unavailable`
 */
export async function addPersonMessage(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  input: { lookup: string; id: string; sealed: Uint8Array },
  now: Date,
): Promise<void> {
  const db = env.DB.withSession('first-primary');
  const row = await findByLookup(db, hashToken(input.lookup));
  if (row === null) throw new AppError('not_found');
  const key = await fetchEraseKey(env.ERASE_KEYS, row.erase_key);
  if (key === null) throw new AppError('not_found');
  const isStored = await insertMessage(db, {
    id: input.id,
    inquiryId: row.id,
    sender: 'person',
    sentHour: hourOf(now),
    sealed: await wrap(input.sealed, key, { inquiry: row.id, column: `message:${input.id}` }),
  });
  // Withdrawn meanwhile, or an id of another thread: saying that it was sent would lose it without a word.
  if (!isStored) throw new AppError('not_found');
}
