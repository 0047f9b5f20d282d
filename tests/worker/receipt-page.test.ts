import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { mayHaveArrived } from '../../domain/earlier-sending.ts';
import { AppError } from '../../functions/errors.ts';
import { answer, filled, lastGroup } from './request-forms.ts';
import { countRows, makePerson, makeTestDesk, openOwn, readOwn, TYPED } from './sealed-journey.ts';
import { recordCalls, tapEnv } from './tapped-env.ts';

const isClosed = () => env.DB.prepare('SELECT is_receipt_closed FROM inquiry').first('is_receipt_closed');

/** The bindings of which the note that a receipt is closed cannot be written. */
const withoutClosing = () =>
  tapEnv(env, (call, act) =>
    call.startsWith('UPDATE inquiry SET is_receipt_closed') ? Promise.reject(new Error('store down')) : act(),
  );

/** The bindings of which no receipt can be read. */
const withoutReceipts = () =>
  tapEnv(env, (call, act) =>
    call.includes('is_receipt_closed') ? Promise.reject(new Error('D1_ERROR: store down')) : act(),
  );

describe('the proof of saving without JavaScript', () => {
  it.each([
    ['', 'empty'],
    ['BBBBB', 'wrong'],
  ])('keeps the receipt open after the group %j', async (typed, problem) => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk));

    const page = await answer({ step: 'saved', code: person.code, lastGroup: typed });
    const again = await answer(filled(person, desk));

    expect(page).toMatchObject({ view: 'receipt', code: person.code, problem, desk: { id: desk.id } });
    expect(again).toMatchObject({ view: 'receipt', code: person.code, problem: null });
    expect(await isClosed()).toBe(0);
  });

  it('closes the receipt with the last group, and shows the code to no form after that', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk));

    const page = await answer({
      step: 'saved',
      code: person.code,
      lastGroup: lastGroup(person).toLowerCase(),
    });

    expect(page).toEqual({ view: 'saved', isSkipped: false, isClosed: true });
    expect(await answer(filled(person, desk))).toEqual({ view: 'received-before' });
    expect(await answer({ step: 'saved', code: person.code, lastGroup: '?' })).toEqual({
      view: 'received-before',
    });
  });

  it('closes the receipt when the person knowingly leaves it out', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk));

    const page = await answer({ step: 'saved', code: person.code, lastGroup: '?', skip: 'yes' });

    expect(page).toEqual({ view: 'saved', isSkipped: true, isClosed: true });
    expect(await isClosed()).toBe(1);
  });

  it('says when it could not be noted, because the page before then still shows the code', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk));
    const fields = { step: 'saved', code: person.code, lastGroup: lastGroup(person) };

    const page = await answer(fields, withoutClosing());

    expect(page).toEqual({ view: 'saved', isSkipped: false, isClosed: false });
    expect(await isClosed()).toBe(0);
  });

  it.each([
    ['while the database does not answer', 'storage_unavailable', withoutReceipts],
    ['when too many come at once', 'slow_down', () => env],
  ] as const)('shows the code again %s, with what was wrong', async (_when, error, bindings) => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk));
    const brake = () => Promise.reject(new AppError('slow_down'));

    const page = await answer(
      { step: 'saved', code: person.code, lastGroup: 'BBBBB' },
      bindings(),
      error === 'slow_down' ? brake : undefined,
    );

    expect(page).toEqual({ view: 'code', code: person.code, problem: 'wrong', error });
  });

  it('begins anew for a code of which nothing is known', async () => {
    await makeTestDesk();
    const person = await makePerson();

    const page = await answer({ step: 'saved', code: person.code, lastGroup: '?' });

    expect(page).toMatchObject({ view: 'start', error: 'not_found' });
  });

  it('asks the stores the same for a code never issued as for one being erased', async () => {
    const desk = await makeTestDesk();
    const [never, erased] = [await makePerson(), await makePerson()];
    await answer(filled(erased, desk));
    await env.DB.prepare(`UPDATE inquiry SET status = 'erasing'`).run();

    const outcomes = await Promise.all(
      [never, erased].map(async ({ code }) => {
        const recorded = recordCalls(env);
        const page = await answer({ step: 'saved', code, lastGroup: '?' }, recorded.env);
        return { page, calls: recorded.calls };
      }),
    );

    expect(outcomes[0]).toEqual(outcomes[1]);
  });
});

describe('asking once', () => {
  it('shows no code, now or when the form is sent again', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const pages = [
      await answer(filled(person, desk, { once: 'yes' })),
      await answer(filled(person, desk, { once: 'yes' })),
    ];

    expect(pages).toMatchObject([
      { view: 'sent-once', answerBy: 'code', earlier: null },
      { view: 'sent-once', answerBy: null, earlier: 'maybe' },
    ]);
    expect(JSON.stringify(pages)).not.toContain(person.code);
    expect(await countRows('inquiry')).toBe(1);
  });

  it.each([
    ['code', {}],
    ['phone', { phone: TYPED.phone, consentCall: 'yes' }],
  ] as const)('tells the desk that nobody reads an answer (%s)', async (answerBy, contact) => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const page = await answer(filled(person, desk, { once: 'yes', answerBy, ...contact }));

    expect(page).toMatchObject({ view: 'sent-once', answerBy });
    const { request } = await readOwn(person);
    expect(request.envelope).toMatchObject({ once: true, words: TYPED.words });
  });

  it('has no receipt from the first moment, and none when an earlier page is posted again', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    await answer(filled(person, desk, { once: 'yes' }), withoutClosing());
    const again = await answer(filled(person, desk, { step: 'check', once: 'yes' }));

    expect(await isClosed()).toBe(1);
    expect(again).toMatchObject({ view: 'sent-once', answerBy: null, earlier: 'maybe' });
    expect(JSON.stringify(again)).not.toContain(person.code);
    expect(await openOwn(person)).not.toBeNull();
  });
});

/** The bindings of which the first sending is stored, and its answer is lost. */
const losingTheAnswer = () => {
  let isStored = false;
  return tapEnv(env, async (call, act) => {
    if (isStored) return act();
    const answered = await act();
    if (call !== 'batch') return answered;
    isStored = true;
    throw new Error('D1_ERROR: connection lost');
  });
};

describe.each(['check', 'send'])('an edited form that is sent again (step %s)', (step) => {
  const byPhone = { answerBy: 'phone', phone: TYPED.phone, consentCall: 'yes' };

  it('is told that the earlier sending stands', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const lost = await answer(filled(person, desk, byPhone), losingTheAnswer());

    const again = await answer(filled(person, desk, { step, words: 'khác' }));

    expect(lost).toMatchObject({ view: 'check', error: 'storage_unavailable' });
    expect(lost.view === 'check' && mayHaveArrived(lost.filled.values)).toBe(true);
    expect(again).toMatchObject({ view: 'receipt', code: person.code, earlier: 'maybe' });
    expect((await readOwn(person)).request.envelope).toMatchObject({ words: TYPED.words });
  });

  it('draws the code of a request that was not asked once, and says why', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk), losingTheAnswer());

    const again = await answer(filled(person, desk, { step, once: 'yes' }));

    expect(again).toMatchObject({ view: 'receipt', code: person.code, earlier: 'other-way' });
    expect(await isClosed()).toBe(0);
  });

  it('draws no code for a request that was asked once, and says why', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk, { ...byPhone, once: 'yes' }), losingTheAnswer());

    const again = await answer(filled(person, desk, { step }));

    expect(again).toMatchObject({ view: 'sent-once', answerBy: null, earlier: 'other-way' });
    expect(JSON.stringify(again)).not.toContain(person.code);
  });
});

describe('a form that may have arrived', () => {
  it('is not said of one that was refused before anything was stored', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const brake = () => Promise.reject(new AppError('slow_down'));

    const page = await answer(filled(person, desk), env, brake);

    expect(page).toMatchObject({ view: 'check', error: 'slow_down' });
    expect(page.view === 'check' && mayHaveArrived(page.filled.values)).toBe(false);
  });

  it('remembers it when an answer is changed', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const page = await answer(filled(person, desk, { step: 'check', tried: 'yes', change: 'words' }));

    expect(page.view === 'form' && mayHaveArrived(page.values)).toBe(true);
  });
});
