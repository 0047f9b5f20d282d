import { Hono } from 'hono';
import { AppError } from '../errors.ts';
import { readLatestCopy } from './copy-heads.ts';

/** `/api/audit-heads`: the last copy of the chains' heads, for whoever keeps it elsewhere. */
export const auditRoutes = new Hono<{ Bindings: Env }>().get('/', async (c) => {
  const copy = await readLatestCopy(c.env.AUDIT_HEADS);
  if (copy === null) throw new AppError('not_found');
  return c.json(copy, 200, { 'Cache-Control': 'no-cache' });
});
