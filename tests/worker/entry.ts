// What `exports.default` is in the worker tests: the Hono app alone, without Astro's pages.
export { app as default } from '../../functions/app.ts';
