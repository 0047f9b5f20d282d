/** When a desk takes requests. */
import { shiftDays } from './local-day.ts';

/** Who can run a desk, in the order in which desks are offered: health and civil desks first. */
export const OPERATOR_KINDS = ['health', 'civil', 'commune', 'private', 'police'] as const;

export type OperatorKind = (typeof OPERATOR_KINDS)[number];

/** Those to whom a person can turn without meeting the state's power first: they are offered before all others. */
const FIRST_KINDS: readonly OperatorKind[] = ['health', 'civil'];

/** Whether desks of this kind stand before all others, wherever they are. */
export function standsFirst({ operatorKind }: { operatorKind: OperatorKind }): boolean {
  return FIRST_KINDS.includes(operatorKind);
}

/** Desks by who runs them, those of one kind in the order given. */
export function orderByKind<T extends { operatorKind: OperatorKind }>(desks: readonly T[]): T[] {
  const place = ({ operatorKind }: T): number => OPERATOR_KINDS.indexOf(operatorKind);
  return [...desks].sort((a, b) => place(a) - place(b));
}

/**
 * The desk to which a complaint about another one goes: never that one itself.
 *
 * @param desks those that take complaints, in the order in which they are chosen
 * @param told the id of the one that the person has read of: it stays theirs for as long as it takes complaints
 * @returns null when there is none
 */
export function chooseComplaintDesk<T extends { id: string }>(
  desks: readonly T[],
  { about, told }: { about: string; told: string | null },
): T | null {
  const others = desks.filter(({ id }) => id !== about);
  return others.find(({ id }) => id === told) ?? others[0] ?? null;
}

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
