/** A desk, a person and an officer as the worker tests need them, sealing with the code that ships. */

import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { makeCode } from '../../domain/code.ts';
import { requestConsent } from '../../domain/consent.ts';
import { type CodeSecrets, deriveFromCard, deriveFromCode, type KeyPair } from '../../domain/derive.ts';
import { openGrant } from '../../domain/desk-key.ts';
import { readOwnThread } from '../../domain/read-thread.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { sealMessage, sealSubmission } from '../../domain/seal-request.ts';
import { app } from '../../functions/app.ts';
import { findDesk, findRecoveryGrant, readGrant } from '../../functions/inquiries/desk-store.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import type { PersonThread } from '../../functions/inquiries/open-thread.ts';
import { makeInvite } from '../../functions/staff/invite.ts';
import { SESSION_COOKIE, startSession } from '../../functions/staff/session.ts';

export interface TestDesk extends KeyPair {
  id: string;
  /** The recovery sheet in force. */
  sheet: KeyPair;
}

export type Person = CodeSecrets & { code: string };

export const ORIGIN = 'http://localhost';

/** What the person types; none of it may be found in a store. */
export const TYPED = {
  words: 'Tôi muốn cai nhưng sợ mất việc',
  phone: '0912 345 678',
  safeHours: 'sau hai mươi giờ',
  message: 'Tôi xin hỏi thêm một câu',
  answer: 'Mời bạn đến trạm y tế',
};

/** An open desk whose secret the test holds, as an officer's browser would. */
export async function makeTestDesk(slug = 'dau-moi', areas: string[] = []): Promise<TestDesk> {
  const desk = await makeUnheldDesk(slug, areas);
  await addHolder(desk.id, 'intake');
  return desk;
}

/** A desk as `npm run desk:make` leaves it: only its recovery sheet opens the key, and it takes no requests. */
export async function makeUnheldDesk(slug = 'dau-moi', areas: string[] = []): Promise<TestDesk> {
  const card = await deriveFromCard(makeCode());
  const description = { name: slug, operator: 'x', duty: 'x', hours: 'x' };
  const id = await makeDesk(
    env.DB,
    { slug, operatorKind: 'health', isDemo: false, areas, ...description },
    card,
    new Date(),
  );
  const row = await findDesk(env.DB, id);
  const grant = row && (await findRecoveryGrant(env.DB, row.key_id));
  const pair = grant && (await openGrant(id, readGrant(grant), card.identity));
  if (!pair) throw new Error('the desk has no key');
  return { id, ...pair, sheet: card };
}

export async function makePerson(): Promise<Person> {
  const code = makeCode();
  return { code, ...(await deriveFromCode(code)) };
}

/** The body of a request as the browser posts it. */
export async function sealedBody(person: Person, desk: TestDesk, changes: Partial<RequestAnswers> = {}) {
  const answers: RequestAnswers = {
    resultKnown: 'no',
    desk: desk.id,
    forWhom: 'self',
    ageBand: 'adult',
    help: ['talk'],
    answerBy: 'phone',
    words: TYPED.words,
    phone: TYPED.phone,
    safeHours: TYPED.safeHours,
    ...changes,
  };
  return sealSubmission({ answers, consent: requestConsent(answers.once === true) }, desk, person);
}

/** The body of a message from either end, without the lookup token of the person's. */
export async function sealedMessage(
  person: Person,
  desk: TestDesk,
  message: { id?: string; from: 'person' | 'desk'; text?: string },
) {
  const id = message.id ?? crypto.randomUUID();
  const text = message.text ?? (message.from === 'desk' ? TYPED.answer : TYPED.message);
  const sealed = await sealMessage({ id, from: message.from, text }, { ...person, desk });
  return { id, sealed: base64urlnopad.encode(sealed) };
}

/** Posts JSON to the app. */
export function post(
  path: string,
  body: unknown,
  options: { env?: Env; cookie?: string } = {},
): Promise<Response> {
  return Promise.resolve(
    app.request(
      `${ORIGIN}${path}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
        },
        body: JSON.stringify(body),
      },
      options.env ?? env,
    ),
  );
}

export function get(path: string, cookie?: string): Promise<Response> {
  const headers = cookie === undefined ? {} : { cookie };
  return Promise.resolve(app.request(`${ORIGIN}${path}`, { headers }, env));
}

/** Sends a request for a new person. */
export async function sendRequest(desk: TestDesk): Promise<Person> {
  const person = await makePerson();
  const response = await post('/api/inquiries', await sealedBody(person, desk));
  if (response.status !== 201) throw new Error(`not sent: ${response.status}`);
  return person;
}

type JsonThread = Omit<PersonThread, 'request' | 'contact' | 'messages'> & {
  request: string | null;
  contact: string | null;
  messages: { id: string; sender: 'person' | 'desk'; sentHour: string; sealed: string | null }[];
};

/** The person's thread as the API gives it; null when the code is not known. */
export async function openOwn(person: Person): Promise<JsonThread | null> {
  const response = await post('/api/inquiries/open', { lookup: person.lookup });
  if (response.status === 404) return null;
  const { thread } = (await response.json()) as { thread: JsonThread };
  return thread;
}

/** The thread of a person, opened with their code. */
export async function readOwn(person: Person) {
  const thread = await openOwn(person);
  if (thread === null) throw new Error('no thread');
  const decode = (sealed: string | null) => (sealed === null ? null : base64urlnopad.decode(sealed));
  return readOwnThread(
    {
      ...thread,
      request: decode(thread.request),
      messages: thread.messages.map((message) => ({ ...message, sealed: decode(message.sealed) })),
    },
    person,
  );
}

/** The code of an answer's error. */
export async function errorOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
}

/** An officer who holds the desk's key, with a living session, made past the passkey ceremony. */
export async function signInAs(
  desk: TestDesk | null,
  role: 'intake' | 'admin' | 'editor' | 'organizer' = 'intake',
): Promise<{ cookie: string; officerId: string; token: string }> {
  const officerId = await addHolder(desk?.id ?? null, role);
  const { token, statement } = startSession(env.DB, officerId, new Date());
  await statement.run();
  return { cookie: `${SESSION_COOKIE}=${token}`, officerId, token };
}

/** An officer, made past the passkey ceremony, who holds the key of their desk if they have one. */
async function addHolder(
  deskId: string | null,
  role: 'intake' | 'admin' | 'editor' | 'organizer',
): Promise<string> {
  const now = new Date();
  await makeInvite(env.DB, { name: 'Cán bộ', role, deskId }, now);
  const officerId = crypto.randomUUID();
  await env.DB.prepare(
    `INSERT INTO officer (id, name, role, desk_id, invite_hash, created_at)
     SELECT ?1, name, role, desk_id, token_hash, created_at FROM invite ORDER BY rowid DESC LIMIT 1`,
  )
    .bind(officerId)
    .run();
  // Its content is nobody's: no test opens it.
  await env.DB.prepare(
    `INSERT INTO desk_key_grant (id, desk_key_id, holder, officer_id, recipient, sealed, tag, created_at)
     SELECT ?1, id, 'card', ?1, 'age1', x'00', x'01', ?3 FROM desk_key WHERE desk_id = ?2 AND retired_at IS NULL`,
  )
    .bind(officerId, deskId, now.toISOString())
    .run();
  return officerId;
}

/** How many rows a table has. */
export async function countRows(table: string): Promise<number> {
  return (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? 0;
}

/** The names of the erase keys in R2. */
export async function eraseKeyNames(): Promise<string[]> {
  const { objects } = await env.ERASE_KEYS.list();
  return objects.map(({ key }) => key);
}
