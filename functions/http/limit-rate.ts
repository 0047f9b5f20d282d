/**
 * The brake: asks the platform whether one sender sends too often. No other file reads a client's address, and this one
 * hands it to the platform's own counter and forgets it.
 *
 * In Việt Nam thousands of phones share one address, so nobody is refused by it: whoever is braked hears to try again in
 * a minute, and what they typed stays. The counters are kept by each of Cloudflare's locations for itself
 * (developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit): they slow a flood down and stop none.
 */
import type { RateLimit } from '@cloudflare/workers-types';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors.ts';

/** The brakes of wrangler.toml, where their limits stand. */
export type BrakeName = 'BRAKE_SENDING' | 'BRAKE_CODES' | 'BRAKE_STAFF';

/**
 * Counts one request against a brake.
 *
 * @throws AppError `slow_down`
 */
export type Brake = (name: BrakeName) => Promise<void>;

/** What a sender is told to wait, in seconds: the period of every brake. */
export const BRAKE_SECONDS = 60;

/** The brakes for the sender of a request. */
export function brakeFor(env: Pick<Env, BrakeName>, request: Request): Brake {
  const sender = senderOf(request.headers.get('cf-connecting-ip'));
  return async (name) => {
    if (sender !== null && !(await mayGoOn(env[name], sender))) throw new AppError('slow_down');
  };
}

/** For operations that no request of a stranger leads to: nothing is counted. */
export const noBrake: Brake = () => Promise.resolve();

/** Brakes a route of the API. @throws AppError `slow_down` */
export const limitRate = (name: BrakeName) =>
  createMiddleware<{ Bindings: Env }>(async (c, next) => {
    await brakeFor(c.env, c.req.raw)(name);
    await next();
  });

/** Tells programs how long to wait, in the header made for it (RFC 9110, 10.2.3). */
export const sayWhenAgain = createMiddleware(async (c, next) => {
  await next();
  if (c.res.status === 429) c.header('Retry-After', String(BRAKE_SECONDS));
});

/**
 * An address as it is counted: IPv4 whole, IPv6 by the 64 bits that one connection has to itself (RFC 6177).
 *
 * @returns null where nothing can be told apart: no address, or the loopback of a developer's machine
 */
export function senderOf(address: string | null): string | null {
  if (address === null || address === '' || address === '::1' || address.startsWith('127.')) return null;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

async function mayGoOn(limiter: RateLimit, key: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key })).success;
  } catch {
    // A brake that does not answer holds nobody up: a person in need weighs more than a flood.
    return true;
  }
}
