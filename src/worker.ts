/**
 * The Worker: Hono first, Astro last. What holds for both stands here once: the headers, the origin guard for
 * unsafe methods and the body limit. Static files bypass it in production (public/_headers speaks for them).
 */
import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types';
import { type Context, Hono } from 'hono';
import { app } from '../functions/app.ts';
import { copyHeads } from '../functions/audit/copy-heads.ts';
import { sweepReports } from '../functions/directory/sweep-reports.ts';
import { ERROR_STATUS } from '../functions/errors.ts';
import { answerError, errorCodeOf } from '../functions/http/answer-error.ts';
import { guardOrigin } from '../functions/http/guard-origin.ts';
import { limitBody } from '../functions/http/limit-body.ts';
import { sayWhenAgain } from '../functions/http/limit-rate.ts';
import { setSecurityHeaders } from '../functions/http/security-headers.ts';
import { purge } from '../functions/inquiries/purge.ts';
import { sweepSessions } from '../functions/staff/session.ts';
import { drawPage } from './draw-page.ts';

type WorkerContext = Context<{ Bindings: Env }>;

const worker = new Hono<{ Bindings: Env }>();

worker.use(setSecurityHeaders, sayWhenAgain, guardOrigin, limitBody);
worker.route('/', app);
worker.all('*', (c) => renderPage(c));
worker.onError((error, c) =>
  c.req.path.startsWith('/api/') ? answerError(error, c) : answerErrorPage(error, c),
);

export default {
  fetch: worker.fetch,

  /** The cron of wrangler.toml. */
  async scheduled(_controller: ScheduledController, env: Env): Promise<void> {
    const now = new Date();
    try {
      const { stuck } = await purge(env, now);
      if (stuck > 0) console.error(`${stuck} erasures could not be finished`);
      await sweepSessions(env.DB, now);
      await sweepReports(env.DB, now);
    } finally {
      // Whatever else fails: a copy that is not made leaves room for a chain made anew.
      await copyHeads(env, now);
    }
  },
};

async function renderPage(c: WorkerContext): Promise<Response> {
  // The adapter's and Hono's types describe the same runtime objects, each by its own declarations.
  const context = c.executionCtx as unknown as ExecutionContext;
  return await drawPage(c.req.raw, c.env, context);
}

/** The built page for an error, from the static files: rendering must not be needed to say that it failed. */
async function answerErrorPage(error: Error, c: WorkerContext): Promise<Response> {
  const status = ERROR_STATUS[errorCodeOf(error)];
  const page = await c.env.ASSETS.fetch(new URL(`/loi/${status}/`, c.req.url).href);
  const body = page.ok ? await page.text() : '';
  return c.html(body, status);
}
