import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../functions/app.ts';
import { apiErrors } from '../../words/vi.ts';
import { type ApiRequest, apiRequests, send } from './api-routes.ts';
import { MARK } from './mutate.ts';
import { register } from './registration.ts';
import { countRows, get, makePerson, makeTestDesk, ORIGIN, sendRequest } from './sealed-journey.ts';
import { countEverything } from './whole-rows.ts';

/** The person's and the desk's routes that take a body. */
const routes = Object.entries(apiRequests).filter(
  ([route]) => /^POST .*(inquiries|invites|register|sign-in$)/.test(route) && !route.endsWith('/close'),
);

const pathOf = (route: string) => route.replace('POST ', '');

/** Posts a text as a body. */
const post = (request: ApiRequest, text: string, type?: string | null) =>
  send('POST', request, type === undefined ? { text } : { text, type });

const otherTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/merge-patch+json',
  '',
  null,
];

const noJson = ['', '{', `{"${MARK}"`, 'undefined', "{'a':1}", `${MARK}`, '\u0000', '{"a":1}}'];

const otherShapes = [
  'null',
  '[]',
  '0',
  '""',
  'true',
  '{}',
  `"${MARK}"`,
  `[${'['.repeat(9000)}${']'.repeat(9000)}]`,
  `{"__proto__":{"lookup":"${MARK}"}}`,
  `{"constructor":{"prototype":{"${MARK}":1}}}`,
];

/** What the code under test logged. */
let logged: unknown[][] = [];

beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    logged.push(words);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(routes)('%s', (_name, make) => {
  it('takes JSON alone and no other type of content', async () => {
    const route = await make();
    const before = await countEverything(env);
    for (const type of otherTypes) {
      const response = await post(route, JSON.stringify(route.body), type);

      expect({ type, status: response.status, ...((await response.json()) as object) }).toEqual({
        type,
        status: 415,
        error: { code: 'unsupported_type', message: apiErrors.unsupported_type },
      });
    }
    expect(await countEverything(env)).toEqual(before);
  });

  it('takes JSON with a charset', async () => {
    const route = await make();

    const response = await post(route, JSON.stringify(route.body), 'Application/JSON; charset=utf-8');

    expect(response.status).toBeLessThan(300);
  });

  it('names what is no JSON', async () => {
    const route = await make();
    const before = await countEverything(env);
    for (const body of noJson) {
      const response = await post(route, body);

      expect({ body, status: response.status, ...((await response.json()) as object) }).toEqual({
        body,
        status: 400,
        error: { code: 'bad_json', message: apiErrors.bad_json },
      });
    }
    expect(await countEverything(env)).toEqual(before);
  });

  it('refuses JSON of another shape', async () => {
    const route = await make();
    const before = await countEverything(env);
    for (const body of otherShapes) {
      const response = await post(route, body);
      const text = await response.text();

      expect({ body, status: response.status }).toEqual({ body, status: 422 });
      expect(text).toContain('"code":"invalid"');
      expect(text).not.toContain(MARK);
    }
    expect(await countEverything(env)).toEqual(before);
  });

  it('names each field that is missing, or of another type, and no value', async () => {
    const route = await make();
    const before = await countEverything(env);
    for (const field of Object.keys(route.body ?? {})) {
      for (const value of [undefined, null, 7, [], MARK.repeat(1000)]) {
        const response = await post(route, JSON.stringify({ ...route.body, [field]: value }));
        const { error } = (await response.json()) as { error: { code: string; fields?: string[] } };
        if (Array.isArray(value) && field === 'grants') continue;
        const named = error.fields?.some((path) => path === field || path.startsWith(`${field}.`));

        expect({ field, value, status: response.status, named }).toEqual({
          field,
          value,
          status: 422,
          named: true,
        });
        expect(JSON.stringify(error)).not.toContain(MARK);
      }
    }
    expect(await countEverything(env)).toEqual(before);
  });

  it('refuses a field that it does not know without repeating its name', async () => {
    const route = await make();
    const before = await countEverything(env);

    const response = await post(route, JSON.stringify({ ...route.body, [MARK]: 1 }));

    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain(MARK);
    expect(await countEverything(env)).toEqual(before);
  });
});

describe('an unexpected error', () => {
  it('is logged by its stack, with nothing of what was sent', async () => {
    const person = await makePerson();
    const DB = {
      withSession: () => {
        throw new Error(`database down\n    at ${person.lookup} (typed.ts:1:1)`);
      },
    };

    const response = await app.request(
      `${ORIGIN}/api/inquiries/open`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ lookup: person.lookup }),
      },
      { ...env, DB },
    );
    const text = await response.text();

    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toEqual({ error: { code: 'internal', message: apiErrors.internal } });
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).toMatch(/Error\\n {4}at .*\.ts:\d+:\d+/);
    expect(JSON.stringify(logged)).not.toContain(person.lookup);
  });
});

describe('a route that is not there', () => {
  it.each(['/api/khong-co', '/api', '/api/', '/api/inquiries/khong-co', '/api/staff', '/api/health/'])(
    '%s is answered in JSON',
    async (path) => {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const response = await app.request(`${ORIGIN}${path}?${MARK}`, { method }, env);
        const text = await response.text();

        expect([path, method, response.status]).toEqual([path, method, 404]);
        expect(JSON.parse(text)).toEqual({
          error: { code: 'no_such_route', message: apiErrors.no_such_route },
        });
      }
    },
  );
});

describe('a method that a route does not take', () => {
  it.each([
    ...routes
      .map(([route]) => pathOf(route))
      .filter((path) => !path.startsWith('/api/staff/inquiries'))
      .map((path) => [path, 'POST'] as const),
    ['/api/staff/sign-in/options', 'POST'] as const,
    ['/api/staff/sign-out', 'POST'] as const,
    ['/api/desks', 'GET, HEAD'] as const,
    ['/api/health', 'GET, HEAD'] as const,
  ])('%s names the methods that it takes: %s', async (path, allowed) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      if (allowed.includes(method)) continue;
      const response = await app.request(`${ORIGIN}${path}`, { method }, env);

      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allowed]);
      expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
    }
  });

  it.each([
    ['contact', 'POST'],
    ['messages', 'POST'],
  ])("the officer's %s as well, once signed in", async (act, allowed) => {
    const { cookie } = await register(await makeTestDesk());

    const response = await get(`/api/staff/inquiries/x/${act}`, cookie);

    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
  });
});

describe('an id in the path that is none', () => {
  it.each(['khong-co', '%00', '..%2f..%2f', "'%20OR%201=1%20--", 'a'.repeat(5000)])(
    'is not found: %s',
    async (id) => {
      const desk = await makeTestDesk();
      await sendRequest(desk);
      const { cookie } = await register(desk);

      const response = await get(`/api/staff/inquiries/${id}`, cookie);

      expect(response.status).toBe(404);
      expect(await countRows('status_event')).toBe(1);
    },
  );
});
