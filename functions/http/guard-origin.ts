import type { MiddlewareHandler } from 'hono';
import { AppError } from '../errors.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site's page sent: `Sec-Fetch-Site` must say `same-origin` (Fetch Metadata);
 * a browser without it must send our own `Origin`. A request that carries neither is refused too.
 *
 * @throws AppError `foreign_origin`
 */
export const guardOrigin: MiddlewareHandler = async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site');
    const isOwn =
      site === undefined ? c.req.header('origin') === new URL(c.req.url).origin : site === 'same-origin';
    if (!isOwn) throw new AppError('foreign_origin');
  }
  await next();
};
