/** What the operator does with officers, past every desk: see who there is, and lock one out. */
import { deleteOfficer, listOfficers } from './key-store.ts';

/** An officer as the operator sees them. */
export interface RegisteredOfficer {
  id: string;
  name: string;
  role: string;
  /** The desk's slug; null for roles without one. */
  desk: string | null;
  /** UTC ISO 8601. */
  registeredAt: string;
}

/** Every officer who was not removed, by desk and in the order in which they came. */
export async function listRegistered(env: Pick<Env, 'DB'>): Promise<RegisteredOfficer[]> {
  const rows = await listOfficers(env.DB);
  return rows.map(({ created_at: registeredAt, ...officer }) => ({ ...officer, registeredAt }));
}

/**
 * Locks an officer out at once, with the row in the desk's audit chain: signed out, without passkey, key and recipient, the
 * desk's open invites withdrawn. The desk's key stays as it is.
 *
 * @returns false when there is no such officer
 */
export async function lockOut(env: Pick<Env, 'DB'>, officerId: string, now: Date): Promise<boolean> {
  return deleteOfficer(env.DB, officerId, now);
}
