/** Puts a desk into words, at the choice and on the receipt: for the server's pages and the scripts alike. */

import { type DeskArea, type Ground, takesFrom } from '../../domain/desk-area.ts';
import type { OperatorKind } from '../../domain/desk-order.ts';
import { localHour } from '../../domain/hour.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { busyDesk, operatorKinds, receiptMessages, request, requestMessages, times } from '../../words/vi.ts';
import { earlierSending } from '../../words/vi-earlier-sending.ts';

/** What a sender is told of a desk. */
export interface DescribedDesk {
  operatorKind: OperatorKind;
  operator: string;
  duty: string;
  hours: string;
  /** Where it takes requests from; none for everywhere. */
  areas: readonly { name: string }[];
  /** UTC ISO 8601; null when nobody has opened the box yet. */
  lastOpenedAt: string | null;
  isBusy?: boolean | undefined;
}

/**
 * Who runs a desk, what it may have to do with what it is told, when it answers, where it takes requests from, when it last
 * opened its box, and whether answers may be slow.
 */
export function describeDesk(desk: DescribedDesk): string {
  const { operatorKind, operator, duty, hours, lastOpenedAt, isBusy = false } = desk;
  const about = requestMessages.desk.about({
    kind: operatorKinds[operatorKind],
    operator,
    duty,
    hours,
    opened: describeOpening(lastOpenedAt),
    area: desk.areas.map(({ name }) => name).join(', '),
  });
  return isBusy ? `${about} ${busyDesk}` : about;
}

/** What comes next for a request: who answers, in which hours, and when they last looked. */
export function describeNext(desk: Pick<DescribedDesk, 'hours' | 'lastOpenedAt'> & { name: string }): string {
  return receiptMessages.byDesk({ ...desk, opened: describeOpening(desk.lastOpenedAt) });
}

/** How a request is answered that was asked once; null where only the sealed request says it. */
export function describeAnswerOnce(answerBy: RequestAnswers['answerBy'] | null): string {
  return answerBy === null ? earlierSending.answerUnknown : receiptMessages.once.answer[answerBy];
}

/** What became of ordering the desks by a place that was typed. */
export function describeOrder(
  desks: readonly { areas: readonly DeskArea[] }[],
  ground: Ground | null,
): string {
  const words = request.form.place;
  if (ground === null) return words.unknown;
  const names = ground.names.join('; ');
  return desks.some(({ areas }) => takesFrom(areas, ground)) ? words.sorted(names) : words.noneThere(names);
}

function describeOpening(lastOpenedAt: string | null): string {
  const words = requestMessages.desk;
  return lastOpenedAt === null ? words.neverOpened : words.opened(times.hour(localHour(lastOpenedAt)));
}
