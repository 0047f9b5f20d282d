/** Puts a desk into words, at the choice and on the receipt: for the server's pages and the scripts alike. */
import type { OperatorKind } from '../../domain/desk.ts';
import { localHour } from '../../domain/hour.ts';
import { operatorKinds, requestMessages, times } from '../../words/vi.ts';

/** What a sender is told of a desk. */
export interface DescribedDesk {
  operatorKind: OperatorKind;
  operator: string;
  duty: string;
  hours: string;
  /** UTC ISO 8601; null when nobody has opened the box yet. */
  lastOpenedAt: string | null;
}

/** Who runs a desk, what it may have to do with what it is told, when it answers and when it last opened its box. */
export function describeDesk({ operatorKind, operator, duty, hours, lastOpenedAt }: DescribedDesk): string {
  const words = requestMessages.desk;
  const opened =
    lastOpenedAt === null ? words.neverOpened : words.opened(times.hour(localHour(lastOpenedAt)));
  return words.about({ kind: operatorKinds[operatorKind], operator, duty, hours, opened });
}
