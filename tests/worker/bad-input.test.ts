import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeToken } from '../../domain/derive.ts';
import { app } from '../../functions/app.ts';
import { apiErrors } from '../../words/vi.ts';
import { cardGrant, invite, openInvite, openSignIn, register } from './registration.ts';
import {
  countRows,
  eraseKeyNames,
  get,
  makePerson,
  makeTestDesk,
  ORIGIN,
  openOwn,
  sealedBody,
  sealedMessage,
  sendRequest,
} from './sealed-journey.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Stands in every made-up value; it may come back in no answer and in no log. */
const MARK = 'dau-vet-7f3a';

/** A route that takes a body, with a body that it takes. */
interface Route {
  path: string;
  cookie?: string;
  body: Record<string, Json>;
}

/** Every route of the API that takes a body. */
const routes: Record<string, () => Promise<Route>> = {
  '/api/inquiries': async () => ({
    path: '/api/inquiries',
    body: await sealedBody(await makePerson(), await makeTestDesk()),
  }),
  '/api/inquiries/saved': () => ofPerson('saved'),
  '/api/inquiries/open': () => ofPerson('open'),
  '/api/inquiries/withdraw': () => ofPerson('withdraw'),
  '/api/inquiries/messages': async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const message = await sealedMessage(person, desk, { from: 'person' });
    return { path: '/api/inquiries/messages', body: { lookup: person.lookup, ...message } };
  },
  '/api/inquiries/contact': async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const message = await sealedMessage(person, desk, { from: 'person' });
    return {
      path: '/api/inquiries/contact',
      body: { lookup: person.lookup, ...message, contact: message.sealed },
    };
  },
  '/api/staff/invites/open': async () => ({
    path: '/api/staff/invites/open',
    body: { token: await invite(await makeTestDesk()) },
  }),
  '/api/staff/register': async () => {
    const desk = await makeTestDesk();
    const token = await invite(desk);
    const authenticator = await SoftwareAuthenticator.make();
    const credential = await authenticator.create({ challenge: await openInvite(token) });
    return {
      path: '/api/staff/register',
      body: { token, credential, grants: [(await cardGrant(desk)).grant] },
    };
  },
  '/api/staff/sign-in': async () => {
    const { authenticator } = await register(await makeTestDesk());
    return {
      path: '/api/staff/sign-in',
      body: { credential: await authenticator.get({ challenge: await openSignIn() }) },
    };
  },
  '/api/staff/inquiries/:id/contact': () => ofDesk('contact'),
  '/api/staff/inquiries/:id/messages': () => ofDesk('messages'),
};

async function ofPerson(route: string): Promise<Route> {
  const person = await sendRequest(await makeTestDesk());
  return { path: `/api/inquiries/${route}`, body: { lookup: person.lookup } };
}

async function ofDesk(route: 'contact' | 'messages'): Promise<Route> {
  const desk = await makeTestDesk();
  const person = await sendRequest(desk);
  const { cookie } = await register(desk);
  const { id = '' } = (await openOwn(person)) ?? {};
  const body =
    route === 'contact' ? { reason: 'call-as-asked' } : await sealedMessage(person, desk, { from: 'desk' });
  return { path: `/api/staff/inquiries/${id}/${route}`, cookie, body };
}

function send(route: Route, body: string, type: string | null = 'application/json'): Promise<Response> {
  const headers = new Headers(route.cookie === undefined ? {} : { cookie: route.cookie });
  if (type !== null) headers.set('content-type', type);
  // As bytes: a text body would get a content type of its own.
  const bytes = new TextEncoder().encode(body);
  return Promise.resolve(
    app.request(`${ORIGIN}${route.path}`, { method: 'POST', headers, body: bytes }, env),
  );
}

/** What the stores hold, as counts: a refused body may change none of them. */
async function counts(): Promise<string> {
  const tables = ['inquiry', 'message', 'status_event', 'officer', 'passkey', 'session', 'desk_key_grant'];
  const columns = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
  const row = await env.DB.prepare(`SELECT ${columns.join()}`).first();
  return JSON.stringify({ ...row, keys: (await eraseKeyNames()).length });
}

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

/** Every path to a value of a body, its parents included. */
function pathsOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const own = path.length === 0 ? [] : [path];
  if (Array.isArray(value)) return [...own, ...value.flatMap((item, at) => pathsOf(item, [...path, at]))];
  if (typeof value === 'object' && value !== null)
    return [...own, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
  return own;
}

/** The body with the value at a path replaced; left out where the replacement is undefined. */
function replaceAt(value: Json, [key, ...rest]: (string | number)[], by: Json | undefined): Json {
  if (key === undefined) return by ?? null;
  const copy: Json = structuredClone(value);
  if (typeof copy !== 'object' || copy === null) return copy;
  const holder = copy as Record<string | number, Json>;
  const child = holder[key];
  if (rest.length > 0 && child !== undefined) holder[key] = replaceAt(child, rest, by);
  else if (by !== undefined) holder[key] = by;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

const strange: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<(Json | undefined)[]>(
    undefined,
    null,
    0,
    -1,
    1e308,
    true,
    '',
    ' ',
    [],
    {},
    MARK,
    `${MARK}\u0000`,
    `${MARK}\ud800`,
    MARK.repeat(3000),
    `' OR 1=1 -- ${MARK}`,
    [MARK],
    { [MARK]: MARK },
    { toString: MARK },
    Array.from({ length: 2000 }, () => MARK),
    btoa(MARK),
    `${makeToken().slice(0, 42)}=`,
    `age1${'q'.repeat(58)}`,
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCg',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue().map((value) => value as Json),
  fc.base64String({ maxLength: 200 }),
);

describe.each(Object.keys(routes))('%s', (name) => {
  const make = routes[name] ?? (() => Promise.reject(new Error('no such route')));

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/merge-patch+json',
    '',
    null,
  ])('takes JSON alone and not %j', async (type) => {
    const route = await make();
    const before = await counts();

    const response = await send(route, JSON.stringify(route.body), type);

    expect(response.status).toBe(415);
    expect(await response.json()).toEqual({
      error: { code: 'unsupported_type', message: apiErrors.unsupported_type },
    });
    expect(await counts()).toBe(before);
  });

  it('takes JSON with a charset', async () => {
    const route = await make();

    const response = await send(route, JSON.stringify(route.body), 'Application/JSON; charset=utf-8');

    expect(response.status).toBeLessThan(300);
  });

  it.each(['', '{', `{"${MARK}"`, 'undefined', "{'a':1}", `${MARK}`, '\u0000', '{"a":1}}'])(
    'names what is no JSON: %j',
    async (body) => {
      const response = await send(await make(), body);

      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: { code: 'bad_json', message: apiErrors.bad_json } });
    },
  );

  it.each([
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
  ])('refuses JSON of another shape', async (body) => {
    const route = await make();
    const before = await counts();

    const response = await send(route, body);
    const text = await response.text();

    expect(response.status).toBe(422);
    expect(text).toContain('"code":"invalid"');
    expect(text).not.toContain(MARK);
    expect(await counts()).toBe(before);
  });

  it('names each field that is missing, or of another type, and no value', async () => {
    const route = await make();
    const before = await counts();
    for (const field of Object.keys(route.body)) {
      for (const value of [undefined, null, 7, [], MARK.repeat(1000)]) {
        const response = await send(route, JSON.stringify({ ...route.body, [field]: value }));
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
    expect(await counts()).toBe(before);
  });

  it('refuses a field that it does not know without repeating its name', async () => {
    const route = await make();
    const before = await counts();

    const response = await send(route, JSON.stringify({ ...route.body, [MARK]: 1 }));

    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain(MARK);
    expect(await counts()).toBe(before);
  });

  it('answers 200 mutated bodies without failing, writing a part or repeating a word', async () => {
    const route = await make();
    const paths = pathsOf(route.body);
    const before = await counts();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...paths), strange), { minLength: 1, maxLength: 3 }),
        async (changes) => {
          const mutated = changes.reduce<Json>((body, [path, by]) => replaceAt(body, path, by), route.body);
          fc.pre(JSON.stringify(mutated) !== JSON.stringify(route.body));

          const response = await send(route, JSON.stringify(mutated));
          const text = await response.text();

          expect(response.status).toBeGreaterThanOrEqual(400);
          expect(response.status).toBeLessThan(500);
          expect(text).not.toContain(MARK);
          expect(text).not.toContain(btoa(MARK));
          expect(await counts()).toBe(before);
          // What is logged is an unexpected error: no input may cause one.
          expect(logged).toEqual([]);
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  }, 60_000);
});

describe('an unexpected error', () => {
  it('is logged by its stack, with nothing of what was sent', async () => {
    const route = await ofPerson('open');
    const person = await makePerson();
    const DB = {
      withSession: () => {
        throw new Error('database down');
      },
    };

    const response = await app.request(
      `${ORIGIN}${route.path}`,
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
    ...Object.keys(routes)
      .filter((path) => !path.includes(':id'))
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
