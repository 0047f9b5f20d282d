/**
 * A new key for a desk's later requests, made by one officer with the recovery sheet in hand. It goes to this officer and
 * to the sheet alone: everybody else is handed it after reading their words aloud, since whoever writes the database could
 * have swapped what it says of them.
 */
import { sealSheetProof } from '../../domain/sheet-proof.ts';
import type { DeskOfficer } from '../audit/write-audited.ts';
import { isConstraintViolation } from '../database.ts';
import { AppError } from '../errors.ts';
import { type DeskRow, findDesk, findRecoveryGrant } from '../inquiries/desk-store.ts';
import { answerChallenge, makeChallenge } from './challenge.ts';
import { areSame, holdersOf } from './hand-key.ts';
import { findDeskOfficer, hadKey, insertReplacingKey, listEarlierKeys } from './key-store.ts';
import type { ChangeKeyInput } from './schema.ts';

/**
 * Begins a change: a token sealed to the recovery sheet in force, to be given back within five minutes.
 *
 * @returns an age file, see domain/sheet-proof.ts
 * @throws AppError `desk_closed` when the desk has no key, or one without a sheet
 */
export async function beginKeyChange(
  env: Pick<Env, 'DB'>,
  { officerId, deskId }: DeskOfficer,
  now: Date,
): Promise<Uint8Array> {
  const desk = await findDesk(env.DB, deskId);
  const sheet = desk === null ? null : await findRecoveryGrant(env.DB, desk.key_id);
  if (desk === null || sheet === null) throw new AppError('desk_closed');
  const token = await makeChallenge(env.DB, { officerId, keyId: desk.key_id }, now);
  return sealSheetProof(token, sheet.recipient);
}

/**
 * Replaces the desk's key and, where an officer is named, removes that officer in the same transaction: passkeys,
 * sessions, recipients and every grant of theirs go, and so do the desk's open invites. Earlier requests stay with the
 * earlier keys, which are sealed to the new one. Posting the same key again gives the same answer.
 *
 * @returns the new key's id
 * @throws AppError `key_replaced` when `replaces` is no longer the present key; `sheet_refused`; `not_found` when the
 *   officer to remove is nobody of the desk; `officer_changed`; `earlier_key_missing` when a replaced key that requests
 *   still need is left out, as the console does with one that it cannot open; `invalid` when something else is not covered
 */
export async function changeKey(
  env: Pick<Env, 'DB'>,
  by: DeskOfficer,
  input: ChangeKeyInput,
  now: Date,
): Promise<string> {
  const desk = await findDesk(env.DB, by.deskId);
  if (desk === null) throw new AppError('desk_closed');
  if (desk.recipient === input.recipient && desk.key_id !== input.replaces) return desk.key_id;
  if (desk.key_id !== input.replaces) throw new AppError('key_replaced');
  const needed = await findNeededKeys(env, desk);
  await refuseUncovered(env, by, { ...input, needed }, desk);
  const purpose = { officerId: by.officerId, keyId: desk.key_id };
  if (!(await answerChallenge(env.DB, input.proof, purpose, now))) throw new AppError('sheet_refused');
  const id = crypto.randomUUID();
  try {
    await insertReplacingKey(env.DB, by, {
      id,
      recipient: input.recipient,
      replaces: input.replaces,
      removes: input.removes,
      grants: [...input.grants, { holder: 'recovery', ...input.sheet }],
      // The cron may have forgotten a key since the console was opened.
      earlier: input.earlier.filter(({ keyId }) => needed.includes(keyId)),
      now,
    });
  } catch (cause) {
    if (!isConstraintViolation(cause)) throw cause;
    const present = await findDesk(env.DB, by.deskId);
    throw new AppError(present?.key_id === input.replaces ? 'officer_changed' : 'key_replaced', { cause });
  }
  return id;
}

/** The keys that have to hang on the next one: those that requests still need. */
async function findNeededKeys(env: Pick<Env, 'DB'>, desk: DeskRow): Promise<string[]> {
  const earlier = await listEarlierKeys(env.DB, desk.key_id);
  return [...earlier.map(({ id }) => id), desk.key_id];
}

/** @throws AppError `not_found`, `earlier_key_missing`, `invalid` with the fields that do not fit what stands */
async function refuseUncovered(
  env: Pick<Env, 'DB'>,
  by: DeskOfficer,
  input: ChangeKeyInput & { needed: string[] },
  desk: DeskRow,
): Promise<void> {
  const own = await findDeskOfficer(env.DB, by.deskId, by.officerId);
  const sheet = await findRecoveryGrant(env.DB, desk.key_id);
  if (own === null || sheet === null) throw new AppError('officer_changed');
  if (input.removes === by.officerId) throw new AppError('invalid', { fields: ['removes'] });
  if (input.removes !== null && (await findDeskOfficer(env.DB, by.deskId, input.removes)) === null)
    throw new AppError('not_found');
  const given = input.earlier.map(({ keyId }) => keyId);
  const isWrong = {
    recipient: await hadKey(env.DB, by.deskId, input.recipient),
    grants: !areSame(holdersOf(own), input.grants),
    // Who leaves may have noted the sheet.
    sheet: input.removes !== null && sheet.recipient === input.sheet.recipient,
    // The console holds the present key, or it could not have begun.
    earlier: !given.includes(desk.key_id),
  };
  const fields = Object.entries(isWrong).flatMap(([field, wrong]) => (wrong ? [field] : []));
  if (fields.length > 0) throw new AppError('invalid', { fields });
  if (input.needed.some((id) => !given.includes(id))) throw new AppError('earlier_key_missing');
}
