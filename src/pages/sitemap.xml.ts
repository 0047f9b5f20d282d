import { env } from 'cloudflare:workers';
import type { APIRoute } from 'astro';
import { communesSitemapPath, pagesSitemapPath, placesSitemapPath } from '../../domain/paths.ts';
import { countPlaceSitemaps } from '../../functions/directory/list-page-addresses.ts';
import { siteOrigin } from '../meta/absolute-url.ts';
import { sitemapIndexXml } from '../meta/sitemap.ts';
import { xmlResponse } from '../meta/xml.ts';

export const prerender = false;

/** The sitemaps stand beside this list: one in a folder could name the pages of that folder only. */
export const GET: APIRoute = async () => {
  const count = await countPlaceSitemaps(env.DB);
  const places = Array.from({ length: count }, (_, index) => placesSitemapPath(index + 1));
  return xmlResponse(sitemapIndexXml([pagesSitemapPath(), ...places, communesSitemapPath()], siteOrigin));
};
