import { createMiddleware } from 'hono/factory';

type SecurityConfig = Pick<Env, 'SECURITY_CONTACT' | 'SECURITY_EXPIRES'>;

/** Mail, a page or a telephone number (RFC 9116, 2.5.3), in one line. */
const CONTACT = /^(?:mailto:[^\s@,]+@[^\s@,]+|https:\/\/[^\s,]+|tel:\+?[\d-]+)$/;

/** A moment with its zone (RFC 3339), as `Expires` needs it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Where weaknesses are reported, from the operator's configuration.
 *
 * @returns null when no address is configured, when it or its date cannot be read, and once the date is over: an
 *   address that nobody has confirmed since may be read by somebody else
 */
export function securityContact(
  { SECURITY_CONTACT: contact, SECURITY_EXPIRES: expires }: SecurityConfig,
  now: Date,
): string | null {
  if (!CONTACT.test(contact) || !MOMENT.test(expires)) return null;
  // A day that no calendar has gives NaN, which is not later than now either.
  return Date.parse(expires) > now.getTime() ? contact : null;
}

/** `/.well-known/security.txt` (RFC 9116): where to report a weakness; null where there is no such address. */
export function securityTxt(config: SecurityConfig, origin: string, now: Date): string | null {
  const contact = securityContact(config, now);
  if (contact === null) return null;
  return [
    `Contact: ${contact}`,
    `Expires: ${config.SECURITY_EXPIRES}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}

/** Answers with the file; where there is none the site says so as of every other page. */
export const serveSecurityTxt = createMiddleware<{ Bindings: Env }>(async (c, next) => {
  const text = securityTxt(c.env, new URL(c.req.url).origin, new Date());
  if (text === null) return next();
  return c.text(text, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
});
