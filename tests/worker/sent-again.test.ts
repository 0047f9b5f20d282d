/** An answer that was lost leaves the form in front of the person, who sends it again, mended or not. */
import { beforeEach, expect, it } from 'vitest';
import { postFollow } from './follow-forms.ts';
import { makeTestDesk, type Person, readOwn, sendRequest, TYPED } from './sealed-journey.ts';

let person: Person;

beforeEach(async () => {
  person = await sendRequest(await makeTestDesk());
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
