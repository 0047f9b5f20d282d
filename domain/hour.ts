/** Times of requests and messages are kept to the hour, so that they tell little about who sat where when. */

/** The hour in which a moment lies, as UTC ISO 8601 (`2026-11-22T03:00:00Z`). */
export function hourOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 13)}:00:00Z`;
}

/** Việt Nam's distance from UTC, as local-day.ts has it: imported, that file would be one more for the pages of dates to load. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** A stored hour's parts on a clock in Việt Nam, as numbers without leading zeros. @throws RangeError when it is none */
export function localHour(hour: string): { day: string; month: string; year: string; hour: string } {
  const clock = new Date(Date.parse(hour) + OFFSET_MS).toISOString();
  const part = (from: number, to: number): string => String(Number(clock.slice(from, to)));
  return { day: part(8, 10), month: part(5, 7), year: part(0, 4), hour: part(11, 13) };
}
