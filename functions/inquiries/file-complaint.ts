import { writeAgeFile } from '../../domain/age-file.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { chooseComplaintDesk } from '../../domain/desk-order.ts';
import { sealComplaint } from '../../domain/seal-follow.ts';
import { AppError } from '../errors.ts';
import { findDesk } from './desk-store.ts';
import { type Desk, deskOf, listOpenComplaintDesks } from './list-desks.ts';
import { openReceipt, type Receipt, submitInquiry } from './submit-inquiry.ts';

/**
 * The desk to which a complaint about another one goes: the one that the person has read of, while it takes complaints.
 *
 * @param ids.told its id; empty when they have read of none
 * @returns null when no other desk takes complaints, or none of those is open
 */
export async function findComplaintDesk(
  env: Pick<Env, 'DB'>,
  ids: { about: string; told: string },
  now: Date,
): Promise<Desk | null> {
  return chooseComplaintDesk(await listOpenComplaintDesks(env.DB, now), ids);
}

/**
 * Seals a complaint that the person has agreed to on their behalf, and sends it as a request under its own code.
 *
 * @param complaint the complaint's own code, the desk complained of, the words, and the desk that the person has read of:
 *   null when that one takes no complaints any more
 * @returns the receipt with the desk that holds the complaint, which for one sent again is the first that took it; null
 *   when it has not been sent and the desk takes none
 * @throws AppError as `submitInquiry`
 */
export async function fileComplaint(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  complaint: { code: string; about: Pick<Desk, 'id' | 'name'>; to: Desk | null; words: string },
  now: Date,
): Promise<{ receipt: Receipt; desk: Desk } | null> {
  const { about, to, words } = complaint;
  const secrets = await deriveFromCode(complaint.code);
  if (to === null) {
    const receipt = await openReceipt(env, secrets.lookup);
    return receipt && { receipt, desk: await holderOf(env, receipt, null, now) };
  }
  const receipt = await submitInquiry(
    env,
    {
      lookup: secrets.lookup,
      recipient: secrets.recipient,
      desk: to.id,
      deskRecipient: to.recipient,
      ...(await sealComplaint({ about: about.name, words }, to, secrets, writeAgeFile)),
      consentVersion: CONSENT.complaint,
    },
    now,
  );
  return { receipt, desk: await holderOf(env, receipt, to, now) };
}

async function holderOf(
  env: Pick<Env, 'DB'>,
  receipt: Receipt,
  likely: Desk | null,
  now: Date,
): Promise<Desk> {
  if (likely?.id === receipt.desk) return likely;
  const row = await findDesk(env.DB, receipt.desk);
  if (row === null) throw new AppError('internal');
  return deskOf(row, now);
}
