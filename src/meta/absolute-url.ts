import { LOCAL_ORIGIN } from '../../domain/site-origin.ts';

/** The origin that this build was made for; tests of single components are built for none. */
export const siteOrigin: string = new URL(import.meta.env.SITE ?? LOCAL_ORIGIN).origin;

/** The whole address of a path of the portal. */
export function absoluteUrl(path: string): string {
  return `${siteOrigin}${path}`;
}
