import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { openRequestParts } from '../../functions/inquiries/answer-request-page.ts';
import { withdrawInquiry } from '../../functions/inquiries/withdraw-inquiry.ts';
import { answer, filled, lastGroup } from './request-forms.ts';
import { countRows, makePerson, makeTestDesk, readOwn, TYPED } from './sealed-journey.ts';
import { smallDirectory } from './shipped.ts';
import { failing, recordCalls, tapEnv } from './tapped-env.ts';

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
    await loadDirectory(env.DB, smallDirectory, new Date());
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
