import { deriveFromCode } from '../../domain/derive.ts';
import { CONSENT_VERSION } from '../../domain/request-form.ts';
import { sealComplaint } from '../../domain/seal-follow.ts';
import { AppError } from '../errors.ts';
import { type Desk, listOpenComplaintDesks } from './list-desks.ts';
import { type Receipt, submitInquiry } from './submit-inquiry.ts';

/**
 * The desk to which a complaint about another one goes: never that one itself.
 *
 * @returns null when no other desk takes complaints, or none of those is open
 */
export async function findComplaintDesk(
  env: Pick<Env, 'DB'>,
  about: string,
  now: Date,
): Promise<Desk | null> {
  return (await listOpenComplaintDesks(env.DB, now)).find(({ id }) => id !== about) ?? null;
}

/**
 * Seals a complaint on the person's behalf and sends it as a request under its own code.
 *
 * @param complaint the complaint's own code, the desk complained of and the words
 * @throws AppError as `submitInquiry`; `desk_closed` when no other desk takes complaints
 */
export async function fileComplaint(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  complaint: { code: string; about: Pick<Desk, 'id' | 'name'>; words: string },
  now: Date,
): Promise<{ receipt: Receipt; desk: Desk }> {
  const { about, words } = complaint;
  const desk = await findComplaintDesk(env, about.id, now);
  if (desk === null) throw new AppError('desk_closed');
  const secrets = await deriveFromCode(complaint.code);
  const receipt = await submitInquiry(
    env,
    {
      lookup: secrets.lookup,
      recipient: secrets.recipient,
      desk: desk.id,
      deskRecipient: desk.recipient,
      ...(await sealComplaint({ about: about.name, words }, desk, secrets)),
      consentVersion: CONSENT_VERSION,
    },
    now,
  );
  return { receipt, desk };
}
