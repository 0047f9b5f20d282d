import type { APIRoute } from 'astro';
import { siteOrigin } from '../meta/absolute-url.ts';
import { robotsTxt } from '../meta/robots.ts';

export const GET: APIRoute = () =>
  new Response(robotsTxt(siteOrigin), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
