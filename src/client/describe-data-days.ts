/** The days that a request about data would have, in words: for the server's page and the scripts alike. */
import { DATA_REQUESTS, dataDeadlines } from '../../domain/data-deadlines.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import { COUNT_MONTHS, D1_HISTORY_DAYS, ERASED_CODE_DAYS } from '../../domain/retention.ts';
import type { DayOff } from '../../domain/working-days.ts';
import { followActMessages as words } from '../../words/vi-follow.ts';

/** When each request would be due if it were sent at this moment, a line each. */
export function describeDataDays(daysOff: readonly DayOff[], now: Date): string[] {
  const today = localDay(now);
  const first = dataDeadlines('see', today, daysOff);
  return [
    words.firstBy(words.day(first.firstAnswer)),
    ...(first.isSure ? [] : [words.notSure]),
    ...DATA_REQUESTS.map((request) => {
      const { due, extended } = dataDeadlines(request, today, daysOff);
      return words.plan(words.requests[request], words.day(due), words.day(extended));
    }),
  ];
}

/** When the last traces of a request erased on this day are gone: its code's hash, then the database's history. */
export function describeGone(erasedOn: string): string {
  // The hash goes on the day after its last one.
  const codeGone = addDays(erasedOn, ERASED_CODE_DAYS + 1);
  return words.gone(words.day(codeGone), words.day(addDays(codeGone, D1_HISTORY_DAYS)), COUNT_MONTHS);
}
