import type { APIRoute } from 'astro';
import indicators from '../../../content/indicators.csv?raw';

/** The indicators as they stand in content/. The byte order mark lets Excel read the Vietnamese letters. */
export const GET: APIRoute = () =>
  new Response(`\uFEFF${indicators.replace(/^\uFEFF/, '')}`, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
