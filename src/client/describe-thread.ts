/** Puts an opened thread into words: for the server's pages and the scripts alike. */
import type { CodeReading } from '../../domain/code.ts';
import { type DataRequestState, dueDay } from '../../domain/data-request-state.ts';
import { localHour } from '../../domain/hour.ts';
import type { MessageActs, PartProblem, ReadMessage } from '../../domain/read-thread.ts';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import { closedWhy, followMessages, staff, times } from '../../words/vi.ts';
import { followActMessages } from '../../words/vi-follow.ts';

/** The status as the server tells it; why a request is closed stands in its events. */
export type ThreadStatus = keyof typeof followMessages.status | 'closed';

/** A message as it is shown. */
export interface ShownMessage {
  tone: 'desk' | 'person' | 'warning';
  head: string;
  isNew: boolean;
  hour: string;
  /** What the message does beside what it says; empty when that is nothing. */
  act: string;
  text: string;
}

/** What happened to a request, as the server tells it. */
export interface ThreadEvent {
  kind: keyof typeof followActMessages.events;
  hour: string;
  /** Why the contact part was opened, or the request closed by itself or set aside, from closed lists. */
  reason: string | null;
}

/** The thread's messages in words. The person's own stay hidden until they ask; later answers are marked as new. */
export function describeMessages(
  messages: readonly ReadMessage[],
  { isOwnShown, seenMessages }: { isOwnShown: boolean; seenMessages: number },
): ShownMessage[] {
  return messages.map((message, index) => {
    const shown = describeMessage(message);
    if (shown.tone === 'person' && !isOwnShown)
      return { ...shown, head: followActMessages.ownHidden, act: '', text: '' };
    return { ...shown, isNew: message.from === 'desk' && index >= seenMessages };
  });
}

/** The status in words, and what follows from it: why it was closed, or where the last answer referred the person to. */
export function describeStatus(
  { status, events }: { status: ThreadStatus; events: readonly ThreadEvent[] },
  messages: readonly ReadMessage[],
): string {
  if (status === 'closed') {
    const why = events.filter(({ kind }) => kind === 'closed').at(-1)?.reason;
    const words = followActMessages.closed;
    if (why === 'silence') return words.silence(RETENTION_DAYS);
    return why === 'set-aside' ? words.setAside(RETENTION_DAYS) : words.desk(RETENTION_DAYS);
  }
  const answer = events.filter(isAnswer).at(-1);
  if (status !== 'answered' || answer?.kind !== 'referred') return followMessages.status[status];
  const place = placeIn(messages.filter(({ from }) => from === 'desk').at(-1));
  return place === undefined ? followActMessages.events.referred : followActMessages.referredTo(place);
}

/** Whether an answer may still be waited for and none has come: a closed request is told so by its status. */
export function isWaiting(status: ThreadStatus, messages: readonly ReadMessage[]): boolean {
  return messages.length === 0 && status !== 'closed';
}

/** How many answers came since the person last saw the thread. */
export function countNew(messages: readonly ReadMessage[], seenMessages: number): number {
  return messages.slice(seenMessages).filter(({ from }) => from === 'desk').length;
}

/** One message in words: its text under who wrote it, or why it is not shown. */
export function describeMessage(message: ReadMessage): ShownMessage {
  const hour = followMessages.at(times.hour(localHour(message.hour)));
  const plain = { isNew: false, hour, act: '', text: '' };
  if (message.problem !== null) return { ...plain, tone: 'warning', head: describeProblem(message.problem) };
  const head = message.from === 'desk' ? followMessages.fromDesk : followMessages.fromYou;
  return { ...plain, tone: message.from, head, act: describeActs(message.acts), text: message.text };
}

function describeActs({ dataRequest, changesContact, referredTo, settles }: MessageActs): string {
  const words = followActMessages.acts;
  if (referredTo !== undefined) return words.referral(referredTo);
  if (settles !== undefined) return words[settles.how];
  if (dataRequest !== undefined) return followActMessages.asks(followActMessages.requests[dataRequest]);
  return changesContact ? words.changesContact : '';
}

const isAnswer = ({ kind }: ThreadEvent): boolean => kind === 'answered' || kind === 'referred';

/** Where a message refers the person to; undefined when it does not, or cannot be trusted. */
function placeIn(message: ReadMessage | undefined): string | undefined {
  return message?.problem === null ? message.acts.referredTo : undefined;
}

/** What happened, a line each with its hour. Where the person was referred to stands only in the sealed message. */
export function describeEvents(events: readonly ThreadEvent[], messages: readonly ReadMessage[]): string[] {
  // Each message of the desk came with one event, in the same order.
  const answers = messages.filter(({ from }) => from === 'desk');
  const reasons: Record<string, string> = staff.inquiry.reasons;
  return events.map(({ kind, hour, reason }) => {
    let what: string = followActMessages.events[kind];
    const answer = isAnswer({ kind, hour, reason }) ? answers.shift() : undefined;
    const place = placeIn(answer);
    if (kind === 'referred' && place !== undefined) what = followActMessages.referredTo(place);
    if (kind === 'closed' && reason === 'silence') what = closedWhy.silence(RETENTION_DAYS.silent);
    if (kind === 'closed' && reason === 'set-aside') what = closedWhy.setAside;
    const why = reason === null ? undefined : reasons[reason];
    if (why !== undefined) what = followActMessages.openedFor(why);
    return followActMessages.event(what, times.hour(localHour(hour)));
  });
}

/** The person's requests about their data, a line each with its days. */
export function describeRequests(states: readonly DataRequestState[]): string[] {
  const words = followActMessages;
  return states.map((state) => {
    const asked = words.askedOn(words.requests[state.request], words.day(state.askedOn));
    if (state.doneOn !== null) return `${asked} ${words.doneOn(words.day(state.doneOn))}`;
    const first = state.isAnswered ? words.firstDone : words.firstBy(words.day(state.firstAnswer));
    const due = words.day(dueDay(state));
    const last = state.isExtended ? words.extendedBy(due) : words.doneBy(due);
    return [asked, first, last, ...(state.isAnswered || state.isSure ? [] : [words.notSure])].join(' ');
  });
}

/** Why a message is not shown. */
export function describeProblem(problem: PartProblem): string {
  const words = followMessages.messageProblems;
  switch (problem) {
    case 'proof':
    case 'recipient':
    case 'desk':
    case 'outdated':
      return words.proof;
    case 'sender':
    case 'copied':
    case 'altered':
      return words[problem];
    case 'cannot-open':
    case 'malformed':
      return words.damaged;
  }
}

/** What is wrong with a typed code, and how to mend it. */
export function describeCodeProblem(reading: Exclude<CodeReading, { ok: true }>): string {
  const words = followMessages.problems;
  if (reading.problem !== 'length') return words[reading.problem];
  return reading.typed < 25 ? words.length(reading.typed) : words.lengthOver(reading.typed);
}
