/** Times of requests and messages are kept to the hour, so that they tell little about who sat where when. */

/** The hour in which a moment lies, as UTC ISO 8601 (`2026-11-22T03:00:00Z`). */
export function hourOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 13)}:00:00Z`;
}

const LOCAL_HOUR = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** A stored hour's parts on a clock in Việt Nam, as numbers without leading zeros. */
export function localHour(hour: string): { day: string; month: string; year: string; hour: string } {
  const parts = new Map(LOCAL_HOUR.formatToParts(new Date(hour)).map((part) => [part.type, part.value]));
  const value = (type: Intl.DateTimeFormatPartTypes) => String(Number(parts.get(type)));
  return { day: value('day'), month: value('month'), year: value('year'), hour: value('hour') };
}
