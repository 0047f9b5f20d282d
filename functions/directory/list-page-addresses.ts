/** The addresses of the places' pages, for the sitemaps. */
import type { D1Database } from '@cloudflare/workers-types';
import { placePath } from '../../domain/paths.ts';
import { countShownPlaces, readShownPlaces } from './sitemap-store.ts';

/** Places of one sitemap: a tenth of what the protocol allows, so that one is drawn quickly. */
const PLACES_PER_SITEMAP = 5000;

/** A page, and when what it shows was last changed here; null when that is not known. */
export interface PageAddress {
  path: string;
  modifiedAt: string | null;
}

/** How many sitemaps the places fill. */
export async function countPlaceSitemaps(db: D1Database): Promise<number> {
  return Math.ceil((await countShownPlaces(db)) / PLACES_PER_SITEMAP);
}

/** The pages of the places in the sitemap of this number, from 1; none when there are not so many. */
export async function listPlaceAddresses(db: D1Database, number: number): Promise<PageAddress[]> {
  const places = await readShownPlaces(db, PLACES_PER_SITEMAP, (number - 1) * PLACES_PER_SITEMAP);
  return places.map(({ slug, modifiedAt }) => ({ path: placePath(slug), modifiedAt }));
}
