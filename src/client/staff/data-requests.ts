/** The requests about data of an opened thread, with their days, and what an answer settles of them. */
import { type DataRequestState, dueDay } from '../../../domain/data-request-state.ts';
import { localDay } from '../../../domain/local-day.ts';
import type { MessageActs } from '../../../domain/read-thread.ts';
import type { MessageContent } from '../../../domain/seal-request.ts';
import { deskActs } from '../../../words/vi-desk-acts.ts';
import { followActMessages } from '../../../words/vi-follow.ts';
import { slot } from '../slots.ts';

/** Lists the requests about data beside the request; shows nothing when there are none. */
export function showDataRequests(view: ParentNode, states: readonly DataRequestState[]): void {
  slot(view, 'data-requests-part').hidden = states.length === 0;
  const today = localDay(new Date());
  slot(view, 'data-requests').replaceChildren(
    ...states.map((state) => {
      const item = document.createElement('li');
      item.textContent = describeState(state, today);
      return item;
    }),
  );
  const next = nextDue(states);
  slot(view, 'settles-part').hidden = next === null;
  if (next === null) return;
  slot(view, 'settles-which').textContent = deskActs.settles.which(
    followActMessages.requests[next.request],
    followActMessages.day(dueDay(next)),
  );
}

/** The request about data that is due first; null when all are done. */
export function nextDue(states: readonly DataRequestState[]): DataRequestState | null {
  const open = states.filter(({ doneOn }) => doneOn === null);
  return open.sort((a, b) => dueDay(a).localeCompare(dueDay(b)))[0] ?? null;
}

/** What an answer's form says of the request that is due first and of another place to go to. */
export function readAnswerActs(
  read: (name: string) => string,
  next: DataRequestState | null,
): Pick<MessageContent, 'referredTo' | 'settles'> {
  const referredTo = read('referredTo').trim().normalize('NFC');
  const how = (['done', 'extended'] as const).find((choice) => choice === read('settles'));
  return {
    ...(referredTo === '' ? {} : { referredTo }),
    ...(next === null || how === undefined ? {} : { settles: { id: next.id, how } }),
  };
}

/** What a message does beside what it says, as the desk reads it; empty when that is nothing. */
export function describeDeskActs({ dataRequest, changesContact, referredTo, settles }: MessageActs): string {
  const { fromPersonActs: person, fromDeskActs: own } = deskActs;
  if (referredTo !== undefined) return own.referral(referredTo);
  if (settles !== undefined) return own[settles.how];
  if (dataRequest === 'correct') return person.correction;
  if (dataRequest !== undefined) return person.asks(followActMessages.requests[dataRequest]);
  return changesContact ? person.changesContact : '';
}

function describeState(state: DataRequestState, today: string): string {
  const { day, requests } = followActMessages;
  const words = deskActs.states;
  const asked = words.asked(requests[state.request], day(state.askedOn));
  if (state.doneOn !== null) return `${asked} ${words.done(day(state.doneOn))}`;
  const first = state.isAnswered
    ? words.answered
    : state.firstAnswer < today
      ? words.firstLate(day(state.firstAnswer))
      : words.first(day(state.firstAnswer));
  const due = dueDay(state);
  const last = due < today ? words.late(day(due)) : words.due(day(due));
  const extension = state.isExtended ? words.isExtended : words.mayExtend(day(state.extended));
  const doubt = state.isAnswered || state.isSure ? [] : [words.notSure];
  return [asked, first, ...doubt, last, extension].join(' ');
}
