import { LOCAL_ORIGIN, parseSiteOrigin } from '../../domain/site-origin.ts';

/** The origin that this build was made for; tests of single components are built for none. */
export const siteOrigin: string = parseSiteOrigin(import.meta.env.SITE ?? '') ?? LOCAL_ORIGIN;

/** The whole address of a path of the portal. */
export function absoluteUrl(path: string): string {
  return `${siteOrigin}${path}`;
}
