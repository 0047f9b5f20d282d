import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { DeskOfficer } from '../audit/write-audited.ts';
import { AppError } from '../errors.ts';
import { resumeSession, SESSION_COOKIE, type SignedIn } from './session.ts';

/** Bindings and variables of routes behind the sign-in. */
export interface StaffContext {
  Bindings: Env;
  Variables: { officer: SignedIn; deskId: string };
}

/**
 * Lets any signed-in officer through.
 *
 * @throws AppError `unauthenticated`
 */
export const requireOfficer = createMiddleware<StaffContext>(async (c, next) => {
  const officer = await officerOf(c);
  if (officer === null) throw new AppError('unauthenticated');
  c.set('officer', officer);
  await next();
});

/**
 * Lets only an intake officer of a desk through.
 *
 * @throws AppError `unauthenticated`, also for a signed-in officer of another role: the desk's routes are not theirs
 */
export const requireDeskOfficer = createMiddleware<StaffContext>(async (c, next) => {
  const officer = await officerOf(c);
  if (officer?.role !== 'intake' || officer.deskId === null) throw new AppError('unauthenticated');
  c.set('officer', officer);
  c.set('deskId', officer.deskId);
  await next();
});

/** Who acts behind `requireDeskOfficer`. */
export function deskOfficer(c: Context<StaffContext>): DeskOfficer {
  return { officerId: c.var.officer.id, deskId: c.var.deskId };
}

/**
 * After `requireDeskOfficer`: lets only those through who were handed the desk's present key. A waiting officer could read
 * nothing, but would tell people that they were read.
 *
 * @throws AppError `key_not_held`
 */
export const requireKey = createMiddleware<StaffContext>(async (c, next) => {
  if (c.var.officer.keyState === 'waiting') throw new AppError('key_not_held');
  await next();
});

/**
 * After `requireDeskOfficer`: lets only those through who hold the desk's present key and have confirmed it.
 *
 * @throws AppError `key_not_held`
 */
export const requireConfirmedKey = createMiddleware<StaffContext>(async (c, next) => {
  if (c.var.officer.keyState !== 'holds') throw new AppError('key_not_held');
  await next();
});

/**
 * Lets only a directory editor through.
 *
 * @throws AppError `unauthenticated`, also for a signed-in officer of another role
 */
export const requireEditor = createMiddleware<StaffContext>(async (c, next) => {
  const officer = await officerOf(c);
  if (officer?.role !== 'editor') throw new AppError('unauthenticated');
  c.set('officer', officer);
  await next();
});

async function officerOf(c: Context<StaffContext>): Promise<SignedIn | null> {
  const token = getCookie(c, SESSION_COOKIE);
  return token === undefined ? null : resumeSession(c.env.DB, token, new Date());
}
