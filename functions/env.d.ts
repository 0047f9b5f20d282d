// The bindings of wrangler.toml, declared once. Types are imported one by one because the whole of
// @cloudflare/workers-types would clash with the DOM types that src/client needs.
interface Env {
  /** The one database. */
  DB: import('@cloudflare/workers-types').D1Database;
  /** Holds one object for each request's erase key; deleting it is what makes erasure real. */
  ERASE_KEYS: import('@cloudflare/workers-types').R2Bucket;
  /** Holds copies of the audit chains' heads, outside the database that holds the chains. */
  AUDIT_HEADS: import('@cloudflare/workers-types').R2Bucket;
  /** The built static files. */
  ASSETS: import('@cloudflare/workers-types').Fetcher;
  /** Brakes on senders; functions/http/limit-rate.ts reads them. */
  BRAKE_SENDING: import('@cloudflare/workers-types').RateLimit;
  BRAKE_CODES: import('@cloudflare/workers-types').RateLimit;
  BRAKE_STAFF: import('@cloudflare/workers-types').RateLimit;
  /** The WebAuthn relying party ID: a domain name. */
  RP_ID: string;
  /** Where weaknesses are reported (SECURITY.md), and until when; empty as long as nobody reads there. */
  SECURITY_CONTACT: string;
  SECURITY_EXPIRES: string;
}

declare module 'cloudflare:workers' {
  export const env: Env;
}
