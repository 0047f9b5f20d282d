/** What a person's browser is told to keep while they use the portal. */
import type { Page } from 'playwright-core';
import { withScriptsAllowed } from './browser.ts';

/** All that was noted of one page. */
export interface Traces {
  /** Addresses, referrers, titles, and what scripts gave to history entries. */
  texts: string[];
  /** Every call by which a script would have kept something. */
  kept: string[];
  /** Answers that a cache may keep although their page can hold personal words. */
  cacheable: string[];
  /** Notes what the page and its history say now. */
  look: () => Promise<void>;
}

const PRIVATE = /^\/(yeu-cau|theo-doi|can-bo|api\/(inquiries|staff))(\/|$)/;

/** Watches a page that was not yet used. */
export async function watchTraces(page: Page): Promise<Traces> {
  const texts: string[] = [];
  const kept: string[] = [];
  const cacheable: string[] = [];
  const context = page.context();
  context.on('request', (request) => {
    texts.push(request.url(), request.headers().referer ?? '');
  });
  context.on('response', (response) => {
    const isKept = response.headers()['cache-control'] !== 'no-store' || 'etag' in response.headers();
    if (PRIVATE.test(new URL(response.url()).pathname) && isKept) cacheable.push(response.url());
  });
  await context.exposeBinding('noteTrace', (_source, kind: 'text' | 'kept', what: string) => {
    (kind === 'text' ? texts : kept).push(what);
  });
  await page.addInitScript(tripwires);
  const inspector = await context.newCDPSession(page);
  const look = async (): Promise<void> => {
    const { entries } = await inspector.send('Page.getNavigationHistory');
    texts.push(...entries.flatMap(({ url, userTypedURL, title }) => [url, userTypedURL, title]));
    kept.push(...(await context.cookies()).map(({ name }) => `cookie ${name}`));
    const { state, stores } = await withScriptsAllowed(page, () => page.evaluate(readStores));
    texts.push(state);
    kept.push(...stores);
  };
  return { texts, kept, cacheable, look };
}

/** Runs in the page before its own scripts: notes each call by which something outlives the page. */
function tripwires(): void {
  const tell = (kind: 'text' | 'kept', what: string): void => {
    // The binding that the test has given to the page.
    const { noteTrace } = globalThis as unknown as { noteTrace: (kind: string, what: string) => void };
    noteTrace(kind, what);
  };
  const wire = (target: object | undefined, name: string, kind: 'text' | 'kept'): void => {
    if (target === undefined) return;
    const real: unknown = Reflect.get(target, name);
    if (typeof real !== 'function') return;
    Reflect.set(target, name, function (this: unknown, ...values: unknown[]) {
      tell(kind, `${name} ${values.map((value) => JSON.stringify(value) ?? String(value)).join(' ')}`);
      return Reflect.apply(real, this, values);
    });
  };
  wire(History.prototype, 'pushState', 'text');
  wire(History.prototype, 'replaceState', 'text');
  wire(Storage.prototype, 'setItem', 'kept');
  wire(IDBFactory.prototype, 'open', 'kept');
  wire(globalThis.CacheStorage?.prototype, 'open', 'kept');
  wire(globalThis.ServiceWorkerContainer?.prototype, 'register', 'kept');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', {
    get: () => cookie?.get?.call(document),
    set: (value: string) => tell('kept', `cookie ${value}`),
  });
}

/** Runs in the page: what it and its origin hold. */
async function readStores(): Promise<{ state: string; stores: string[] }> {
  const state = JSON.stringify([document.title, location.href, history.state, history.length, window.name]);
  const stores = [
    ...Object.entries(localStorage).map((entry) => `localStorage ${entry.join(' ')}`),
    ...Object.entries(sessionStorage).map((entry) => `sessionStorage ${entry.join(' ')}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker ${scope}`),
    ...(document.cookie === '' ? [] : [`cookie ${document.cookie}`]),
  ];
  return { state, stores };
}
