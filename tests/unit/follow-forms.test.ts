import { describe, expect, it } from 'vitest';
import { DATA_REQUESTS } from '../../domain/data-deadlines.ts';
import type { RequestEnvelope } from '../../domain/envelope.ts';
import { readContactForm, readDataForm } from '../../domain/follow-forms.ts';
import { describeHolding, type Holding } from '../../src/client/describe-holding.ts';
import { describeEvents, describeMessages } from '../../src/client/describe-thread.ts';
import { followActMessages, holdingText } from '../../words/vi-follow.ts';

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
