/** Draws a page of the Worker with Astro. */
import type { ExecutionContext } from '@cloudflare/workers-types';
import { createApp } from 'astro/app/entrypoint';

/**
 * Whole pages instead of streams: a page that fails halfway is never sent in part, and a stream from Astro's pieces
 * through workerd costs more than these pages gain by it. The adapter's own handler offers no such choice. Unlike it, this
 * one reads no address of the visitor, and it carries no cookie that a page might set: none does.
 */
const app = createApp({ streaming: false });

/**
 * Answers a request that no route of functions/ takes: by a page, by a static file that was asked for in another way than
 * the platform serves it, or by the page that says that there is none.
 *
 * @throws what the page throws, see src/middleware.ts
 */
export async function drawPage(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
  // The development server knows its pages by other means, and its streams are as good as any.
  if (import.meta.env.MODE === 'development') {
    const { handle } = await import('@astrojs/cloudflare/handler');
    return handle(request, env, context);
  }
  const fetchAsset = async (url: string): Promise<Response> =>
    // The runtime's and the browser's types describe the same object, each by its own declarations.
    (await env.ASSETS.fetch(url.replace(/\.html$/, ''))) as unknown as Response;
  const routeData = app.match(request);
  if (routeData === undefined) {
    const asset = await fetchAsset(request.url);
    if (asset.status !== 404) return asset;
  }
  return app.render(request, {
    ...(routeData === undefined ? {} : { routeData }),
    waitUntil: (promise) => context.waitUntil(promise),
    prerenderedErrorPageFetch: fetchAsset,
  });
}
