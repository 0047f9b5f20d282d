import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { codeGroups } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { answerRequestPage, openRequestParts } from '../../functions/inquiries/answer-request-page.ts';
import { withdrawInquiry } from '../../functions/inquiries/withdraw-inquiry.ts';
import {
  countRows,
  makePerson,
  makeTestDesk,
  openOwn,
  type Person,
  readOwn,
  type TestDesk,
  TYPED,
} from './sealed-journey.ts';
import { failing, recordCalls, tapEnv } from './tapped-env.ts';

/** Posts one of the page's forms. */
function answer(fields: Record<string, string>, bindings: Pick<Env, 'DB' | 'ERASE_KEYS'> = env) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return answerRequestPage(bindings, form, new Date());
}

const filled = (person: Person, desk: TestDesk, changes: Record<string, string> = {}) => ({
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
  ...changes,
});

const isClosed = () => env.DB.prepare('SELECT is_receipt_closed FROM inquiry').first('is_receipt_closed');

/** The bindings of which the note that a receipt is closed cannot be written. */
const withoutClosing = () =>
  tapEnv(env, (call, act) =>
    call.startsWith('UPDATE inquiry SET is_receipt_closed') ? Promise.reject(new Error('store down')) : act(),
  );

const lastGroup = (person: Person) => codeGroups(person.code).at(-1) ?? '';

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

describe('a request sent again to another desk', () => {
  it('is told to be at the first one, where it is', async () => {
    const [first, second] = [await makeTestDesk('mot'), await makeTestDesk('hai')];
    const person = await makePerson();
    await answer(filled(person, first));

    const page = await answer(filled(person, second));

    expect(page).toMatchObject({ view: 'receipt', desk: { id: first.id } });
    expect(await countRows('inquiry')).toBe(1);
  });
});

describe('asking once', () => {
  it('shows no code, now or when the form is sent again', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const pages = [
      await answer(filled(person, desk, { once: 'yes' })),
      await answer(filled(person, desk, { once: 'yes' })),
      await answer(filled(person, desk)),
    ];

    expect(pages.map(({ view }) => view)).toEqual(['sent-once', 'sent-once', 'received-before']);
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

  it('still says that it was sent when the receipt could not be closed', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const page = await answer(filled(person, desk, { once: 'yes' }), withoutClosing());

    expect(page).toMatchObject({ view: 'sent-once' });
    expect(await openOwn(person)).not.toBeNull();
  });
});

describe('signs of danger', () => {
  it('lead to 115 before anything is sent, and are sent when the person still wants to', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const fields = filled(person, desk, { urgency: 'danger' });

    const page = await answer(fields);
    const before = await countRows('inquiry');
    const sent = await answer({ ...fields, dangerSeen: 'yes' });

    expect(page).toMatchObject({
      view: 'form',
      code: person.code,
      problems: [{ field: 'urgency', problem: 'danger-first' }],
    });
    expect(before).toBe(0);
    expect(sent).toMatchObject({ view: 'receipt' });
    const { request } = await readOwn(person);
    expect(request.envelope).toMatchObject({ urgency: 'danger' });
  });
});

describe('the check before anything is sent', () => {
  it('tells where it would go and stores nothing, however often it is asked for', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const recorded = recordCalls(env);

    const pages = [
      await answer(filled(person, desk, { step: 'check' }), recorded.env),
      await answer(filled(person, desk, { step: 'check' }), recorded.env),
    ];

    expect(pages).toMatchObject([
      { view: 'check', desk: { id: desk.id }, filled: { code: person.code }, error: null },
      { view: 'check' },
    ]);
    expect(recorded.calls.filter((call) => !call.startsWith('SELECT'))).toEqual([]);
    expect(await countRows('inquiry')).toBe(0);
  });

  it.each(['check', 'send'])('comes after what is wrong with the form (%s)', async (step) => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const page = await answer(filled(person, desk, { step, words: '', help: '' }));

    expect(page).toMatchObject({ view: 'form', problems: [{ field: 'help' }] });
  });

  it.each(['check', 'send'])('opens each question again without losing a word (%s)', async (step) => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const change = (name: string) => answer(filled(person, desk, { step, change: name }));

    const pages = [await change('phone'), await change('resultKnown'), await change('không-có')];

    expect(pages).toMatchObject([
      { view: 'form', changing: 'phone', code: person.code, problems: [] },
      { view: 'clock', filled: { code: person.code } },
      { view: step === 'check' ? 'check' : 'receipt' },
    ]);
    expect(pages[0]?.view === 'form' && pages[0].values('words')).toEqual([TYPED.words]);
    expect(pages[1]?.view === 'clock' && pages[1].filled.values('words')).toEqual([TYPED.words]);
  });

  it('follows another answer about the legal clock, past the page that tells of the 24 hours', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const clock = (changes: Record<string, string>) =>
      answer(filled(person, desk, { step: 'clock', ...changes }));

    expect(await clock({ resultKnown: '' })).toMatchObject({ view: 'clock', error: 'clock' });
    expect(await clock({ resultKnown: 'yes' })).toMatchObject({
      view: 'stop',
      resultKnown: 'yes',
      filled: { code: person.code },
    });
    expect(await clock({ resultKnown: 'yes', continue: 'yes' })).toMatchObject({ view: 'check' });
    expect(await clock({ resultKnown: 'no' })).toMatchObject({ view: 'check' });
  });

  it('is not drawn for a desk that takes none', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const page = await answer(filled(person, desk, { step: 'check', desk: 'khong-co' }));

    expect(page).toMatchObject({ view: 'form', error: 'desk_closed' });
  });

  it.each([
    ['once more', {}],
    ['with the place', { find: 'yes' }],
    ['with a question to change', { change: 'words' }],
    ['with something missing', { words: '', help: '' }],
    ['with the field of programs', { website: 'x' }],
  ])('draws no word of a request that was sent already (%s)', async (_how, changes) => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    await answer(filled(person, desk));
    const again = () => answer(filled(person, desk, { step: 'check', ...changes }));

    const before = await again();
    await answer({ step: 'saved', code: person.code, lastGroup: lastGroup(person) });
    const saved = await again();
    await withdrawInquiry(env, person.lookup, new Date());
    const withdrawn = await again();

    expect([before, saved, withdrawn]).toMatchObject([
      { view: 'receipt', code: person.code },
      { view: 'received-before' },
      { view: 'start', error: 'request_withdrawn' },
    ]);
  });

  it('is drawn all the same when nobody can tell whether it was sent', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const noReceipts = tapEnv(env, (call, act) =>
      call.includes('is_receipt_closed') ? Promise.reject(new Error('D1_ERROR: down')) : act(),
    );

    expect(await answer(filled(person, desk, { step: 'check' }), noReceipts)).toMatchObject({
      view: 'check',
    });
  });
});

describe('the place', () => {
  beforeEach(async () => {
    await loadDirectory(env.DB, inject('smallDirectory'), new Date());
  });

  /** Two desks of Hồ Chí Minh City and Hà Nội, the farther one first by its name. */
  async function makeTwoDesks() {
    return [await makeTestDesk('a-tp-hcm', ['79']), await makeTestDesk('b-ha-noi', ['01'])] as const;
  }

  it.each([
    ['quận Hoàng Mai', ['b-ha-noi', 'a-tp-hcm']],
    ['Sài Gòn', ['a-tp-hcm', 'b-ha-noi']],
    ['', ['a-tp-hcm', 'b-ha-noi']],
    ['Không Có Nơi Này', ['a-tp-hcm', 'b-ha-noi']],
  ])('%j puts the desks in the order %j and keeps what was typed', async (place, order) => {
    await makeTwoDesks();
    const person = await makePerson();

    const page = await answer({ step: 'send', find: 'yes', code: person.code, place, words: TYPED.words });

    if (page.view !== 'form') throw new Error(page.view);
    expect(page.desks.map(({ name }) => name)).toEqual(order);
    expect(page.problems).toEqual([]);
    expect(page.values('words')).toEqual([TYPED.words]);
    expect(page.code).toBe(person.code);
  });

  it('stays in its order when the form has problems', async () => {
    await makeTwoDesks();
    const person = await makePerson();

    const page = await answer({ step: 'send', code: person.code, place: 'hoang mai' });

    expect(page).toMatchObject({ view: 'form', desks: [{ name: 'b-ha-noi' }, { name: 'a-tp-hcm' }] });
  });

  it('loses no words when the units cannot be read', async () => {
    await makeTwoDesks();
    const person = await makePerson();

    const page = await answer(
      { step: 'send', find: 'yes', code: person.code, place: 'hoang mai', words: TYPED.words },
      failing(env, 'batch'),
    );

    expect(page).toMatchObject({ view: 'form', ground: null, desks: [{}, {}] });
  });

  it('is told to the desk with leave, and else to nobody', async () => {
    const desk = await makeTestDesk();
    const [silent, open] = [await makePerson(), await makePerson()];

    await answer(filled(silent, desk, { place: 'Hoàng Mai' }));
    await answer(filled(open, desk, { place: 'Hoàng Mai', consentPlace: 'yes' }));

    expect((await readOwn(silent)).request.envelope).not.toHaveProperty('place');
    expect((await readOwn(open)).request.envelope).toMatchObject({ place: 'Hoàng Mai' });
  });
});

describe('what the script needs after the first question', () => {
  it('are the open desks and a code, whatever was answered', async () => {
    const desk = await makeTestDesk();
    const parts = [await openRequestParts(env, new Date()), await openRequestParts(env, new Date())];

    expect(parts.map(({ desks }) => desks.map(({ id }) => id))).toEqual([[desk.id], [desk.id]]);
    expect(new Set(parts.map(({ code }) => code)).size).toBe(2);
  });
});
