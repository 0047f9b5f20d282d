/** Days and minutes on a clock in Việt Nam, as plain strings and numbers. */

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 13/6/1975 (IANA time zone database). */
const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The days of a week, as RFC 5545 names them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The day on which a moment lies in Việt Nam (`2026-11-22`). */
export function localDay(moment: Date): string {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Minutes since midnight in Việt Nam, 0 to 1439. */
export function localMinute(moment: Date): number {
  const local = new Date(moment.getTime() + OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** A moment on a clock in Việt Nam, to the minute (`2026-11-22T14:30`). */
export function localClock(moment: Date): string {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** The day that lies so many days after another; before it when negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The moment so many times 24 hours after another; before it when negative. */
export function shiftDays(moment: Date, count: number): Date {
  return new Date(moment.getTime() + count * DAY_MS);
}

/** How many days lie from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day of the week. */
export function weekdayOf(day: string): Weekday {
  // 1/1/1970 was a Thursday, the fourth day.
  const index = (((Date.parse(day) / DAY_MS + 3) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? 'MO';
}
