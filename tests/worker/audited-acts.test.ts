import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { verifyChains } from '../../functions/audit/verify-chain.ts';
import { setDesk } from '../../functions/staff/set-desk.ts';
import { register } from './registration.ts';
import {
  get,
  makePerson,
  makeTestDesk,
  makeUnheldDesk,
  openOwn,
  type Person,
  post,
  sealedBody,
  sealedMessage,
  sendRequest,
  signInAs,
  type TestDesk,
} from './sealed-journey.ts';
import { recordCalls } from './tapped-env.ts';

/** What the chain of a desk tells, in order. */
async function chainOf(desk: TestDesk) {
  const { results } = await env.DB.prepare(
    'SELECT kind, officer_id, reason, audit_ref FROM audit_event WHERE desk_id = ?1 ORDER BY seq',
  )
    .bind(desk.id)
    .all<{ kind: string; officer_id: string | null; reason: string | null; audit_ref: string | null }>();
  const { chains } = await verifyChains(env);
  expect(chains.filter(({ fault }) => fault !== null)).toEqual([]);
  return results;
}

const kindsOf = async (desk: TestDesk) => (await chainOf(desk)).map(({ kind }) => kind);
const pathOf = async (person: Person) => `/api/staff/inquiries/${(await openOwn(person))?.id ?? ''}`;
const refOf = (person: Person) =>
  env.DB.prepare('SELECT audit_ref FROM inquiry WHERE recipient = ?1')
    .bind(person.recipient)
    .first<string>('audit_ref');

describe('the chain of a desk', () => {
  it('tells each act of its officers: who, on which request, and why', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const { cookie, officerId } = await signInAs(desk);
    const path = await pathOf(person);
    const answer = await sealedMessage(person, desk, { from: 'desk' });
    const referral = { ...(await sealedMessage(person, desk, { from: 'desk' })), isReferral: true };

    await get(path, cookie);
    await get(path, cookie);
    await post(`${path}/contact`, { reason: 'danger-to-life' }, { cookie });
    await post(`${path}/messages`, answer, { cookie });
    await post(`${path}/messages`, referral, { cookie });
    await post(`${path}/close`, {}, { cookie });

    const auditRef = await refOf(person);
    expect(auditRef).toMatch(/^[0-9a-f]{32}$/);
    const of = { officer_id: officerId, reason: null, audit_ref: auditRef };
    expect(await chainOf(desk)).toEqual([
      { kind: 'desk-made', officer_id: null, reason: null, audit_ref: desk.recipient },
      { ...of, kind: 'request-read' },
      { ...of, kind: 'request-read' },
      { ...of, kind: 'contact-opened', reason: 'danger-to-life' },
      { ...of, kind: 'answered' },
      { ...of, kind: 'referred' },
      { ...of, kind: 'closed' },
    ]);
  });

  it('tells nothing of what changed nothing', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const { cookie } = await signInAs(desk);
    const stranger = await signInAs(await makeTestDesk('khac'));
    const path = await pathOf(person);
    const answer = await sealedMessage(person, desk, { from: 'desk' });
    await get(path, cookie);
    await post(`${path}/messages`, answer, { cookie });
    await post(`${path}/close`, {}, { cookie });
    const before = await kindsOf(desk);

    await post(`${path}/messages`, answer, { cookie });
    await post(`${path}/close`, {}, { cookie });
    await post('/api/staff/inquiries/bring-back', { ids: [path.split('/').at(-1)] }, { cookie });
    await post(`${path}/contact`, { reason: 'curious' }, { cookie });
    await get('/api/staff/inquiries', cookie);
    await get(path, stranger.cookie);
    await post(`${path}/contact`, { reason: 'danger-to-life' }, { cookie: stranger.cookie });

    expect(await kindsOf(desk)).toEqual(before);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM audit_event').first('n')).toBe(before.length + 1);
  });

  it('tells each request that was set aside or brought back in one act', async () => {
    const desk = await makeTestDesk();
    const people = [await sendRequest(desk), await sendRequest(desk), await sendRequest(desk)];
    const ids = await Promise.all(people.map(async (person) => (await openOwn(person))?.id ?? ''));
    const refs = await Promise.all(people.map(refOf));
    const { cookie } = await signInAs(desk);

    // Two officers press at once: each request is set aside once.
    await Promise.all([
      post('/api/staff/inquiries/set-aside', { ids: ids.slice(0, 2) }, { cookie }),
      post('/api/staff/inquiries/set-aside', { ids: ids.slice(1) }, { cookie }),
    ]);
    await post('/api/staff/inquiries/bring-back', { ids: ids.slice(0, 1) }, { cookie });

    const chain = await chainOf(desk);
    const refsOf = (kind: string) => chain.filter((row) => row.kind === kind).map((row) => row.audit_ref);
    expect(refsOf('set-aside').sort()).toEqual([...refs].sort());
    expect(refsOf('brought-back')).toEqual(refs.slice(0, 1));
  });

  it('tells who was registered and that the desk was changed', async () => {
    const desk = await makeUnheldDesk();
    await register(desk);
    await setDesk(env.DB, { slug: 'dau-moi', takesComplaints: true });
    await setDesk(env.DB, { slug: 'dau-moi', takesComplaints: true });

    const officerId = await env.DB.prepare('SELECT id FROM officer').first<string>('id');
    expect(await chainOf(desk)).toMatchObject([
      { kind: 'desk-made', officer_id: null },
      { kind: 'officer-registered', officer_id: officerId },
      { kind: 'desk-changed', officer_id: null },
    ]);
  });

  it('tells nothing of what the person does, and no longer leads to a request that was erased', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const { cookie } = await signInAs(desk);
    await get(await pathOf(person), cookie);
    const auditRef = (await refOf(person)) ?? '';
    const message = await sealedMessage(person, desk, { from: 'person' });
    await post('/api/inquiries/messages', { lookup: person.lookup, ...message });
    await post('/api/inquiries/saved', { lookup: person.lookup });

    await post('/api/inquiries/withdraw', { lookup: person.lookup });

    expect(await kindsOf(desk)).toEqual(['desk-made', 'request-read']);
    const { results: tables } = await env.DB.prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
         AND name NOT LIKE '%search%' AND name <> 'audit_event'`,
    ).all<{ name: string }>();
    for (const { name } of tables) {
      const rows = await env.DB.prepare(`SELECT * FROM "${name}"`).raw();
      expect(JSON.stringify(rows), name).not.toContain(auditRef);
    }
  });

  it('costs whoever sends a request no call: one to R2, one to D1, as before there was a chain', async () => {
    const desk = await makeTestDesk();
    const body = await sealedBody(await makePerson(), desk);
    const recorded = recordCalls(env);

    const response = await post('/api/inquiries', body, { env: recorded.env });

    expect(response.status).toBe(201);
    expect(recorded.calls).toEqual(['R2 put', 'batch']);
    expect(await kindsOf(desk)).toEqual(['desk-made']);
  });
});
