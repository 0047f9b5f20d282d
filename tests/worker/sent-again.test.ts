/** An answer that was lost leaves the form in front of the person, who sends it again, mended or not. */
import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { answerFollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import { formOf } from './failing-acts.ts';
import { postFollow } from './follow-forms.ts';
import {
  makePerson,
  makeTestDesk,
  type Person,
  post,
  readOwn,
  sealedBody,
  sendRequest,
  type TestDesk,
  TYPED,
} from './sealed-journey.ts';
import { failing, faultAt, recordCalls } from './tapped-env.ts';

let desk: TestDesk;
let person: Person;

beforeEach(async () => {
  desk = await makeTestDesk();
  person = await sendRequest(desk);
});

const answer = (fields: Record<string, string>) => postFollow(person, fields);

it('the same message stands once, and other words of the same form stand beside it', async () => {
  const fields = { step: 'reply', messageId: crypto.randomUUID() };
  const mended = `${TYPED.message} (sửa)`;

  for (const text of [TYPED.message, TYPED.message, mended])
    expect(await answer({ ...fields, text })).toMatchObject({ view: 'thread', done: 'reply' });

  const { messages } = await readOwn(person);
  expect(messages.map(({ text }) => text)).toEqual([TYPED.message, mended]);
});

it('a request about data stands once, and another one of the same form stands beside it', async () => {
  const fields = { step: 'data', messageId: crypto.randomUUID() };

  for (const dataRequest of ['see', 'see', 'restrict'])
    expect(await answer({ ...fields, dataRequest })).toMatchObject({ view: 'thread', done: 'data' });

  const { messages } = await readOwn(person);
  expect(messages).toMatchObject([{ acts: { dataRequest: 'see' } }, { acts: { dataRequest: 'restrict' } }]);
});

it('a number that was corrected is the one that counts', async () => {
  const fields = {
    step: 'contact',
    messageId: crypto.randomUUID(),
    answerBy: 'phone',
    consentCall: 'yes',
  };

  for (const phone of ['0900 000 777', '0900 000 777', '0900 000 778'])
    expect(await answer({ ...fields, phone })).toMatchObject({ view: 'thread', done: 'contact' });

  expect((await readOwn(person)).messages).toHaveLength(2);
  expect(await answer({ step: 'holding' })).toMatchObject({ contact: { phone: '0900 000 778' } });
});

it('a request that stands is told so, though the key of the second attempt cannot be deleted', async () => {
  const sender = await makePerson();
  const body = await sealedBody(sender, desk);
  const first = await post('/api/inquiries', body);

  const second = await post('/api/inquiries', body, { env: failing(env, 'R2 delete') });

  expect(second.status).toBe(201);
  const { receipt } = (await first.json()) as { receipt: object };
  expect(await second.json()).toEqual({ receipt: { ...receipt, isEarlier: true } });
});

it.each([
  ['reply', { text: TYPED.message }],
  ['contact', { answerBy: 'phone', phone: '0900 000 777', consentCall: 'yes' }],
  ['data', { dataRequest: 'see' }],
])(
  'a %s that is stored is told as done, though the thread behind it cannot be shown',
  async (step, fields) => {
    const send = (bindings: Env) =>
      answerFollowPage(
        bindings,
        formOf({ ...fields, step, code: person.code, messageId: crypto.randomUUID() }),
        new Date(),
      );
    const recorded = recordCalls(env);
    await send(recorded.env);
    const write = recorded.calls.lastIndexOf('batch') + 1;
    const before = (await readOwn(person)).messages.length;

    const page = await send(faultAt(env, write + 1, 'before'));

    expect(page).toEqual({ view: 'unshown', code: person.code, done: step });
    expect((await readOwn(person)).messages).toHaveLength(before + 1);
  },
);
