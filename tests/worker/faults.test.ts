/**
 * Every call to D1 and R2 that sending, complaining, replying and withdrawing make goes wrong in turn, in four ways. Each time: what
 * the person hears is true, what is stored is whole, the cron finishes what was begun, and trying again succeeds once.
 */
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { CONSENT } from '../../domain/consent.ts';
import { sealComplaintSubmission } from '../../domain/seal-follow.ts';
import { app } from '../../functions/app.ts';
import { verifyChains } from '../../functions/audit/verify-chain.ts';
import { answerFollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import { answerRequestPage, openRequestPage } from '../../functions/inquiries/answer-request-page.ts';
import { resumeErasures } from '../../functions/inquiries/withdraw-inquiry.ts';
import {
  type Act,
  callsOf,
  callsToWrite,
  expectHonest,
  formOf,
  heardFrom,
  standing,
  WAYS,
} from './failing-acts.ts';
import {
  makePerson,
  makeTestDesk,
  ORIGIN,
  openOwn,
  type Person,
  post,
  readOwn,
  sealedBody,
  sealedMessage,
  sendRequest,
  signInAs,
  type TestDesk,
  TYPED,
} from './sealed-journey.ts';
import { failing, faultAt, recordCalls } from './tapped-env.ts';

const sendByApi = async (person: Person, desk: TestDesk): Promise<Act> => {
  const body = await sealedBody(person, desk);
  return async (bindings) => heardFrom(await post('/api/inquiries', body, { env: bindings }));
};

const sendByPage = async (person: Person, desk: TestDesk): Promise<Act> => {
  const fields = {
    step: 'send',
    code: person.code,
    resultKnown: 'no',
    forWhom: 'self',
    ageBand: 'adult',
    help: 'talk',
    words: TYPED.words,
    desk: desk.id,
    answerBy: 'code',
    consentRead: CONSENT.either,
  };
  return async (bindings) => {
    const page = await answerRequestPage(bindings, formOf(fields), new Date());
    if (page.view === 'receipt') return { isDone: true, failure: null, isKept: page.code === person.code };
    if (page.view !== 'form' && page.view !== 'check') throw new Error(`unexpected view: ${page.view}`);
    const { code, values } = page.view === 'check' ? page.filled : page;
    const isKept = code === person.code && values('words')[0] === TYPED.words;
    return { isDone: false, failure: page.error, isKept };
  };
};

/** A complaint to this desk under the person's code, by somebody who has a request at another one. */
async function complaintTo(desk: TestDesk): Promise<{ sender: Person; about: string }> {
  await env.DB.prepare('UPDATE desk SET takes_complaints = 1 WHERE id = ?1').bind(desk.id).run();
  const about = crypto.randomUUID();
  return { sender: await sendRequest(await makeTestDesk(about)), about };
}

const complainByApi = async (person: Person, desk: TestDesk): Promise<Act> => {
  const { about } = await complaintTo(desk);
  const body = await sealComplaintSubmission({ about, words: TYPED.words }, desk, person);
  return async (bindings) => heardFrom(await post('/api/inquiries', body, { env: bindings }));
};

const complainByPage = async (person: Person, desk: TestDesk): Promise<Act> => {
  const { sender } = await complaintTo(desk);
  const fields = {
    step: 'complaint',
    code: sender.code,
    newCode: person.code,
    to: desk.id,
    consent: CONSENT.complaint,
    text: TYPED.words,
  };
  return async (bindings) => {
    const page = await answerFollowPage(bindings, formOf(fields), new Date());
    if (page.view === 'complained')
      return {
        isDone: true,
        failure: null,
        isKept: page.newCode === person.code && page.desk.id === desk.id,
      };
    if (page.view !== 'complaint') throw new Error(`unexpected view: ${page.view}`);
    const { code, newCode, draft, isAgreed } = page;
    const told = page.to?.id ?? page.told;
    const isKept =
      code === sender.code &&
      newCode === person.code &&
      draft === TYPED.words &&
      isAgreed &&
      told === desk.id;
    return { isDone: false, failure: page.error, isKept };
  };
};

const replyByApi = async (person: Person, desk: TestDesk): Promise<Act> => {
  const body = { lookup: person.lookup, ...(await sealedMessage(person, desk, { from: 'person' })) };
  return async (bindings) => heardFrom(await post('/api/inquiries/messages', body, { env: bindings }));
};

const replyByPage = async (person: Person): Promise<Act> => {
  const fields = {
    step: 'reply',
    code: person.code,
    messageId: crypto.randomUUID(),
    text: TYPED.message,
  };
  return async (bindings) => {
    const page = await answerFollowPage(bindings, formOf(fields), new Date());
    if (page.view === 'thread' && page.done === 'reply') return { isDone: true, failure: null, isKept: true };
    if (page.view === 'unshown') return { isDone: true, failure: null, isKept: page.code === person.code };
    if (page.view !== 'thread' && page.view !== 'unsent') throw new Error(`unexpected view: ${page.view}`);
    return {
      isDone: false,
      failure: page.error,
      isKept:
        page.draft === TYPED.message && page.messageId === fields.messageId && page.code === person.code,
    };
  };
};

const answerByDesk = async (person: Person, desk: TestDesk): Promise<Act> => {
  const { cookie } = await signInAs(desk);
  const id = (await openOwn(person))?.id;
  const body = await sealedMessage(person, desk, { from: 'desk', text: TYPED.message });
  return async (bindings) =>
    heardFrom(await post(`/api/staff/inquiries/${id}/messages`, body, { env: bindings, cookie }));
};

/** The acts of an officer on one request, and the statement that tells whether each is done. */
const OFFICER_ACTS = {
  'request-read': {
    path: '',
    done: `SELECT status <> 'received' AS done FROM inquiry WHERE id = ?1`,
  },
  'contact-opened': {
    path: '/contact',
    body: { reason: 'call-as-asked' },
    done: `SELECT EXISTS (SELECT 1 FROM status_event WHERE inquiry_id = ?1 AND kind = 'contact-opened') AS done`,
  },
  'set-aside': {
    path: '',
    body: {},
    done: 'SELECT set_aside = 1 AS done FROM inquiry WHERE id = ?1',
  },
} as const satisfies Record<string, { path: string; body?: object; done: string }>;

const withdrawByApi = async (person: Person): Promise<Act> => {
  const body = { lookup: person.lookup };
  return async (bindings) => heardFrom(await post('/api/inquiries/withdraw', body, { env: bindings }));
};

const withdrawByPage = async (person: Person): Promise<Act> => {
  const fields = { step: 'withdraw', code: person.code };
  return async (bindings) => {
    const page = await answerFollowPage(bindings, formOf(fields), new Date());
    if (page.view === 'withdrawn') return { isDone: true, failure: null, isKept: true };
    if (page.view !== 'ask') throw new Error(`unexpected view: ${page.view}`);
    return { isDone: false, failure: page.error, isKept: page.typed === person.code };
  };
};

describe.each(Object.entries(WAYS))('when a call %s', (_way, bindingsAt) => {
  it.each([
    ['a script', sendByApi, 2],
    ['the page', sendByPage, 3],
    ['a script, of a complaint', complainByApi, 2],
    ['the page, of a complaint', complainByPage, 5],
  ])(
    'sending by %s leaves nothing or a whole request, and is found by sending again',
    async (_by, make, least) => {
      const desk = await makeTestDesk();
      const calls = await callsOf(await make(await makePerson(), desk));
      expect(calls).toBeGreaterThanOrEqual(least);

      for (let nth = 1; nth <= calls; nth++) {
        const person = await makePerson();
        const act = await make(person, desk);

        const heard = await act(bindingsAt(nth));

        const left = await standing(person);
        expectHonest(heard, left !== null);
        const whole = { status: 'received', hasKey: true, hasEvents: true, messages: 0 };
        expect(left).toEqual(left === null ? null : whole);
        await resumeErasures(env);
        expect(await standing(person)).toEqual(left);
        expect(await act(env)).toEqual({ isDone: true, failure: null, isKept: true });
        expect(await standing(person)).toEqual(whole);
        expect((await readOwn(person)).request.envelope).toMatchObject({ words: TYPED.words });
      }
    },
  );

  it.each([
    ['a person by script', replyByApi, 3],
    ['a person by the page', replyByPage, 5],
    ['the desk', answerByDesk, 4],
  ])('a message of %s stands once after trying again', async (_by, make, least) => {
    const desk = await makeTestDesk();
    const calls = await callsToWrite(await make(await sendRequest(desk), desk));
    expect(calls).toBeGreaterThanOrEqual(least);

    for (let nth = 1; nth <= calls; nth++) {
      const person = await sendRequest(desk);
      const act = await make(person, desk);

      const heard = await act(bindingsAt(nth));

      const left = await standing(person);
      expectHonest(heard, left?.messages === 1);
      await resumeErasures(env);
      expect(await standing(person)).toEqual(left);
      expect(await act(env)).toEqual({ isDone: true, failure: null, isKept: true });
      expect((await readOwn(person)).messages.map(({ text }) => text)).toEqual([TYPED.message]);
    }
  });

  it.each(Object.entries(OFFICER_ACTS))(
    'the act %s stands with its row of the chain, or neither does',
    async (kind, act) => {
      const desk = await makeTestDesk();
      const { cookie } = await signInAs(desk);
      const begin = async () => (await openOwn(await sendRequest(desk)))?.id ?? '';
      const doIt = (id: string, bindings: Env): Promise<Response> => {
        if (kind === 'set-aside')
          return post('/api/staff/inquiries/set-aside', { ids: [id] }, { env: bindings, cookie });
        const path = `/api/staff/inquiries/${id}${act.path}`;
        return 'body' in act
          ? post(path, act.body, { env: bindings, cookie })
          : Promise.resolve(app.request(`${ORIGIN}${path}`, { headers: { cookie } }, bindings));
      };
      const recorded = recordCalls(env);
      expect((await doIt(await begin(), recorded.env)).ok).toBe(true);
      expect(recorded.calls.length).toBeGreaterThanOrEqual(3);

      for (let nth = 1; nth <= recorded.calls.length; nth++) {
        const id = await begin();
        const left = async () => ({
          isDone: (await env.DB.prepare(act.done).bind(id).first<number>('done')) === 1,
          rows: await env.DB.prepare(
            `SELECT count(*) AS n FROM audit_event
             WHERE kind = ?2 AND audit_ref = (SELECT audit_ref FROM inquiry WHERE id = ?1)`,
          )
            .bind(id, kind)
            .first<number>('n'),
        });

        const response = await doIt(id, bindingsAt(nth));

        const { isDone, rows } = await left();
        expect(rows).toBe(isDone ? 1 : 0);
        if (response.ok) expect(isDone).toBe(true);
        else expect(response.status).toBe(503);
        expect((await doIt(id, env)).ok).toBe(true);
        expect((await left()).isDone).toBe(true);
      }
      expect((await verifyChains(env)).chains).toMatchObject([{ slug: 'dau-moi', fault: null }]);
    },
  );

  it.each([
    ['a script', withdrawByApi],
    ['the page', withdrawByPage],
  ])('withdrawing by %s is not begun, or is finished by the cron', async (_by, make) => {
    const desk = await makeTestDesk();
    const calls = await callsOf(await make(await sendRequest(desk)));
    expect(calls).toBeGreaterThanOrEqual(3);

    for (let nth = 1; nth <= calls; nth++) {
      const person = await sendRequest(desk);
      const act = await make(person);

      const heard = await act(bindingsAt(nth));

      const left = await standing(person);
      const isBegun = left === null || left.status === 'erasing';
      expectHonest(heard, isBegun);
      // Marked first: from then on the code reads as never issued, whatever still stands.
      expect(await openOwn(person)).toEqual(isBegun ? null : expect.anything());
      await resumeErasures(env);
      expect(await standing(person)).toEqual(
        isBegun ? null : { status: 'received', hasKey: true, hasEvents: true, messages: 0 },
      );
      const again = await act(env);
      expect(isBegun ? again.failure : again.isDone).toEqual(
        isBegun ? expect.stringContaining('not_found') : true,
      );
      expect(await standing(person)).toBeNull();
      expect(await openOwn(person)).toBeNull();
    }
  });
});

describe('a portal whose database does not answer', () => {
  it('takes no requests, and says so before the first question', async () => {
    await makeTestDesk();
    const down = recordCalls(env);
    await openRequestPage(down.env, new Date());
    const [call = ''] = down.calls;

    const page = await openRequestPage(failing(env, call), new Date());

    expect(page).toEqual({ view: 'start', desks: [], error: 'storage_unavailable' });
  });

  it('says so after the first question too', async () => {
    await makeTestDesk();
    const form = formOf({ step: 'clock', resultKnown: 'no' });

    const page = await answerRequestPage(faultAt(env, 1, 'before'), form, new Date());

    expect(page).toEqual({ view: 'start', desks: [], error: 'storage_unavailable' });
  });
});

describe('a fault that is ours', () => {
  it('is not taken for a database that does not answer', async () => {
    const broken = { ...env, DB: undefined } as unknown as Env;

    await expect(openRequestPage(broken, new Date())).rejects.toBeInstanceOf(TypeError);
  });
});
