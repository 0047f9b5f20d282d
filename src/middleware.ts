/** What every page of the Worker passes. */
import { defineMiddleware } from 'astro:middleware';
import { placeOf } from '../functions/http/answer-error.ts';

/**
 * Lets no error reach Astro with its message: Astro writes what a page throws to the log whole, and messages of libraries
 * can repeat what they were given. Pages are drawn whole (src/draw-page.ts), so one that fails halfway throws here too.
 */
export const onRequest = defineMiddleware(async ({ isPrerendered }, next) => {
  // At build and under `npm run dev` nobody's words are there, and the whole error helps. Not `DEV`: Vite takes that from
  // NODE_ENV, and a build for which it says something else would log everything.
  if (isPrerendered || import.meta.env.MODE === 'development') return next();
  try {
    return await next();
  } catch (error) {
    const place = new Error('a page failed');
    // What Astro logs.
    place.stack = placeOf(error);
    throw place;
  }
});
