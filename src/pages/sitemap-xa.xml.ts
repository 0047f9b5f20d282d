import { env } from 'cloudflare:workers';
import type { APIRoute } from 'astro';
import { listUnitAddresses } from '../../functions/directory/list-page-addresses.ts';
import { siteOrigin } from '../meta/absolute-url.ts';
import { sitemapXml } from '../meta/sitemap.ts';
import { xmlResponse } from '../meta/xml.ts';

export const prerender = false;

export const GET: APIRoute = async () => xmlResponse(sitemapXml(await listUnitAddresses(env.DB), siteOrigin));
