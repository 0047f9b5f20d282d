/** What every page of the Worker passes. */
import { defineMiddleware } from 'astro:middleware';
import { placeOf } from '../functions/http/answer-error.ts';

/**
 * Finishes a page before its first byte leaves, and lets no error reach Astro with its message: Astro writes what a page
 * throws to the log whole, and messages of libraries can repeat what they were given. A page that fails halfway is the
 * page for errors then, not half a page that says it went well.
 */
export const onRequest = defineMiddleware(async ({ isPrerendered }, next) => {
  // At build and under `npm run dev` nobody's words are there, and the whole error helps. Not `DEV`: Vite takes that from
  // NODE_ENV, and a build for which it says something else would log everything.
  if (isPrerendered || import.meta.env.MODE === 'development') return next();
  try {
    const response = await next();
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    return isPage ? new Response(await response.text(), response) : response;
  } catch (error) {
    const place = new Error('a page failed');
    // What Astro logs.
    place.stack = placeOf(error);
    throw place;
  }
});
