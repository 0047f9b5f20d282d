import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { app } from '../../functions/app.ts';
import { apiRequests } from './api-routes.ts';
import { ORIGIN } from './sealed-journey.ts';

/** What a request tells of who sent it and from where; on Cloudflare and behind other proxies. */
const TELLING = [
  'cf-connecting-ip',
  'cf-connecting-ipv6',
  'cf-ipcity',
  'cf-ipcountry',
  'cf-iplatitude',
  'cf-iplongitude',
  'cf-pseudo-ipv4',
  'cf-ray',
  'forwarded',
  'referer',
  'true-client-ip',
  'user-agent',
  'x-forwarded-for',
  'x-real-ip',
];

/** Which headers were read, and by whom. */
interface Reading {
  name: string;
  isByRateLimiter: boolean;
}

/** A request whose headers tell what is read of them; reading all at once counts as reading each. */
function watched(request: Request): { request: Request; readings: Reading[] } {
  const readings: Reading[] = [];
  const note = (name: string) =>
    readings.push({
      name: name.toLowerCase(),
      isByRateLimiter: (new Error('where').stack ?? '').includes('functions/http/limit-rate.ts'),
    });
  const headers = new Proxy(request.headers, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]) => {
        const [name] = values;
        if (typeof name === 'string') note(name);
        else for (const [each] of target) note(each);
        return value.apply(target, values);
      };
    },
  });
  Object.defineProperty(request, 'headers', { value: headers });
  return { request, readings };
}

describe.each(Object.entries(apiRequests))('%s', (route, make) => {
  it('reads nothing that tells who asks, but for the rate limiter', async () => {
    const [method = ''] = route.split(' ');
    const { path, cookie, body, vars } = await make();
    const headers = new Headers(Object.fromEntries(TELLING.map((name) => [name, '203.0.113.7'])));
    headers.set('content-type', 'application/json');
    if (cookie !== undefined) headers.set('cookie', cookie);
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const { request, readings } = watched(new Request(`${ORIGIN}${path}`, init));

    const response = await app.fetch(request, { ...env, ...vars });

    expect(response.status).toBeLessThan(400);
    expect(
      readings.filter(({ name, isByRateLimiter }) => TELLING.includes(name) && !isByRateLimiter),
    ).toEqual([]);
    expect(readings.some(({ name }) => name === 'content-type')).toBe(body !== undefined);
    // Nothing that a route answers repeats it either.
    expect(JSON.stringify([...response.headers]) + (await response.text())).not.toContain('203.0.113.7');
  });
});
