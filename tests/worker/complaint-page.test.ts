import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeGroups } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import type { FollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import { type Bindings, postFollow, seeFollow } from './follow-forms.ts';
import {
  countRows,
  makePerson,
  makeTestDesk,
  openOwn,
  type Person,
  post,
  sendRequest,
  type TestDesk,
} from './sealed-journey.ts';

let desk: TestDesk;
let person: Person;

beforeEach(async () => {
  desk = await makeTestDesk();
  person = await sendRequest(desk);
});

const answer = (fields: Record<string, string>, bindings?: Bindings) => postFollow(person, fields, bindings);
const see = <V extends FollowPage['view']>(view: V, fields: Record<string, string>, bindings?: Bindings) =>
  seeFollow(person, view, fields, bindings);

describe('a complaint without JavaScript', () => {
  const text = 'Họ gọi về nhà tôi (lời thử).';

  /** A desk that takes complaints. */
  async function makeComplaintDesk(slug = 'khieu-nai'): Promise<TestDesk> {
    const made = await makeTestDesk(slug);
    await env.DB.prepare('UPDATE desk SET takes_complaints = 1 WHERE id = ?1').bind(made.id).run();
    return made;
  }

  /** A complaint as the page that is told to go to this desk posts it. */
  const filled = (to: TestDesk, newCode: string) => ({
    step: 'complaint',
    text,
    newCode,
    to: to.id,
    consent: CONSENT.complaint,
  });

  /** Ends the key to which the desk takes words now. */
  async function changeKey({ id }: TestDesk): Promise<string> {
    const { recipient } = await makePerson();
    await env.DB.prepare('UPDATE desk_key SET recipient = ?2 WHERE desk_id = ?1').bind(id, recipient).run();
    return recipient;
  }

  const takeNone = ({ id }: TestDesk) =>
    env.DB.prepare('UPDATE desk SET takes_complaints = 0 WHERE id = ?1').bind(id).run();

  it('has nowhere to go when no desk takes complaints, and never goes to the desk itself', async () => {
    expect(await answer({ step: 'complaint-ask' })).toMatchObject({ view: 'complaint', to: null });

    await env.DB.prepare('UPDATE desk SET takes_complaints = 1').run();

    expect(await answer({ step: 'complaint-ask' })).toMatchObject({ view: 'complaint', to: null });
    const { code: newCode } = await makePerson();
    expect(await answer(filled(desk, newCode))).toMatchObject({
      view: 'complaint',
      error: 'desk_closed',
      draft: text,
    });
    expect(await countRows('inquiry')).toBe(1);
  });

  it('is a request to the other desk under a code of its own, once, and the first desk is told nothing', async () => {
    const other = await makeComplaintDesk();
    const { newCode, to } = await see('complaint', { step: 'complaint-ask' });

    const pages = [
      await see('complained', filled(other, newCode)),
      await see('complained', filled(other, newCode)),
    ];

    expect(to?.id).toBe(other.id);
    expect(pages).toMatchObject([
      { newCode, receipt: { mayShowCode: true }, desk: { id: other.id } },
      { newCode, receipt: { mayShowCode: true }, desk: { id: other.id } },
    ]);
    expect(newCode).not.toBe(person.code);
    const { results } = await env.DB.prepare('SELECT desk_id, consent_version FROM inquiry').all();
    expect(results).toHaveLength(2);
    expect(results).toContainEqual({ desk_id: desk.id, consent_version: CONSENT.withCode });
    expect(results).toContainEqual({ desk_id: other.id, consent_version: CONSENT.complaint });
    const opened = await answer({ step: 'open', code: newCode });
    expect(opened).toMatchObject({
      view: 'thread',
      thread: { request: { envelope: { words: text, complaintAbout: 'dau-moi' } } },
    });
    expect((await openOwn(person))?.events.map(({ kind }) => kind)).toEqual(['received']);
    expect(await countRows('message')).toBe(0);
  });

  it('is not taken for sent when it comes with the code of the request itself, and goes with another one', async () => {
    const other = await makeComplaintDesk();

    const page = await see('complaint', filled(other, person.code));

    expect(page).toMatchObject({ problems: ['complaintCode'], draft: text, isAgreed: true });
    expect(page.newCode).not.toBe(person.code);
    expect(await countRows('inquiry')).toBe(1);
    const { newCode } = page;
    expect(await answer(filled(other, newCode))).toMatchObject({ view: 'complained', newCode });
    expect(await countRows('inquiry')).toBe(2);
  });

  it('names missing words and keeps the code', async () => {
    const other = await makeComplaintDesk();
    const { newCode, isAgreed } = await see('complaint', { step: 'complaint-ask' });

    expect(await answer({ ...filled(other, newCode), text: '' })).toMatchObject({
      view: 'complaint',
      newCode,
      problems: ['complaintMissing'],
    });
    expect(codeGroups(newCode)).toHaveLength(5);
    expect(isAgreed).toBe(false);
  });

  it.each(['', 'yes', CONSENT.either, '2026-11-22.2'])(
    'is not sent with the consent %j, and keeps the words and the code',
    async (consent) => {
      const other = await makeComplaintDesk();
      const { code: newCode } = await makePerson();

      const page = await see('complaint', { ...filled(other, newCode), consent });

      expect(page).toMatchObject({ problems: ['complaintConsent'], newCode, draft: text, isAgreed: false });
      expect(await countRows('inquiry')).toBe(1);
    },
  );

  it('goes to a health or civil desk before any other, whatever their names', async () => {
    const [police, civil] = [await makeComplaintDesk('a-cong-an'), await makeComplaintDesk('b-hoi')];
    const setKind = ({ id }: TestDesk, kind: string) =>
      env.DB.prepare('UPDATE desk SET operator_kind = ?2 WHERE id = ?1').bind(id, kind).run();
    await setKind(police, 'police');
    await setKind(civil, 'civil');

    expect((await see('complaint', { step: 'complaint-ask' })).to?.id).toBe(civil.id);
    await takeNone(civil);
    expect((await see('complaint', { step: 'complaint-ask' })).to?.id).toBe(police.id);
  });

  it('stays with the desk that the person has read of, also when another one would come first by now', async () => {
    const told = await makeComplaintDesk('z-khieu-nai');
    const { code: newCode } = await makePerson();
    await makeComplaintDesk('a-khieu-nai');

    expect(await see('complained', filled(told, newCode))).toMatchObject({ desk: { id: told.id } });
  });

  it('is not sent to a desk that the person has not read of, and asks for a new consent', async () => {
    const told = await makeComplaintDesk('a-khieu-nai');
    const other = await makeComplaintDesk('b-khieu-nai');
    const { code: newCode } = await makePerson();
    await takeNone(told);

    const page = await see('complaint', filled(told, newCode));

    expect(page).toMatchObject({
      problems: ['complaintMoved'],
      isAgreed: false,
      draft: text,
      newCode,
      to: { id: other.id },
    });
    expect(await countRows('inquiry')).toBe(1);
    expect(await see('complained', filled(other, newCode))).toMatchObject({ desk: { id: other.id } });
  });

  it('sent again names the desk that holds it, although that one takes complaints no more', async () => {
    const first = await makeComplaintDesk('a-khieu-nai');
    const { code: newCode } = await makePerson();
    await answer(filled(first, newCode));
    await takeNone(first);

    const alone = await see('complained', filled(first, newCode));
    const second = await makeComplaintDesk('b-khieu-nai');
    const moved = await see('complained', filled(first, newCode));
    const toSecond = await see('complained', filled(second, newCode));

    expect([alone, moved, toSecond].map(({ desk: holder }) => holder.id)).toEqual([
      first.id,
      first.id,
      first.id,
    ]);
    expect(await countRows('inquiry')).toBe(2);
  });

  it('is sealed to the key that the desk has when it is sent', async () => {
    const other = await makeComplaintDesk();
    const { newCode } = await see('complaint', { step: 'complaint-ask' });
    const recipient = await changeKey(other);

    await see('complained', filled(other, newCode));

    expect(await see('thread', { step: 'open', code: newCode })).toMatchObject({
      thread: { request: { envelope: { deskRecipient: recipient } } },
    });
  });

  it('whose code was saved is not shown again', async () => {
    const other = await makeComplaintDesk();
    const complaint = await makePerson();
    await answer(filled(other, complaint.code));
    await post('/api/inquiries/saved', { lookup: complaint.lookup });

    expect(await see('complained', filled(other, complaint.code))).toMatchObject({
      receipt: { mayShowCode: false },
    });
  });
});
