import { addDays, daysBetween, type Weekday, weekdayOf } from '../../../domain/local-day.ts';
import type { HoursTable, Moment, OpenState, Span } from '../../../domain/opening-hours.ts';
import { readableSourceDate } from '../../../domain/source-date.ts';
import { place as words } from '../../../words/vi.ts';

/** One sentence on whether a place is open; null when nothing at all is known of its hours. */
export function describeOpen(state: OpenState, today: string, hasSchedule: boolean): string | null {
  switch (state.kind) {
    case 'open':
      return state.until === null ? words.open.always : words.open.until(describeEnd(state.until, today));
    case 'closed':
      return state.opens === null ? words.open.closed : words.open.again(describeStart(state.opens, today));
    case 'holiday':
      if (!hasSchedule) return null;
      return state.holiday.isExpected ? words.open.expectedHoliday : words.open.holiday(state.holiday.name);
    case 'unknown':
      return hasSchedule ? words.open.unknown : null;
  }
}

function describeEnd({ day, time }: Moment, today: string): string {
  return day === today ? shortTime(time) : describeStart({ day, time }, today);
}

function describeStart({ day, time }: Moment, today: string): string {
  if (day === today) return words.open.today(shortTime(time));
  if (day === addDays(today, 1)) return words.open.tomorrow(shortTime(time));
  // The same day of next week would be mistaken for today.
  const isFar = daysBetween(today, day) > 6;
  return words.open.onDay(
    shortTime(time),
    words.weekdays[weekdayOf(day)],
    isFar ? readableSourceDate(day) : null,
  );
}

/** `7:30` for `07:30`. */
function shortTime(time: string): string {
  return time.replace(/^0/, '');
}

/** "thứ Hai đến thứ Sáu", "thứ Bảy", "mỗi ngày". */
export function describeDays(days: readonly Weekday[]): string {
  if (days.length === 7) return words.everyDay;
  const names = days.map((day) => words.weekdays[day]);
  const [first = '', second = ''] = names;
  if (names.length === 2) return `${first}, ${second}`;
  return names.length > 2 ? words.weekdayRange(first, names.at(-1) ?? '') : first;
}

/** "7:30–11:30, 13:30–17:00", "nghỉ", "cả ngày đêm". */
export function describeSpans(spans: readonly Span[]): string {
  if (spans.length === 0) return words.closedThen;
  return spans
    .map(({ opens, closes }) =>
      opens === '00:00' && (closes === '24:00' || closes === '00:00')
        ? words.allDay
        : `${shortTime(opens)}–${shortTime(closes)}`,
    )
    .join(', ');
}

/** The days of a special row: one, or a period. */
export function describePeriod({ from, to }: HoursTable['special'][number]): string {
  const [first, last] = [readableSourceDate(from), readableSourceDate(to)];
  return from === to ? first : words.dayRange(first, last);
}
