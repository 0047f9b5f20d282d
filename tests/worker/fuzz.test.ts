import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { type ApiRequest, apiRequests, apiRoutes, type Change, send } from './api-routes.ts';
import { changes, MARK, mutate, strangeText } from './mutate.ts';
import { recordCalls } from './tapped-env.ts';
import { changeBetween, countEverything, partialRows } from './whole-rows.ts';

const { runs, seed } = inject('fuzz');

/** Some ten milliseconds a run, and far more on a busy machine. */
const TIMEOUT_MS = Math.max(60_000, runs * 200);

/** What the code under test logged. */
let logged: unknown[][] = [];

beforeEach(() => {
  logged = [];
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => {
      logged.push(words);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Whether a change is what a request may cause that was answered with this status. */
function isAllowed(change: Change, request: ApiRequest, status: number): boolean {
  const rest = Object.fromEntries(
    Object.entries(change).filter(([table]) => status >= 400 || !request.loose?.includes(table)),
  );
  if (Object.keys(rest).length === 0) return true;
  const allowed = (status < 400 ? request.changes : request.refusalChanges) ?? [];
  return allowed.some((set) => JSON.stringify(sorted(set)) === JSON.stringify(sorted(rest)));
}

const sorted = (change: Change) => Object.entries(change).sort(([a], [b]) => a.localeCompare(b));

/** A parameter of the path, and a query. */
const wrongPath = fc.record({
  word: fc.option(strangeText, { nil: null }),
  query: fc.dictionary(fc.oneof(fc.constantFrom(...queryNames()), strangeText), strangeText, { maxKeys: 3 }),
});

/** The names that some route reads from its query. */
function queryNames(): string[] {
  return [
    ...[
      'q',
      'tinh',
      'xa',
      'gan',
      'dich-vu',
      'cho',
      'loai',
      'chi-phi',
      'cach-vao',
      'mo-cua',
      'xac-nhan',
      'trang',
    ],
    ...['page', 'per_page', 'format', 'search', 'taxonomy_term_id', 'taxonomy_id', 'organization_id'],
    ...[
      'modified_after',
      'minimal',
      'full',
      'full_service',
      'postcode',
      'proximity',
      'list',
      'province',
      'into',
    ],
  ];
}

/** The path with one of the words that stand for a parameter replaced, and a query. */
function wrong(route: string, path: string, { word, query }: { word: string | null; query: object }): string {
  const [, template = ''] = route.split(' ');
  const words = (path.split('?')[0] ?? '').split('/');
  const at = template.split('/').findLastIndex((part) => part.startsWith(':'));
  // An address cannot hold half a character.
  const bytes = new TextEncoder().encode(word ?? '');
  if (word !== null && at > 0) words[at] = encodeURIComponent(new TextDecoder().decode(bytes));
  const search = new URLSearchParams(Object.entries(query)).toString();
  return `${words.join('/')}${search === '' ? '' : `?${search}`}`;
}

/** How the routes end that are posted to without a body. */
const BODILESS = ['sign-in/options', 'keys/begin', 'sign-out', '/close'];

describe('the fuzz', () => {
  it('knows a request for every route: a new one is added to api-routes.ts', () => {
    expect(Object.keys(apiRequests).sort()).toEqual(apiRoutes().sort());
  });
});

describe.each(Object.entries(apiRequests))('%s', (route, make) => {
  const [method = ''] = route.split(' ');

  it('takes the request that is then made wrong', async () => {
    const request = await make();
    const before = await countEverything(env);

    const response = await send(method, request);

    expect(response.status).toBeLessThan(400);
    expect(isAllowed(changeBetween(before, await countEverything(env)), request, response.status)).toBe(true);
    expect(await partialRows(env)).toEqual([]);
  });

  const hasBody = BODILESS.every((end) => !route.endsWith(end)) && method !== 'GET';
  const wrongBodies = changes.map((made) => (request: ApiRequest) => ({
    ...request,
    body: mutate(request.body ?? {}, made),
  }));
  const wrongPaths = wrongPath.map((made) => (request: ApiRequest) => ({
    ...request,
    path: wrong(route, request.path, made),
  }));

  if (hasBody)
    it(
      `answers ${runs} wrong bodies without failing, writing a part or repeating a word`,
      () => expectCalm(method, make, wrongBodies, runs),
      TIMEOUT_MS,
    );

  // A path has fewer ways to be wrong.
  const paths = Math.ceil(runs / 8);
  if (!hasBody || route.includes(':'))
    it(
      `answers ${paths} wrong paths without failing, writing a part or repeating a word`,
      () => expectCalm(method, make, wrongPaths, paths),
      TIMEOUT_MS,
    );

  it('is fuzzed by its body if it takes one', async () => {
    expect((await make()).body !== undefined).toBe(hasBody);
  });
});

/** Sends wrong requests, each made of a right one, and looks at what they are answered and what they leave. */
async function expectCalm(
  method: string,
  make: () => Promise<ApiRequest>,
  wrongs: fc.Arbitrary<(request: ApiRequest) => Parameters<typeof send>[1]>,
  numRuns: number,
): Promise<void> {
  let request = await make();
  let before = await countEverything(env);
  const recorded = recordCalls(env);
  await fc.assert(
    fc.asyncProperty(wrongs, async (makeWrong) => {
      recorded.calls.length = 0;

      const response = await send(method, makeWrong(request), { env: recorded.env });
      const text = await response.text();

      expect(response.status).toBeLessThan(500);
      if (response.status >= 400) {
        expect(text).not.toContain(MARK);
        expect(text).not.toContain(btoa(MARK));
      }
      // What is logged is an unexpected error: no input may cause one.
      expect(logged).toEqual([]);
      if (recorded.calls.every((call) => call.startsWith('SELECT ') || call === 'R2 get')) return;
      const change = changeBetween(before, await countEverything(env));
      expect({ change, isAllowed: isAllowed(change, request, response.status) }).toEqual({
        change,
        isAllowed: true,
      });
      if (Object.keys(change).length === 0) return;
      expect(await partialRows(env)).toEqual([]);
      if (!request.isRepeatable) request = await make();
      before = await countEverything(env);
    }),
    { seed, numRuns },
  );
}
