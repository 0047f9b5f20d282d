import { sitemapPath } from '../../domain/paths.ts';
import { isLocalOrigin } from '../../domain/site-origin.ts';

/**
 * The robots.txt (RFC 9309) of a build for this origin. A build that knows no address of its own is a trial: its
 * canonical links lead nowhere, so search engines are asked to stay away.
 *
 * Pages that can hold personal words, and error pages, say noindex themselves. They are not listed under Disallow: a
 * crawler that may not fetch a page never sees its noindex, and the list would point at the doors.
 */
export function robotsTxt(origin: string): string {
  if (isLocalOrigin(origin)) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nDisallow: /api/\n\nSitemap: ${origin}${sitemapPath()}\n`;
}
