/** Sitemaps as https://www.sitemaps.org/protocol.html describes them. */
import { textElement, xmlDocument } from './xml.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** "No more than 50,000 URLs" in a sitemap, and no more sitemaps in an index. */
export const MOST_ENTRIES = 50_000;

/** A page of the portal. */
export interface SitemapEntry {
  path: string;
  /** The ISO day or moment of the last change that is known of; null when none is. */
  modifiedAt: string | null;
}

/**
 * A sitemap of pages. Of the optional elements only `lastmod` is written, and only where it is known.
 *
 * @throws when there are more pages than a sitemap may have
 */
export function sitemapXml(entries: readonly SitemapEntry[], origin: string): string {
  refuseTooMany(entries.length);
  const urls = entries.map(({ path, modifiedAt }) => {
    const lastmod = modifiedAt === null ? '' : textElement('lastmod', modifiedAt);
    return `<url>${textElement('loc', `${origin}${path}`)}${lastmod}</url>`;
  });
  return xmlDocument('urlset', NAMESPACE, urls);
}

/** The list of the sitemaps at these paths. */
export function sitemapIndexXml(paths: readonly string[], origin: string): string {
  refuseTooMany(paths.length);
  const sitemaps = paths.map((path) => `<sitemap>${textElement('loc', `${origin}${path}`)}</sitemap>`);
  return xmlDocument('sitemapindex', NAMESPACE, sitemaps);
}

function refuseTooMany(count: number): void {
  if (count > MOST_ENTRIES) throw new Error(`a sitemap holds at most ${MOST_ENTRIES} addresses`);
}
