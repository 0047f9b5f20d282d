/** Every route of the API that reads something sent to it, with a request that it takes. */
import { env } from 'cloudflare:workers';
import { app } from '../../functions/app.ts';
import { copyHeads } from '../../functions/audit/copy-heads.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { PLACE_TABLES } from '../../functions/directory/place-tables.ts';
import {
  cardHolder,
  confirmation,
  handing,
  invite,
  keyChange,
  openInvite,
  openSignIn,
  presentKeyId,
  register,
  registerWaiting,
} from './registration.ts';
import {
  get,
  makePerson,
  makeTestDesk,
  makeUnheldDesk,
  ORIGIN,
  openOwn,
  post,
  sealedBody,
  sealedMessage,
  sendRequest,
  signInAs,
  type TestDesk,
} from './sealed-journey.ts';
import { smallDirectory } from './shipped.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** How many rows a table gained or lost; `keys` counts the erase keys in R2. */
export type Change = Record<string, number>;

/** A request that a route takes. */
export interface ApiRequest {
  path: string;
  cookie?: string;
  /** Left out where the route reads no body. */
  body?: Record<string, Json>;
  /** What a valid act may change; every act may also change nothing, when it was done before. */
  changes?: Change[];
  /** What a refusal changes all the same: an answered challenge is used up. */
  refusalChanges?: Change[];
  /** It uses nothing up: it can be sent again as it stands. */
  isRepeatable?: boolean;
  /** Configuration that the route needs. */
  vars?: Partial<Env>;
  /** Tables of which a valid act may change any number of rows: the parts of a place. */
  loose?: string[];
}

/** The month's counts of a desk begin with its first request. */
const SENT: Change = { inquiry: 1, status_event: 1, keys: 1, desk_month: 1 };
/** Without the recovery sheet there is no grant. */
const REGISTERED: Change = {
  officer: 1,
  officer_recipient: 1,
  passkey: 1,
  session: 1,
  webauthn_challenge: -1,
  audit_event: 1,
};
/** Two officers and the sheet held the earlier key; one and the sheet hold the new one. */
const KEY_CHANGED: Change = {
  desk_key: 1,
  desk_key_grant: -1,
  earlier_key: 1,
  webauthn_challenge: -1,
  audit_event: 2,
};
const CHALLENGE_USED: Change[] = [{ webauthn_challenge: -1 }];
const SOURCE = 'Gọi điện cho cơ sở ngày thử';

/** What stands of a place, and what is written of each act on it. */
const OF_A_PLACE = [
  ...Object.values(PLACE_TABLES).map(({ name }) => name),
  'former_slug',
  'metadata',
  'name_spelling',
  'place_report',
  'place_search',
];

const newDesk = (): Promise<TestDesk> => makeTestDesk(`dau-moi-${crypto.randomUUID()}`);

async function ofPerson(act: string, changes: Change[] = []): Promise<ApiRequest> {
  const person = await sendRequest(await newDesk());
  return { path: `/api/inquiries/${act}`, body: { lookup: person.lookup }, changes };
}

async function ofDesk(act: '' | '/contact' | '/messages' | '/close'): Promise<ApiRequest> {
  const desk = await newDesk();
  const person = await sendRequest(desk);
  const { cookie } = await signInAs(desk);
  const { id = '' } = (await openOwn(person)) ?? {};
  const acted = { status_event: 1, audit_event: 1 };
  const request = { path: `/api/staff/inquiries/${id}${act}`, cookie, changes: [acted] };
  // Read before: no event that the person is told, and a row of the chain all the same.
  if (act === '') return { ...request, changes: [acted, { audit_event: 1 }] };
  if (act === '/close') {
    await get(`/api/staff/inquiries/${id}`, cookie);
    return request;
  }
  if (act === '/contact') return { ...request, body: { reason: 'call-as-asked' } };
  const body = await sealedMessage(person, desk, { from: 'desk' });
  return { ...request, body, changes: [{ ...acted, message: 1 }] };
}

/** A signed-in officer and the id of a request of theirs. */
async function ofList(): Promise<{ cookie: string; id: string }> {
  const { path, cookie = '' } = await ofDesk('');
  return { cookie, id: path.split('/').at(-1) ?? '' };
}

/** Fills the directory unless it is filled. */
async function fillDirectory(): Promise<void> {
  const { status } = await get('/api/hsds/services');
  if (status !== 200) await loadDirectory(env.DB, smallDirectory, new Date());
}

const shippedId = (index: number): string => smallDirectory.locations[index]?.id ?? '';

async function inDirectory(path: string): Promise<ApiRequest> {
  await fillDirectory();
  return { path };
}

async function ofEditor(path: string): Promise<ApiRequest & { cookie: string }> {
  await fillDirectory();
  return { path, cookie: (await signInAs(null, 'editor')).cookie };
}

async function edit(
  act: string,
  body: (place: Record<string, Json>, cookie: string) => Promise<Record<string, Json>>,
): Promise<ApiRequest> {
  const { cookie } = await ofEditor('');
  const path = `/api/staff/places/${shippedId(0)}`;
  const { place } = (await (await get(path, cookie)).json()) as { place: Record<string, Json> };
  const own = { version: place.version ?? '', source: SOURCE };
  const request = { path: `${path}${act}`, cookie, body: { ...own, ...(await body(place, cookie)) } };
  return { ...request, loose: OF_A_PLACE };
}

async function report(): Promise<Record<string, Json>> {
  await fillDirectory();
  const place = await env.DB.prepare('SELECT slug FROM location LIMIT 1').first<string>('slug');
  return { place, kind: 'phone', note: 'Không ai nghe' };
}

/** A request for every route, by its method and path. */
export const apiRequests: Record<string, () => Promise<ApiRequest>> = {
  'GET /api/health': () => Promise.resolve({ path: '/api/health' }),
  'GET /.well-known/security.txt': () =>
    Promise.resolve({
      path: '/.well-known/security.txt',
      vars: { SECURITY_CONTACT: 'mailto:bao-mat@example.org', SECURITY_EXPIRES: '2999-01-01T00:00:00Z' },
    }),
  'GET /api/desks': () => Promise.resolve({ path: '/api/desks' }),
  'GET /api/complaint-desks': () => Promise.resolve({ path: '/api/complaint-desks' }),
  'GET /api/audit-heads': async () => {
    await newDesk();
    await copyHeads(env, new Date());
    return { path: '/api/audit-heads' };
  },
  'GET /api/places': () => inDirectory('/api/places'),
  'GET /danh-ba/goi-y': () => inDirectory('/danh-ba/goi-y'),
  'GET /api/openapi.json': () => inDirectory('/api/openapi.json'),
  'GET /api/hsds': () => inDirectory('/api/hsds'),
  'GET /api/hsds/': () => inDirectory('/api/hsds/'),
  'GET /api/hsds/profile.json': () => inDirectory('/api/hsds/profile.json'),
  'GET /api/hsds/profile/address.json': () => inDirectory('/api/hsds/profile/address.json'),
  'GET /api/hsds/package/:file': () => inDirectory('/api/hsds/package/locations.csv'),
  'GET /api/hsds/:list': () => inDirectory('/api/hsds/services'),
  'GET /api/hsds/:list/:id': () => inDirectory(`/api/hsds/services/${smallDirectory.services[0]?.id}`),
  'POST /api/place-reports': async () => ({
    path: '/api/place-reports',
    body: await report(),
    changes: [{ place_report: 1 }],
  }),

  'POST /api/inquiries': async () => ({
    path: '/api/inquiries',
    body: await sealedBody(await makePerson(), await newDesk()),
    changes: [SENT],
  }),
  'POST /api/inquiries/saved': () => ofPerson('saved'),
  'POST /api/inquiries/open': () => ofPerson('open'),
  'POST /api/inquiries/withdraw': () =>
    ofPerson('withdraw', [{ inquiry: -1, status_event: -1, keys: -1, erased_code: 1 }]),
  'POST /api/inquiries/messages': async () => {
    const desk = await newDesk();
    const person = await sendRequest(desk);
    const message = await sealedMessage(person, desk, { from: 'person' });
    const body = { lookup: person.lookup, ...message };
    return { path: '/api/inquiries/messages', body, changes: [{ message: 1 }] };
  },
  'POST /api/inquiries/contact': async () => {
    const desk = await newDesk();
    const person = await sendRequest(desk);
    const { contact } = await sealedBody(person, desk);
    const message = await sealedMessage(person, desk, { from: 'person' });
    const body = { lookup: person.lookup, contact, ...message };
    return { path: '/api/inquiries/contact', body, changes: [{ message: 1, status_event: 1 }] };
  },

  'POST /api/staff/invites/open': async () => ({
    path: '/api/staff/invites/open',
    body: { token: await invite(await newDesk()) },
    changes: [{ webauthn_challenge: 1 }],
  }),
  'POST /api/staff/register': async () => {
    const desk = await newDesk();
    const token = await invite(desk);
    const authenticator = await SoftwareAuthenticator.make();
    const credential = await authenticator.create({ challenge: await openInvite(token) });
    const { holder } = await cardHolder(desk);
    return {
      path: '/api/staff/register',
      body: { token, credential, keyId: await presentKeyId(desk), holders: [holder] },
      changes: [REGISTERED, { ...REGISTERED, desk_key_grant: 1 }],
      refusalChanges: CHALLENGE_USED,
    };
  },
  'POST /api/staff/sign-in/options': () =>
    Promise.resolve({
      path: '/api/staff/sign-in/options',
      changes: [{ webauthn_challenge: 1 }],
      isRepeatable: true,
    }),
  'POST /api/staff/sign-in': async () => {
    const { authenticator } = await register(await newDesk());
    const credential = await authenticator.get({ challenge: await openSignIn() });
    return {
      path: '/api/staff/sign-in',
      body: { credential },
      changes: [{ session: 1, webauthn_challenge: -1 }],
      refusalChanges: CHALLENGE_USED,
    };
  },
  'POST /api/staff/sign-out': async () => ({
    path: '/api/staff/sign-out',
    cookie: (await signInAs(await newDesk())).cookie,
    changes: [{ session: -1 }],
  }),
  'GET /api/staff/workplace': async () => ({
    path: '/api/staff/workplace',
    cookie: (await signInAs(await newDesk())).cookie,
  }),
  'GET /api/staff/officers': async () => ({
    path: '/api/staff/officers',
    cookie: (await signInAs(await newDesk())).cookie,
  }),
  'POST /api/staff/officers/:id/grants': async () => {
    const desk = await newDesk();
    const { cookie } = await register(desk);
    const newcomer = await registerWaiting(desk);
    return {
      path: `/api/staff/officers/${newcomer.officerId}/grants`,
      cookie,
      body: await handing(desk, newcomer),
      changes: [{ desk_key_grant: 1, audit_event: 1 }],
    };
  },
  'POST /api/staff/keys/confirm': async () => {
    const desk = await newDesk();
    const { cookie } = await register(desk);
    const newcomer = await registerWaiting(desk);
    await post(`/api/staff/officers/${newcomer.officerId}/grants`, await handing(desk, newcomer), { cookie });
    const body = await confirmation(desk, newcomer.card);
    const changes = [{ audit_event: 1 }];
    return { path: '/api/staff/keys/confirm', cookie: newcomer.cookie, body, changes };
  },
  'POST /api/staff/keys/begin': async () => ({
    path: '/api/staff/keys/begin',
    cookie: (await register(await newDesk())).cookie,
    changes: [{ webauthn_challenge: 1 }],
    isRepeatable: true,
  }),
  'POST /api/staff/keys': async () => {
    const desk = await makeUnheldDesk(`dau-moi-${crypto.randomUUID()}`);
    const officer = await register(desk);
    const removed = await register(desk);
    const { body } = await keyChange(desk, officer, { removes: removed.officerId });
    return {
      path: '/api/staff/keys',
      cookie: officer.cookie,
      body,
      changes: [
        { ...KEY_CHANGED, audit_event: 1 },
        { ...KEY_CHANGED, officer_recipient: -1, passkey: -1, session: -1 },
      ],
      refusalChanges: CHALLENGE_USED,
    };
  },

  'GET /api/staff/inquiries': async () => {
    const { path: _, ...request } = await ofDesk('');
    return { ...request, path: '/api/staff/inquiries', changes: [] };
  },
  'GET /api/staff/inquiries/set-aside': async () => ({
    path: '/api/staff/inquiries/set-aside',
    cookie: (await ofList()).cookie,
  }),
  'POST /api/staff/inquiries/set-aside': async () => {
    const { cookie, id } = await ofList();
    const path = '/api/staff/inquiries/set-aside';
    return { path, cookie, body: { ids: [id] }, changes: [{ status_event: 1, audit_event: 1 }] };
  },
  'POST /api/staff/inquiries/bring-back': async () => {
    const { cookie, id } = await ofList();
    await send('POST', { path: '/api/staff/inquiries/set-aside', cookie, body: { ids: [id] } });
    const path = '/api/staff/inquiries/bring-back';
    return { path, cookie, body: { ids: [id] }, changes: [{ status_event: -1, audit_event: 1 }] };
  },
  'GET /api/staff/inquiries/:id': () => ofDesk(''),
  'POST /api/staff/inquiries/:id/close': () => ofDesk('/close'),
  'POST /api/staff/inquiries/:id/contact': () => ofDesk('/contact'),
  'POST /api/staff/inquiries/:id/messages': () => ofDesk('/messages'),

  'GET /api/staff/places': () => ofEditor('/api/staff/places'),
  'GET /api/staff/places/work': () => ofEditor('/api/staff/places/work'),
  'GET /api/staff/places/search': () => ofEditor('/api/staff/places/search'),
  'GET /api/staff/places/choices': () => ofEditor('/api/staff/places/choices'),
  'GET /api/staff/places/reports': () => ofEditor('/api/staff/places/reports'),
  'GET /api/staff/places/:id': () => ofEditor(`/api/staff/places/${shippedId(0)}`),
  'GET /api/staff/places/:id/history': () => ofEditor(`/api/staff/places/${shippedId(0)}/history`),
  'GET /api/staff/places/:id/merge': () =>
    ofEditor(`/api/staff/places/${shippedId(0)}/merge?into=${shippedId(1)}`),
  'POST /api/staff/places/reports/:id': async () => {
    await send('POST', { path: '/api/place-reports', body: await report() });
    const id = await env.DB.prepare(`SELECT id FROM place_report WHERE state = 'open'`).first<string>('id');
    return { ...(await ofEditor(`/api/staff/places/reports/${id}`)), body: { state: 'done' } };
  },
  'POST /api/staff/places/:id': () => edit('', async ({ form = null }) => ({ form })),
  'POST /api/staff/places/:id/confirm': () => edit('/confirm', async () => ({})),
  'POST /api/staff/places/:id/status': () => edit('/status', async () => ({ status: 'inactive' })),
  'POST /api/staff/places/:id/merge': () =>
    edit('/merge', async (_place, cookie) => {
      const answer = await get(`/api/staff/places/${shippedId(1)}`, cookie);
      const { place } = (await answer.json()) as { place: { id: string; version: string } };
      return { into: { id: place.id, version: place.version } };
    }),
};

/** Every route that the app answers, by its method and path; what is mounted for all methods is no route. */
export function apiRoutes(): string[] {
  const named = app.routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(named.map(({ method, path }) => `${method} ${path}`))];
}

/** Sends a request as a browser would; the body goes as bytes, because a text body has a content type of its own. */
export function send(
  method: string,
  request: Pick<ApiRequest, 'path' | 'cookie' | 'vars'> & { body?: Json },
  options: { text?: string; type?: string | null; env?: Env } = {},
): Promise<Response> {
  const headers = new Headers(request.cookie === undefined ? {} : { cookie: request.cookie });
  const text = options.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const type = options.type === undefined ? 'application/json' : options.type;
  if (type !== null && text !== undefined) headers.set('content-type', type);
  const init =
    text === undefined ? { method, headers } : { method, headers, body: new TextEncoder().encode(text) };
  return Promise.resolve(
    app.request(`${ORIGIN}${request.path}`, init, { ...(options.env ?? env), ...request.vars }),
  );
}
