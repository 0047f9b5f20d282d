import type { MiddlewareHandler } from 'hono';

/**
 * The headers of every answer. public/_headers repeats them for static files, which bypass the Worker; a test
 * keeps the two equal.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not no-referrer: with it browsers send `Origin: null`, and our own forms would be refused.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), geolocation=(self), publickey-credentials-create=(self), publickey-credentials-get=(self)',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};

/** Paths whose pages can hold personal words or codes. */
const PRIVATE_PATHS = /^\/(?:yeu-cau|theo-doi|can-bo|api\/(?:inquiries|staff))(?:\/|$)/;

/** Sets the headers of the Worker's own answers, and keeps private ones out of every cache and index. */
export const setSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
  if (PRIVATE_PATHS.test(c.req.path)) {
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex, nofollow');
  }
};
