import { describe, expect, it } from 'vitest';
import { CONSENT } from '../../domain/consent.ts';
import { DATA_REQUESTS } from '../../domain/data-deadlines.ts';
import { chooseComplaintDesk } from '../../domain/desk-order.ts';
import type { RequestEnvelope } from '../../domain/envelope.ts';
import { readComplaintForm, readContactForm, readDataForm } from '../../domain/follow-forms.ts';
import { describeHolding, type Holding } from '../../src/client/describe-holding.ts';
import { describeEvents, describeMessages } from '../../src/client/describe-thread.ts';
import { request } from '../../words/vi.ts';
import { complaintConsent, followActMessages, holdingText } from '../../words/vi-follow.ts';

const reader = (fields: Record<string, string>) => (name: string) =>
  fields[name] === undefined ? [] : [fields[name]];
const defaults = { see: 'xem', restrict: 'ngừng', erase: 'xóa' };

describe('a changed contact', () => {
  const phone = { answerBy: 'phone', phone: '0900 000 001', consentCall: 'yes' };

  it.each([
    [{ answerBy: 'code' }, { answerBy: 'code', phone: '', safeHours: '' }],
    [
      { ...phone, answerBy: 'code', safeHours: 'tối' },
      { answerBy: 'code', phone: '', safeHours: '' },
    ],
    [
      { ...phone, phone: ' 0900 000 001 ', safeHours: 'tối\r\nthứ Hai ' },
      { answerBy: 'phone', phone: '0900 000 001', safeHours: 'tối\nthứ Hai' },
    ],
    [
      { ...phone, opening: ' Tôi gọi về quyển từ điển ' },
      { answerBy: 'phone', phone: '0900 000 001', safeHours: '', opening: 'Tôi gọi về quyển từ điển' },
    ],
    [
      { answerBy: 'code', opening: 'Tôi gọi về quyển từ điển' },
      { answerBy: 'code', phone: '', safeHours: '' },
    ],
  ])('%j is read', (fields, answers) => {
    expect(readContactForm(reader(fields))).toEqual({ ok: true, answers });
  });

  it.each([
    [{}, ['answerBy']],
    [{ answerBy: 'pigeon' }, ['answerBy']],
    [{ ...phone, phone: '' }, ['phone']],
    [{ ...phone, phone: '0900 000 001 ngoài giờ' }, ['phone']],
    [{ ...phone, safeHours: 'a'.repeat(201) }, ['safeHours']],
    [{ ...phone, opening: 'a'.repeat(201) }, ['opening']],
    [{ ...phone, consentCall: 'no' }, ['consentCall']],
    [{ answerBy: 'phone' }, ['phone', 'consentCall']],
  ])('%j names what is at fault', (fields, problems) => {
    expect(readContactForm(reader(fields))).toEqual({ ok: false, problems });
  });
});

describe('a request about data', () => {
  it.each(DATA_REQUESTS)('to %s takes words', (dataRequest) => {
    expect(readDataForm(reader({ dataRequest, text: ' Lời. ' }), defaults)).toEqual({
      ok: true,
      dataRequest,
      text: 'Lời.',
    });
  });

  it('has words of its own where the person writes none, but for a correction', () => {
    expect(DATA_REQUESTS.map((dataRequest) => readDataForm(reader({ dataRequest }), defaults))).toEqual([
      { ok: false, problem: 'correctionMissing' },
      { ok: true, dataRequest: 'see', text: 'xem' },
      { ok: true, dataRequest: 'restrict', text: 'ngừng' },
      { ok: true, dataRequest: 'erase', text: 'xóa' },
    ]);
  });

  it.each([
    [3000, true],
    [3001, false],
  ])('of %i characters is taken: %s', (length, ok) => {
    expect(readDataForm(reader({ dataRequest: 'see', text: 'a'.repeat(length) }), defaults).ok).toBe(ok);
  });
});

const hour = '2026-11-22T03:00:00Z';
const message = (id: string, from: 'person' | 'desk', text: string, acts = {}) =>
  ({ id, from, hour, text, acts, problem: null }) as const;

describe('the words of a thread', () => {
  it('hide the person’s own until they ask, and never a warning or an answer', () => {
    const messages = [
      message('a', 'person', 'lời của tôi', { dataRequest: 'erase' }),
      message('b', 'desk', 'trả lời'),
      { id: 'c', from: 'person', hour, text: null, problem: 'altered' } as const,
    ];

    const hidden = describeMessages(messages, { isOwnShown: false, seenMessages: 1 });
    const shown = describeMessages(messages, { isOwnShown: true, seenMessages: 1 });

    expect(JSON.stringify(hidden)).not.toContain('lời của tôi');
    expect(hidden.map(({ text, isNew }) => [text, isNew])).toEqual([
      ['', false],
      ['trả lời', true],
      ['', false],
    ]);
    expect(shown[0]).toMatchObject({
      text: 'lời của tôi',
      act: followActMessages.asks(followActMessages.requests.erase),
    });
    expect(hidden[2]?.tone).toBe('warning');
  });

  it('name the place of a referral from the sealed message, and only as many as are genuine', () => {
    const events = [
      { kind: 'referred', hour, reason: null },
      { kind: 'referred', hour, reason: null },
      { kind: 'contact-opened', hour, reason: 'no-such-reason' },
    ] as const;

    const lines = describeEvents(events, [message('a', 'desk', 'x', { referredTo: 'Trạm thử' })]);

    expect(lines[0]).toContain('Trạm thử');
    expect(lines[1]).toContain(followActMessages.events.referred);
    expect(lines[2]).toContain(followActMessages.events['contact-opened']);
  });
});

describe('a complaint', () => {
  const agreed = { text: ' Họ gọi về nhà tôi\r\nhai lần ', consent: CONSENT.complaint };

  it('is taken with its consent, and tidied', () => {
    expect(readComplaintForm(reader(agreed))).toEqual({ ok: true, words: 'Họ gọi về nhà tôi\nhai lần' });
  });

  it.each([
    [{ ...agreed, text: ' ' }, ['complaintMissing']],
    [{ ...agreed, text: 'a'.repeat(3001) }, ['tooLong']],
    [{ ...agreed, consent: 'yes' }, ['complaintConsent']],
    [{ ...agreed, consent: CONSENT.either }, ['complaintConsent']],
    [{}, ['complaintMissing', 'complaintConsent']],
  ])('names every problem: %j', (fields, problems) => {
    expect(readComplaintForm(reader(fields))).toEqual({ ok: false, problems });
  });

  it.each([
    ['a', null, 'b'],
    ['b', null, 'a'],
    ['b', 'c', 'c'],
    ['c', 'c', 'a'],
    ['a', 'gone', 'b'],
  ])('about %s goes to another desk, which stays the one that was read of: %j → %s', (about, told, to) => {
    const desks = ['a', 'b', 'c'].map((id) => ({ id }));

    expect(chooseComplaintDesk(desks, { about, told })?.id).toBe(to);
    expect(chooseComplaintDesk([{ id: about }], { about, told })).toBeNull();
  });
});

describe('the text of everything that is held', () => {
  const address = { v: 1, desk: 'd', deskRecipient: 'age1d', recipient: 'age1p', proof: 'P' } as const;
  const envelope: RequestEnvelope = {
    ...address,
    kind: 'request',
    resultKnown: 'no',
    forWhom: 'self',
    ageBand: 'adult',
    help: ['talk'],
    words: 'Lời đầu',
  };
  const holding: Holding = {
    desk: { name: 'Đầu mối thử', operator: 'Trạm thử' },
    receivedHour: hour,
    status: 'read',
    consentVersion: '2026-11-22',
    recipient: 'age1p',
    seenMessages: 0,
    events: [{ kind: 'received', hour, reason: null }],
    request: { envelope, problem: null },
    contact: { ...address, kind: 'contact', answerBy: 'phone', phone: '0900 000 001', safeHours: '' },
    messages: [message('a', 'person', 'lời sau'), message('b', 'desk', 'trả lời')],
  };

  it('holds every fact and every word, and neither the proof nor a code', () => {
    const text = describeHolding(holding, new Date(hour));

    for (const each of ['Đầu mối thử', 'Trạm thử', 'Lời đầu', '0900 000 001', 'lời sau', 'trả lời', 'age1p'])
      expect(text).toContain(each);
    expect(text).toContain(`${holdingText.safeHours}: ${holdingText.none}`);
    expect(text).not.toMatch(/\bP\b/);
    expect(text).not.toContain('undefined');
  });

  it('says in words that it was asked once', () => {
    const request = { envelope: { ...envelope, once: true as const }, problem: null };

    const text = describeHolding({ ...holding, request }, new Date(hour));

    expect(text).toContain(`${holdingText.once}: ${holdingText.isOnce}`);
    expect(text).not.toContain('true');
  });

  const consented = (consentVersion: string, changes: Partial<RequestEnvelope> = {}) =>
    describeHolding(
      { ...holding, consentVersion, request: { envelope: { ...envelope, ...changes }, problem: null } },
      new Date(hour),
    );

  it.each([
    [CONSENT.withCode, request.form.consent.readWithCode],
    [CONSENT.once, request.form.consent.readOnce],
    [CONSENT.either, request.form.consent.read],
    [CONSENT.eitherOnce, request.form.consent.read],
    [CONSENT.complaint, complaintConsent.text],
  ])('holds the text that was agreed to as %s', (version, text) => {
    expect(consented(version)).toContain(
      `${holdingText.consent}: ${version}\n${holdingText.consented(text)}\n`,
    );
  });

  it.each(['2026-11-22', '2026-11-22.2'])('claims no text for the earlier name %s', (version) => {
    const ofRequest = consented(version);
    const ofComplaint = consented(version, { complaintAbout: 'Đầu mối khác' });

    expect(ofRequest).toContain(`${holdingText.consent}: ${version}\n${holdingText.consentShared}\n`);
    expect(ofComplaint).toContain(`${holdingText.consent}: ${version}\n${holdingText.consentNotAsked}\n`);
    for (const text of [ofRequest, ofComplaint]) expect(text).not.toContain(holdingText.consented(''));
    for (const text of [ofRequest, ofComplaint]) expect(text).not.toContain('Tôi đồng ý');
  });

  it('leaves out no fact that has no sentence yet', () => {
    const later = { ...envelope, later: ['một', 'hai'] };

    const text = describeHolding({ ...holding, request: { envelope: later, problem: null } }, new Date(hour));

    expect(text).toContain('later: một; hai');
  });

  it('says of parts that were altered that they were', () => {
    const request = { envelope: null, problem: 'altered' } as const;

    const text = describeHolding({ ...holding, request, contact: null, messages: [] }, new Date(hour));

    expect(text.split(holdingText.damaged)).toHaveLength(3);
    expect(text).toContain(holdingText.noMessages);
  });
});
