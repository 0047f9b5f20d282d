/** A desk puts away many requests that are nobody's in one act, and may take them back until they are erased. */
import { hourOf } from '../../domain/hour.ts';
import { shiftDays } from '../../domain/local-day.ts';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import type { DeskOfficer } from '../audit/write-audited.ts';
import { listSetAside, putAside, takeBack } from './set-aside-store.ts';

/** A request that was set aside. */
export interface SetAside {
  id: string;
  receivedHour: string;
  /** The hour from which it is erased. */
  erasedFrom: string;
}

/**
 * Sets requests of the desk aside: they leave the list, read as closed to whoever sent them, and are erased like every
 * closed request. Those of other desks, and those closed already, are left as they are.
 *
 * @returns how many were set aside
 */
export function setAside(
  env: Pick<Env, 'DB'>,
  ids: readonly string[],
  by: DeskOfficer,
  now: Date,
): Promise<number> {
  return putAside(env.DB, { ids, by, now });
}

/**
 * Takes requests back as they were before.
 *
 * @returns how many came back
 */
export function bringBack(
  env: Pick<Env, 'DB'>,
  ids: readonly string[],
  by: DeskOfficer,
  now: Date,
): Promise<number> {
  return takeBack(env.DB, { ids, by, now });
}

/** What the desk has set aside, the latest first (at most 200). */
export async function findSetAside(env: Pick<Env, 'DB'>, deskId: string): Promise<SetAside[]> {
  const rows = await listSetAside(env.DB, deskId);
  return rows.map(({ id, received_hour, closed_hour }) => ({
    id,
    receivedHour: received_hour,
    erasedFrom: hourOf(shiftDays(new Date(closed_hour), RETENTION_DAYS.closed)),
  }));
}
