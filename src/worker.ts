import { handle } from '@astrojs/cloudflare/handler';
import { Hono } from 'hono';

const app = new Hono<{ Bindings: Env }>();
app.get('/api/health', (c) => c.json({ status: 'ok' }));
app.all('*', (c) => handle(c.req.raw, c.env, c.executionCtx) as unknown as Promise<Response>);

export default { fetch: app.fetch };
