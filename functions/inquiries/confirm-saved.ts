import { hashToken } from '../../domain/derive.ts';
import { closeReceipt } from './store.ts';

/** Notes that the person has saved the code: its receipt is not drawn again. Does nothing for an unknown token. */
export async function confirmSaved(env: Pick<Env, 'DB'>, lookup: string): Promise<void> {
  await closeReceipt(env.DB, hashToken(lookup));
}
