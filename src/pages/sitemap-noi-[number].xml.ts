import { env } from 'cloudflare:workers';
import type { APIRoute } from 'astro';
import { listPlaceAddresses } from '../../functions/directory/list-page-addresses.ts';
import { siteOrigin } from '../meta/absolute-url.ts';
import { sitemapXml } from '../meta/sitemap.ts';
import { xmlResponse } from '../meta/xml.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params }) => {
  const isNumber = /^[1-9]\d{0,3}$/.test(params.number ?? '');
  const places = isNumber ? await listPlaceAddresses(env.DB, Number(params.number)) : [];
  return places.length === 0
    ? new Response(null, { status: 404 })
    : xmlResponse(sitemapXml(places, siteOrigin));
};
