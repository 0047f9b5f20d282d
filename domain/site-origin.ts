/** The address of the portal as the build knows it: what canonical links, the sitemaps and previews are built on. */

/** The address of a build for which nobody named one. */
export const LOCAL_ORIGIN = 'http://localhost:8787';

/**
 * The origin that an address names: `https:` and a host, and nothing behind it; `http:` for this machine alone.
 *
 * @returns the origin without a closing slash; null for anything else
 */
export function parseSiteOrigin(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || (text !== url.origin && text !== `${url.origin}/`)) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocalOrigin(url.origin))
    ? url.origin
    : null;
}

/** Whether an origin names whichever machine reads it, so that nobody else can follow a link there. */
export function isLocalOrigin(origin: string): boolean {
  return new URL(origin).hostname === 'localhost';
}
