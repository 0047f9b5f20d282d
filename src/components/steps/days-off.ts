import { addDays, weekdayOf } from '../../../domain/local-day.ts';
import type { DayOff } from '../../../domain/working-days.ts';
import { readCsv } from '../../../functions/directory/csv.ts';

/** The days off that content/holidays.csv has. */
export function readDaysOff(csv: string): DayOff[] {
  return readCsv(csv).map(({ date = '', name = '' }) => ({ date, isExpected: /^DỰ KIẾN/.test(name) }));
}

/** For how long before and after the day of the build a page knows days off: whoever builds once a month is served. */
const [BEFORE, AFTER] = [45, 400];

/** The days off that can move a deadline, as the page hands them to its script: `2026-11-24 2027-02-04~`. */
export function daysOffText(csv: string, today: string): string {
  return readDaysOff(csv)
    .filter(({ date }) => date >= addDays(today, -BEFORE) && date <= addDays(today, AFTER))
    .filter(({ date }) => !['SA', 'SU'].includes(weekdayOf(date)))
    .map(({ date, isExpected }) => date + (isExpected ? '~' : ''))
    .join(' ');
}
