import { hashToken } from '../../domain/derive.ts';
import { hourOf } from '../../domain/hour.ts';
import { AppError } from '../errors.ts';
import { fetchEraseKey, wrap } from './erase-key.ts';
import { findByLookup, insertMessage } from './store.ts';

/**
 * Puts a new contact part in the place of the earlier one and adds the message that says so, both or neither. Sending
 * the same id again changes nothing more.
 *
 * @throws AppError `not_found`, `storage_unavailable`
 */
export async function changeContact(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  input: { lookup: string; id: string; sealed: Uint8Array; contact: Uint8Array },
  now: Date,
): Promise<void> {
  const db = env.DB.withSession('first-primary');
  const row = await findByLookup(db, hashToken(input.lookup));
  const key = row === null ? null : await fetchEraseKey(env.ERASE_KEYS, row.erase_key);
  if (row === null || key === null) throw new AppError('not_found');
  const isStored = await insertMessage(db, {
    id: input.id,
    inquiryId: row.id,
    sender: 'person',
    sentHour: hourOf(now),
    sealed: await wrap(input.sealed, key, { inquiry: row.id, column: `message:${input.id}` }),
    contact: await wrap(input.contact, key, { inquiry: row.id, column: 'contact' }),
  });
  if (!isStored) throw new AppError('not_found');
}
