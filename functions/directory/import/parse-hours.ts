/** Opening hours as a list words them, in the words of RFC 5545 that schedules use. */
import { fold } from '../../../domain/fold.ts';

export interface Period {
  /** Days such as "MO,TU". */
  byday: string;
  opens: string;
  closes: string;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Folded names of the days, Monday first. */
const DAY_NAMES: readonly (readonly string[])[] = [
  ['2', 'hai'],
  ['3', 'ba'],
  ['4', 'tu'],
  ['5', 'nam'],
  ['6', 'sau'],
  ['7', 'bay'],
  ['cn', 'chu nhat'],
];

const EVERY_DAY = /^(hang ngay|moi ngay|ca tuan|tat ca cac ngay)$/;
/** The first time of a part; the 6 of "T6:" is none. */
const TIME = /(?<!\bt ?|\bthu ?)\b(\d{1,2}( ?[hg]|:\d{2})|24\/24)/;

/**
 * Understands "Thứ 2 - Thứ 6: 07:30-11:30, 13:30-17:00; Thứ 7: 8h-11h", "Hằng ngày: 24/24", with T2 and CN for short.
 * Null when any part is not understood: half of the hours would be worse than none.
 */
export function parseHours(text: string): Period[] | null {
  const parts = fold(text)
    .split(/;/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const periods: Period[] = [];
  for (const part of parts) {
    const at = part.search(TIME);
    const days = at < 1 ? null : parseDays(part.slice(0, at).replace(/[:,\s]+$/, ''));
    const times = at < 1 ? null : parseTimes(part.slice(at));
    if (days === null || times === null) return null;
    periods.push(...times.map(({ opens, closes }) => ({ byday: days, opens, closes })));
  }
  return periods.length === 0 ? null : periods;
}

function parseDays(text: string): string | null {
  if (EVERY_DAY.test(text)) return DAYS.join(',');
  const found = new Set<number>();
  for (const piece of text.split(/,| va /)) {
    const ends = piece.split(/-|–| den /).map((name) => dayNumber(name));
    const [from, to = from, ...more] = ends;
    if (from === undefined || to === undefined || from < 0 || to < from || more.length > 0) return null;
    for (let day = from; day <= to; day += 1) found.add(day);
  }
  return DAYS.filter((_, day) => found.has(day)).join(',');
}

function dayNumber(name: string): number {
  const bare = name
    .trim()
    .replace(/^(thu|t) ?(?=\S)/, '')
    .trim();
  return DAY_NAMES.findIndex((names) => names.includes(bare));
}

function parseTimes(text: string): { opens: string; closes: string }[] | null {
  const times: { opens: string; closes: string }[] = [];
  for (const piece of text.split(/,| va /)) {
    const [opens, closes, ...more] = /^\s*24\/24\s*$/.test(piece)
      ? ['00:00', '24:00']
      : piece.split(/-|–| den /).map(timeOf);
    if (opens == null || closes == null || more.length > 0 || opens >= closes) return null;
    times.push({ opens, closes });
  }
  return times;
}

function timeOf(text: string): string | null {
  const { h = '', m = '0' } = /^\s*(?<h>\d{1,2})(?: ?[h:g] ?(?<m>\d{2})?)?\s*$/.exec(text)?.groups ?? {};
  const [hour, minute] = [Number(h), Number(m)];
  if (h === '' || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
