import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { AppError } from '../../errors.ts';
import { errorBody } from '../../http/answer-error.ts';
import { packageFile } from '../package-files.ts';
import { getResource, listResources, streamResources } from './list-resources.ts';
import { openApiDocument } from './open-api.ts';
import {
  LIST_NAMES,
  type ListName,
  type ParameterFault,
  parseListQuery,
  parseResourceQuery,
} from './parameters.ts';
import { ADDRESS_PATCH, HSDS_VERSION, PROFILE } from './profile.ts';
import { type DirectoryState, readDirectoryState } from './store.ts';

type HsdsContext = Context<{ Bindings: Env }>;

/** The directory as HSDS 3.0, read-only, mounted at `/api/hsds`. Anybody's page may read it. */
export const hsdsRoutes = new Hono<{ Bindings: Env }>();

hsdsRoutes.use(
  cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'OPTIONS'],
    allowHeaders: ['If-None-Match'],
    exposeHeaders: ['ETag'],
    maxAge: 86_400,
  }),
);

hsdsRoutes.get('/', (c) => {
  const { origin } = new URL(c.req.url);
  return c.json({
    version: HSDS_VERSION,
    profile: `${origin}/api/hsds/profile.json`,
    openapi_url: `${origin}/api/openapi.json`,
  });
});

hsdsRoutes.get('/profile.json', (c) => c.json(PROFILE));
hsdsRoutes.get('/profile/address.json', (c) => c.json(ADDRESS_PATCH));

hsdsRoutes.get('/package/:file', async (c) => {
  const state = await stateOf(c);
  const file = packageFile(c.env.DB, c.req.param('file'), state);
  if (file === null) throw new AppError('not_found');
  return unlessKnown(c, state, () => {
    c.header('Content-Type', file.type);
    c.header('Content-Disposition', `attachment; filename="${file.name}"`);
    return c.req.method === 'HEAD' ? c.body(null) : c.body(file.open());
  });
});

hsdsRoutes.get('/:list', async (c) => {
  const list = listOf(c.req.param('list'));
  const parsed = parseListQuery(list, new URL(c.req.url).searchParams);
  if (!parsed.ok) return refuse(c, parsed.faults);
  const { query } = parsed;
  const state = await stateOf(c);
  return unlessKnown(c, state, async () => {
    if (!query.isStream) return c.json(await listResources(c.env.DB, list, query, state.loadedAt));
    c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
    return c.req.method === 'HEAD'
      ? c.body(null)
      : c.body(streamResources(c.env.DB, list, query, state.loadedAt));
  });
});

hsdsRoutes.get('/:list/:id', async (c) => {
  const list = listOf(c.req.param('list'));
  const parsed = parseResourceQuery(list, new URL(c.req.url).searchParams);
  if (!parsed.ok) return refuse(c, parsed.faults);
  const state = await stateOf(c);
  const id = c.req.param('id').toLowerCase();
  const resource = await getResource(c.env.DB, list, id, parsed.hasFullServices, state.loadedAt);
  if (resource === null) throw new AppError('not_found');
  return unlessKnown(c, state, () => c.json(resource));
});

/** The OpenAPI document, mounted at `/api/openapi.json`. */
export const openApiRoutes = new Hono<{ Bindings: Env }>();

openApiRoutes.get('/', cors({ origin: '*' }), (c) => c.json(openApiDocument(new URL(c.req.url).origin)));

/** @throws AppError `no_such_route` */
function listOf(name: string): ListName {
  const list = LIST_NAMES.find((known) => known === name);
  if (list === undefined) throw new AppError('no_such_route');
  return list;
}

/** @throws AppError `storage_unavailable` before the directory was loaded */
async function stateOf(c: HsdsContext): Promise<DirectoryState> {
  const state = await readDirectoryState(c.env.DB);
  if (state === null) throw new AppError('storage_unavailable');
  return state;
}

function refuse(c: HsdsContext, faults: readonly ParameterFault[]): Response {
  const { error } = errorBody(
    'invalid',
    faults.map(({ name }) => name),
  );
  const hints = Object.fromEntries(faults.map(({ name, hint }) => [name, hint]));
  return c.json({ error: { ...error, hints } }, 422);
}

/** Raised whenever the same rows give another answer than before, so that old copies are asked for again. */
const FORM_OF_ANSWERS = 1;

/** Answers 304 when the reader holds what the directory's present state gives, and otherwise with an ETag of it. */
function unlessKnown(
  c: HsdsContext,
  state: DirectoryState,
  answer: () => Response | Promise<Response>,
): Response | Promise<Response> {
  const { contentHash, loadedAt, lastChange, changedAt } = state;
  const parts = [FORM_OF_ANSWERS, contentHash.slice(0, 16), Date.parse(loadedAt), lastChange];
  const etag = `W/"${[...parts, changedAt === null ? 0 : Date.parse(changedAt)].join('-')}"`;
  c.header('ETag', etag);
  // A place that is hidden must vanish from copies at once: they may be kept, but not used without asking.
  c.header('Cache-Control', 'no-cache');
  const held = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return held.includes(etag) || held.includes('*') ? c.body(null, 304) : answer();
}
