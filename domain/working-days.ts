/** The days on which offices work, for deadlines that the law counts in them. */
import { addDays, weekdayOf } from './local-day.ts';

/** A day off as content/holidays.csv has it. */
export interface DayOff {
  /** ISO day. */
  date: string;
  /** Nobody has announced it yet. */
  isExpected: boolean;
}

/**
 * Saturdays on which offices work in the place of a day that they have off: for 2/1/2026 and 31/8/2026, for officials
 * and public employees only (notices CV 12729/VPCP-KGVX and TB 9441/TB-BNV). Without them a deadline would fall later.
 */
export const MAKE_UP_DAYS: readonly string[] = ['2026-01-10', '2026-08-22'];

/**
 * Whether offices work on a day. A day off that is only expected counts as a working day: a deadline that is kept too
 * early does no harm.
 */
export function isWorkingDay(
  day: string,
  daysOff: readonly DayOff[],
  makeUpDays: readonly string[] = MAKE_UP_DAYS,
): boolean {
  if (makeUpDays.includes(day)) return true;
  const weekday = weekdayOf(day);
  if (weekday === 'SA' || weekday === 'SU') return false;
  return !daysOff.some(({ date, isExpected }) => date === day && !isExpected);
}

/** The day that is so many working days after another, which is not counted itself. */
export function addWorkingDays(
  day: string,
  count: number,
  daysOff: readonly DayOff[],
  makeUpDays: readonly string[] = MAKE_UP_DAYS,
): string {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, daysOff, makeUpDays)) left -= 1;
  }
  return reached;
}
