/**
 * The JSON API. On Cloudflare Workers `functions/` is just a folder (unlike on Pages): this Hono app, which
 * src/worker.ts mounts before the Astro site.
 */
import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { auditRoutes } from './audit/routes.ts';
import { editingRoutes } from './directory/editing-routes.ts';
import { hsdsRoutes, openApiRoutes } from './directory/hsds/routes.ts';
import { directoryRoutes, placeReportRoutes, suggestionRoutes } from './directory/routes.ts';
import { answerError, errorBody } from './http/answer-error.ts';
import { serveSecurityTxt } from './http/security-txt.ts';
import { inquiryRoutes } from './inquiries/routes.ts';
import { staffRoutes } from './staff/routes.ts';

export const app = new Hono<{ Bindings: Env }>();

app.onError(answerError);
app.use(
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) =>
      c.json(errorBody('method_not_allowed'), 405, { Allow: methods.join(', ') }),
  }),
);
app.get('/api/health', (c) => c.json({ status: 'ok' }));
app.get('/.well-known/security.txt', serveSecurityTxt);
app.route('/api/places', directoryRoutes);
app.route('/api/place-reports', placeReportRoutes);
app.route('/api/hsds', hsdsRoutes);
app.route('/api/openapi.json', openApiRoutes);
// The reference's root path, added to a base address without a closing slash.
app.get('/api/hsds/', (c) => c.redirect('/api/hsds', 308));
app.route('/danh-ba/goi-y', suggestionRoutes);
app.route('/api/audit-heads', auditRoutes);
app.route('/api', inquiryRoutes);
app.route('/api/staff/places', editingRoutes);
app.route('/api/staff', staffRoutes);
app.all('/api/*', (c) => c.json(errorBody('no_such_route'), 404));
