/** Handing a desk's key on to an officer who waits for it, and confirming a key that was handed on. */
import type { DeskOfficer } from '../audit/write-audited.ts';
import { isConstraintViolation } from '../database.ts';
import { AppError } from '../errors.ts';
import { type DeskRow, findDesk, findRecoveryGrant, listGrantsOfOfficer } from '../inquiries/desk-store.ts';
import {
  type DeskOfficerRow,
  findDeskOfficer,
  type HolderRecipient,
  insertHandedGrants,
  listDeskOfficers,
  writeTags,
} from './key-store.ts';
import type { ConfirmInput, HandInput } from './schema.ts';
import { type KeyState, keyStateOf } from './session.ts';

/** An officer as colleagues see them. */
export interface Colleague {
  id: string;
  name: string;
  createdAt: string;
  isSelf: boolean;
  state: KeyState;
  holders: HolderRecipient[];
}

/** The officers of a desk, with what is needed to hand its key on or to replace it. */
export interface DeskOfficers {
  keyId: string;
  /** The recovery sheet's recipient; null when the key is not sealed to one. */
  recoveryRecipient: string | null;
  officers: Colleague[];
}

/**
 * The officers of a desk who were not removed, in the order in which they came.
 *
 * @throws AppError `desk_closed` when the desk has no key
 */
export async function listColleagues(
  env: Pick<Env, 'DB'>,
  deskId: string,
  ownId: string,
): Promise<DeskOfficers> {
  const desk = await findDesk(env.DB, deskId);
  if (desk === null) throw new AppError('desk_closed');
  const sheet = await findRecoveryGrant(env.DB, desk.key_id);
  const rows = await listDeskOfficers(env.DB, deskId);
  return {
    keyId: desk.key_id,
    recoveryRecipient: sheet?.recipient ?? null,
    officers: rows.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.created_at,
      isSelf: row.id === ownId,
      state: keyStateOf(row.is_confirmed),
      holders: holdersOf(row),
    })),
  };
}

/**
 * Hands the desk's present key to a waiting officer of the same desk: for exactly the holders that they have.
 *
 * @throws AppError `not_found` for nobody of the desk; `key_replaced`; `officer_changed` when they wait no longer, or
 *   their recipients are not those that the key was sealed to
 */
export async function handKey(
  env: Pick<Env, 'DB'>,
  toOfficerId: string,
  by: DeskOfficer,
  input: HandInput,
  now: Date,
): Promise<void> {
  const to = await findDeskOfficer(env.DB, by.deskId, toOfficerId);
  if (to === null) throw new AppError('not_found');
  await findPresentKey(env, by.deskId, input.keyId);
  if (keyStateOf(to.is_confirmed) !== 'waiting' || !areSame(holdersOf(to), input.grants))
    throw new AppError('officer_changed');
  try {
    const isStored = await insertHandedGrants(env.DB, by, {
      deskKeyId: input.keyId,
      toOfficerId,
      grants: input.grants,
      now,
    });
    if (isStored) return;
  } catch (cause) {
    throw isConstraintViolation(cause) ? new AppError('officer_changed', { cause }) : cause;
  }
  await findPresentKey(env, by.deskId, input.keyId);
  throw new AppError('officer_changed');
}

/**
 * Puts an officer's own tags on the key that a colleague handed them, once its words were read and typed. Doing it again
 * with the same tags changes nothing.
 *
 * @throws AppError `key_replaced`; `invalid` when a holder has no grant, or one with another tag
 */
export async function confirmKey(
  env: Pick<Env, 'DB'>,
  by: DeskOfficer,
  { keyId, tags }: ConfirmInput,
  now: Date,
): Promise<void> {
  const { recipient } = await findPresentKey(env, by.deskId, keyId);
  const own = await listGrantsOfOfficer(env.DB, keyId, by.officerId);
  const open = tags.filter(({ holder, tag }) => {
    const standing = own.find((grant) => grant.holder === holder)?.tag;
    if (standing?.length === 0) return true;
    if (standing?.join() === Array.from(tag).join()) return false;
    throw new AppError('invalid', { fields: ['tags'] });
  });
  if (open.length === 0) return;
  const deskKey = { id: keyId, recipient };
  if (!(await writeTags(env.DB, by, { deskKey, tags: open, now }))) throw new AppError('key_replaced');
}

/** An officer's holders. */
export function holdersOf({ holders }: Pick<DeskOfficerRow, 'holders'>): HolderRecipient[] {
  // Made by the statement, of columns that the migrations check.
  return JSON.parse(holders) as HolderRecipient[];
}

/** Whether two lists name the same holders with the same recipients. */
export function areSame(stored: readonly HolderRecipient[], given: readonly HolderRecipient[]): boolean {
  return (
    stored.length === given.length &&
    stored.every(({ holder, recipient }) =>
      given.some((other) => other.holder === holder && other.recipient === recipient),
    )
  );
}

/** The desk with its present key. @throws AppError `key_replaced` when that is another key */
async function findPresentKey(env: Pick<Env, 'DB'>, deskId: string, keyId: string): Promise<DeskRow> {
  const desk = await findDesk(env.DB, deskId);
  if (desk?.key_id !== keyId) throw new AppError('key_replaced');
  return desk;
}
