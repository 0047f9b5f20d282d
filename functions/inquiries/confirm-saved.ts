import { hashToken } from '../../domain/derive.ts';
import { AppError } from '../errors.ts';
import { closeReceipt } from './store.ts';

/**
 * Notes that the person has saved the code, or that nobody keeps it: its receipt is not drawn again. Does nothing for
 * an unknown token.
 *
 * @throws AppError `storage_unavailable`; a receipt that stayed open is closed by the first visit with the code
 */
export async function confirmSaved(env: Pick<Env, 'DB'>, lookup: string): Promise<void> {
  try {
    await closeReceipt(env.DB, hashToken(lookup));
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
}
