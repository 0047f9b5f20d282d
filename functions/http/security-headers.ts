import type { MiddlewareHandler } from 'hono';

/** The one page that asks where the visitor is, when its button is pressed. */
const PAGE_WITH_POSITION = '/danh-ba/';

/**
 * The headers of every answer. public/_headers repeats them for static files, which bypass the Worker; a test
 * keeps the two equal. `securityHeadersOf` says what differs for one page.
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
    'camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), geolocation=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};

/** The pictures of link previews, which other sites show beside a link to ours. */
const PICTURES = /^\/the\//;

/** The headers of the answer at a path. */
export function securityHeadersOf(path: string): Readonly<Record<string, string>> {
  if (PICTURES.test(path)) return { ...SECURITY_HEADERS, 'Cross-Origin-Resource-Policy': 'cross-origin' };
  if (path !== PAGE_WITH_POSITION) return SECURITY_HEADERS;
  const policy = SECURITY_HEADERS['Permissions-Policy'] ?? '';
  return {
    ...SECURITY_HEADERS,
    'Permissions-Policy': policy.replace('geolocation=()', 'geolocation=(self)'),
  };
}

/** Paths whose pages can hold personal words or codes. */
const PRIVATE_PATHS = /^\/(?:yeu-cau|theo-doi|can-bo|tim-kiem|api\/(?:inquiries|staff))(?:\/|$)/;

/** Sets the headers of the Worker's own answers, and keeps private ones out of every cache and index. */
export const setSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { path } = c.req;
  // Hono makes a new answer for each header set on a finished one: one is enough to make it ours to change.
  c.header('X-Content-Type-Options', 'nosniff');
  const { headers } = c.res;
  for (const [name, value] of Object.entries(securityHeadersOf(path))) headers.set(name, value);
  if (PRIVATE_PATHS.test(path)) {
    headers.set('Cache-Control', 'no-store');
    headers.set('X-Robots-Tag', 'noindex, nofollow');
  }
};
