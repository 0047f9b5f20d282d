/** What a person reads first when they come back: the status, and why it is so. */
import { describe, expect, it } from 'vitest';
import type { MessageActs, ReadMessage } from '../../domain/read-thread.ts';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import { describeStatus, isWaiting, type ThreadEvent } from '../../src/client/describe-thread.ts';
import { followMessages } from '../../words/vi.ts';
import { followActMessages as words } from '../../words/vi-follow.ts';

const hour = '2026-11-22T03:00:00Z';

const event = (kind: ThreadEvent['kind'], reason: string | null = null): ThreadEvent => ({
  kind,
  hour,
  reason,
});

function answer(acts: Partial<MessageActs> = {}): ReadMessage {
  const nothing = { dataRequest: undefined, changesContact: undefined, referredTo: undefined };
  return {
    id: crypto.randomUUID(),
    from: 'desk',
    hour,
    text: 'x',
    problem: null,
    acts: { ...nothing, settles: undefined, ...acts },
  };
}

describe('the status of a closed request', () => {
  it.each([
    ['the desk closed it', null, words.closed.desk(RETENTION_DAYS)],
    ['both sides were silent', 'silence', words.closed.silence(RETENTION_DAYS)],
    ['the desk set it aside', 'set-aside', words.closed.setAside(RETENTION_DAYS)],
  ])('says why: %s', (_why, reason, sentence) => {
    const events = [event('received'), event('read'), event('closed', reason)];

    expect(describeStatus({ status: 'closed', events }, [])).toBe(sentence);
  });

  it('follows from the last time it was closed', () => {
    const events = [event('closed', 'set-aside'), event('read'), event('closed', 'silence')];

    expect(describeStatus({ status: 'closed', events }, [])).toBe(words.closed.silence(RETENTION_DAYS));
  });

  it('names the days by which it is erased, whoever closed it', () => {
    const sentences = Object.values(words.closed).map((say) => say(RETENTION_DAYS));

    for (const sentence of sentences) expect(sentence).toContain(`bị xóa sau ${RETENTION_DAYS.closed} ngày`);
    expect(new Set(sentences).size).toBe(3);
  });
});

describe('the status of an answered request', () => {
  const referred = [event('received'), event('answered'), event('referred')];
  const told = (events: ThreadEvent[], messages: ReadMessage[]) =>
    describeStatus({ status: 'answered', events }, messages);

  it('names the place to which the last answer referred the person', () => {
    const messages = [answer(), answer({ referredTo: 'Trạm thử' })];

    expect(told(referred, messages)).toBe(words.referredTo('Trạm thử'));
  });

  it('is a referral without a place when the message that names it cannot be trusted', () => {
    const altered = { id: 'c', from: 'desk', hour, text: null, problem: 'altered' } as const;

    expect(told(referred, [answer({ referredTo: 'Nơi cũ' }), altered])).toBe(words.events.referred);
  });

  it('is an answer again once the desk has answered after a referral', () => {
    const messages = [answer({ referredTo: 'Trạm thử' }), answer()];

    expect(told([event('referred'), event('answered')], messages)).toBe(followMessages.status.answered);
  });
});

describe('the sentence that no answer has come yet', () => {
  it.each(['received', 'read'] as const)('stands in a thread without messages that is %s', (status) => {
    expect(isWaiting(status, [])).toBe(true);
  });

  it('is left out where the request is closed, since none will come', () => {
    expect(isWaiting('closed', [])).toBe(false);
  });

  it('is left out where there are messages', () => {
    expect(isWaiting('read', [answer()])).toBe(false);
  });
});
