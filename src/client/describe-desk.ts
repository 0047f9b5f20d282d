/** Puts a desk into words, at the choice and on the receipt: for the server's pages and the scripts alike. */
import type { OperatorKind } from '../../domain/desk.ts';
import { localHour } from '../../domain/hour.ts';
import { busyDesk, operatorKinds, receiptMessages, requestMessages, times } from '../../words/vi.ts';

/** What a sender is told of a desk. */
export interface DescribedDesk {
  operatorKind: OperatorKind;
  operator: string;
  duty: string;
  hours: string;
  /** UTC ISO 8601; null when nobody has opened the box yet. */
  lastOpenedAt: string | null;
  isBusy?: boolean | undefined;
}

/**
 * Who runs a desk, what it may have to do with what it is told, when it answers, when it last opened its box, and whether
 * answers may be slow.
 */
export function describeDesk({ operatorKind, lastOpenedAt, isBusy = false, ...desk }: DescribedDesk): string {
  const opened = describeOpening(lastOpenedAt);
  const about = requestMessages.desk.about({ ...desk, kind: operatorKinds[operatorKind], opened });
  return isBusy ? `${about} ${busyDesk}` : about;
}

/** What comes next for a request: who answers, in which hours, and when they last looked. */
export function describeNext(desk: Pick<DescribedDesk, 'hours' | 'lastOpenedAt'> & { name: string }): string {
  return receiptMessages.byDesk({ ...desk, opened: describeOpening(desk.lastOpenedAt) });
}

function describeOpening(lastOpenedAt: string | null): string {
  const words = requestMessages.desk;
  return lastOpenedAt === null ? words.neverOpened : words.opened(times.hour(localHour(lastOpenedAt)));
}
