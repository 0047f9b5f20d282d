const LOCAL_DATE = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day on a calendar in Việt Nam at a moment, as `2026-11-22`. */
export function localDate(moment: Date): string {
  const parts = new Map(LOCAL_DATE.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
