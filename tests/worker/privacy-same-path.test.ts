/**
 * Whoever tries codes learns nothing: a code that was never issued, one that was mistyped into another valid one, and
 * one whose request was erased (or is being erased) are asked for by the same statements and answered by the same bytes.
 */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeGroups, makeCode } from '../../domain/code.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { answerFollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import { answerRequestPage } from '../../functions/inquiries/answer-request-page.ts';
import { mistype } from '../mistype.ts';
import {
  makeTestDesk,
  type Person,
  post,
  sealedBody,
  sealedMessage,
  sendRequest,
  type TestDesk,
} from './sealed-journey.ts';
import { failing, recordCalls } from './tapped-env.ts';

const NOW = new Date('2026-11-22T03:00:00Z');

let desk: TestDesk;
let unissued: [name: string, person: Person][];

beforeEach(async () => {
  desk = await makeTestDesk();
  const kept = await sendRequest(desk);
  const erased = await sendRequest(desk);
  await post('/api/inquiries/withdraw', { lookup: erased.lookup });
  const erasing = await sendRequest(desk);
  await post('/api/inquiries/withdraw', { lookup: erasing.lookup }, { env: failing(env, 'R2 delete') });
  const personOf = async (code: string): Promise<Person> => ({ code, ...(await deriveFromCode(code)) });
  unissued = [
    ['never issued', await personOf(makeCode())],
    ['mistyped but valid', await personOf(mistype(kept.code))],
    ['erased', erased],
    ['being erased', erasing],
  ];
});

/** What every code got, and what was asked of the stores for it, without the code itself. */
async function outcomes(ask: (person: Person, bindings: Env) => Promise<unknown>) {
  const found = [];
  for (const [name, person] of unissued) {
    const { env: bindings, calls } = recordCalls(env);
    const answer = JSON.stringify(await ask(person, bindings));
    found.push({ name, answer: answer.replaceAll(person.code, 'CODE'), calls });
  }
  return found;
}

function expectAlike(found: Awaited<ReturnType<typeof outcomes>>): void {
  const [first, ...others] = found.map(({ answer, calls }) => ({ answer, calls }));
  expect(found).toHaveLength(4);
  expect(first?.calls.filter((call) => call.startsWith('R2'))).toEqual([]);
  for (const other of others) expect(other).toEqual(first);
}

const ID = '00000000-0000-4000-8000-000000000000';

/** Posts a form of the page to come back. */
function answerFollow(code: string, step: string, bindings: Env) {
  const form = new FormData();
  const fields = { step, code, text: 'Lời thử', messageId: ID, answerBy: 'code', dataRequest: 'see' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return answerFollowPage(bindings, form, NOW);
}

/** The JSON routes that take a code's lookup token, with the rest of their body. */
const routes: [path: string, rest: (person: Person) => Promise<object>, status: number][] = [
  ['open', () => Promise.resolve({}), 404],
  ['messages', (person) => sealedMessage(person, desk, { id: ID, from: 'person' }), 404],
  [
    'contact',
    async (person) => {
      const { contact } = await sealedBody(person, desk);
      return { contact, ...(await sealedMessage(person, desk, { id: ID, from: 'person' })) };
    },
    404,
  ],
  ['saved', () => Promise.resolve({}), 204],
];

describe('a code that leads nowhere', () => {
  it.each(routes)('is answered alike by the JSON route %s', async (path, rest, status) => {
    const found = await outcomes(async (person, bindings) => {
      const body = { lookup: person.lookup, ...(await rest(person)) };
      const response = await post(`/api/inquiries/${path}`, body, { env: bindings });
      return [response.status, [...response.headers], await response.text()];
    });

    expectAlike(found);
    expect(found[0]?.answer).toContain(String(status));
    expect(found[0]?.calls.length).toBeGreaterThan(0);
  });

  it('is answered alike by the JSON route withdraw, but for one whose erasure has to be finished', async () => {
    unissued = unissued.filter(([name]) => name !== 'being erased');
    unissued.push(['never issued either', { code: '', ...(await deriveFromCode(makeCode())) }]);

    const found = await outcomes(async ({ lookup }, bindings) => {
      const response = await post('/api/inquiries/withdraw', { lookup }, { env: bindings });
      return [response.status, [...response.headers], await response.text()];
    });

    expectAlike(found.map((each) => ({ ...each, answer: each.answer.replaceAll('CODE', '') })));
  });

  it.each([
    'open',
    'open-own',
    'reply',
    'contact-ask',
    'contact',
    'data-ask',
    'data',
    'holding',
    'holding-file',
    'complaint-ask',
    'complaint',
  ])('is answered alike by the page to come back: %s', async (step) => {
    const found = await outcomes(async ({ code }, bindings) => answerFollow(code, step, bindings));

    expectAlike(found);
    expect(found[0]?.answer).toContain('not_found');
    expect(found[0]?.calls.length).toBeGreaterThan(0);
  });

  it('is answered alike when erasing is asked about', async () => {
    expectAlike(await outcomes(async ({ code }, bindings) => answerFollow(code, 'withdraw-ask', bindings)));
  });

  it.each([
    ['with a wrong group', () => '?'],
    ['with the right one', (person: Person) => codeGroups(person.code).at(-1) ?? ''],
  ])('is answered alike by the proof of saving %s', async (_how, group) => {
    const found = await outcomes(async (person, bindings) => {
      const form = new FormData();
      const fields = { step: 'saved', code: person.code, lastGroup: group(person) };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return answerRequestPage(bindings, form, NOW);
    });

    expectAlike(found);
  });
});
