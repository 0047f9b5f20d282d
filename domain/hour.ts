/** Times of requests and messages are kept to the hour, so that they tell little about who sat where when. */
import { localClock } from './local-day.ts';

/** The hour in which a moment lies, as UTC ISO 8601 (`2026-11-22T03:00:00Z`). */
export function hourOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 13)}:00:00Z`;
}

/** A stored hour's parts on a clock in Việt Nam, as numbers without leading zeros. */
export function localHour(hour: string): { day: string; month: string; year: string; hour: string } {
  const clock = localClock(new Date(hour));
  const part = (from: number, to: number): string => String(Number(clock.slice(from, to)));
  return { day: part(8, 10), month: part(5, 7), year: part(0, 4), hour: part(11, 13) };
}
