/** When a desk takes requests. */
import { shiftDays } from './local-day.ts';

/** A desk that nobody opened for this many days takes no new requests. */
export const DESK_IDLE_DAYS = 14;

/** Requests to one desk within an hour from which on senders are told that answers may be slow; it stays open. */
export const BUSY_REQUESTS = 20;

/**
 * Whether a desk takes new requests: an officer can open its key, and somebody opened its box lately (a new desk is
 * given the same time to be opened first).
 *
 * @param desk `isHeld`: an officer holds the key and has confirmed it; a recovery sheet alone is nobody who reads
 */
export function isDeskOpen(
  desk: { isHeld: boolean; createdAt: string; lastOpenedAt: string | null },
  now: Date,
): boolean {
  const lastCare = Date.parse(desk.lastOpenedAt ?? desk.createdAt);
  return desk.isHeld && lastCare > deskIdleSince(now).getTime();
}

/** The moment after which somebody must have opened a desk's box for it to take requests. */
export function deskIdleSince(now: Date): Date {
  return shiftDays(now, -DESK_IDLE_DAYS);
}
