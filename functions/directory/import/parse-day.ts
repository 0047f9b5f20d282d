/**
 * A day, month or year the way Vietnamese lists write it ("31/12/2026", "12/2026", "2026") or ISO 8601, as ISO 8601 of
 * the same precision. Null when it is none or no such day exists.
 */
export function parseDay(text: string): string | null {
  const parts =
    /^(?:(?<d>\d{1,2})[/.-])?(?<m>\d{1,2})[/.-](?<y>\d{4})$/.exec(text)?.groups ??
    /^(?<y>\d{4})(?:-(?<m>\d{2})(?:-(?<d>\d{2}))?)?$/.exec(text)?.groups;
  if (parts === undefined) return null;
  const { d, m = '1', y = '' } = parts;
  const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d ?? 1)));
  const isReal =
    Number(y) >= 1900 && day.getUTCMonth() === Number(m) - 1 && day.getUTCDate() === Number(d ?? 1);
  if (!isReal) return null;
  const length = d !== undefined ? 10 : parts.m !== undefined ? 7 : 4;
  return day.toISOString().slice(0, length);
}

/** Whether one ISO date is certainly before another, as far as the less exact of both tells. */
export function isBefore(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

/** The latest ISO date inside a text such as "2022-02-14; 2025-03"; null when it holds none. */
export function latestDate(text: string): string | null {
  const dates = text.match(/\b(19|20)\d{2}(-\d{2}){0,2}\b/g) ?? [];
  return dates.reduce<string | null>(
    (latest, date) => (latest === null || isBefore(latest, date) ? date : latest),
    null,
  );
}
