/**
 * Opening hours as filter words, so that "open now" is one more word of a search and says what the place's page says:
 * `mo:2-0830` is open for the whole half hour from 8:30 on Mondays (thứ hai; Sunday is 8), `mo:luon` always,
 * `mo:2026-12-24-0830` on that day alone, and `rieng:2026-12-24` says that this day has hours of its own or none.
 * `dem:` in the stead of `mo:` is the part after midnight of what began the day before, whose holidays and own hours
 * it goes by, and `mos:`, `dems:` and `mua:` are the same for the weekdays of a season. Hours are those of Asia/Ho_Chi_Minh. Pure.
 */
import { addDays, daysBetween, localDay, localMinute, WEEKDAYS, weekdayOf } from '../../domain/local-day.ts';
import { isClear } from '../../domain/opening-hours.ts';
import type { PlaceTables } from './schema.ts';

type Schedule = PlaceTables['schedules'][number];

const HALF_HOUR = 30;
const DAY = 24 * 60;

/** Longest period whose hours are words; of a longer one it is known only that the regular hours do not hold. */
const SPOKEN_DAYS = 31;

/** Longest period of which every day is a word; beside a longer one no regular hours are promised at all. */
const MARKED_DAYS = 366;

/**
 * The words of a place's schedules. Only half hours that are open from end to end count, so a place is never called
 * open when it is not. Rows with one end alone and monthly rows say too little and give none.
 */
export function openWords(schedules: readonly Schedule[]): string[] {
  const clear = schedules.filter(isClear);
  const periods = clear.filter((row) => daysOf(row) !== null);
  const isEndless = periods.some((row) => (daysOf(row) ?? 0) > MARKED_DAYS);
  const singleDays = new Set(periods.flatMap((row) => (daysOf(row) === 1 ? (row.valid_from ?? []) : [])));
  return [
    ...new Set([
      ...(isEndless ? [] : weeklyWords(clear)),
      ...periods.flatMap((row) => periodWords(row, singleDays)),
    ]),
  ];
}

/** The regular hours, of every week. */
function weeklyWords(schedules: readonly Schedule[]): string[] {
  const words = new Set<string>();
  for (const row of schedules) {
    if (row.valid_from !== null || row.valid_to !== null) continue;
    for (const day of weekdaysOf(row)) {
      for (const { kind, minute } of slotsOf(row)) {
        words.add(`${kind}:${((day + (kind === 'dem' ? 1 : 0)) % 7) + 2}-${clock(minute)}`);
      }
    }
  }
  const begun = [...words].filter((word) => word.startsWith('mo:'));
  return begun.length === (7 * DAY) / HALF_HOUR ? ['mo:luon'] : [...words];
}

/**
 * The words of one period or day. Hours of all its days stand against everything regular; hours of some weekdays are
 * the regular ones of a season. A row for a day alone outweighs one for a period that the day lies in.
 */
function periodWords(row: Schedule, singleDays: ReadonlySet<string>): string[] {
  const length = daysOf(row) ?? 0;
  const first = row.valid_from;
  if (first === null || length > MARKED_DAYS) return [];
  const weekdays = length === 1 || row.byday === null ? null : weekdaysOf(row);
  const [mark, season] = weekdays === null ? ['rieng', ''] : ['mua', 's'];
  const slots = length > SPOKEN_DAYS ? [] : slotsOf(row);
  return Array.from({ length }, (_, n) => addDays(first, n)).flatMap((day) => {
    const isMeant = weekdays === null || weekdays.includes(WEEKDAYS.indexOf(weekdayOf(day)));
    if (!isMeant || (length > 1 && singleDays.has(day))) return [];
    const after = addDays(day, 1);
    return [
      `${mark}:${day}`,
      ...slots.map(({ kind, minute }) => `${kind}${season}:${kind === 'mo' ? day : after}-${clock(minute)}`),
    ];
  });
}

/** Which words say that a place is open at a moment, unless others take them back. */
export interface OpenWords {
  today: DayWords;
  /** What began yesterday and goes on after midnight. */
  yesterday: DayWords;
}

interface DayWords {
  date: string;
  /** The hours of every week. */
  regular: string[];
  /** Those of a season, on the weekdays that it names. */
  season: string;
  /** Those of this day or period alone. */
  own: string;
  /** The day has hours of its own, or none. */
  hasOwn: string;
  hasSeason: string;
}

/** The words to ask for at a moment. */
export function openAt(now: Date): OpenWords {
  const date = localDay(now);
  const minute = localMinute(now);
  const slot = clock(minute - (minute % HALF_HOUR));
  const day = WEEKDAYS.indexOf(weekdayOf(date)) + 2;
  const before = addDays(date, -1);
  const words = (kind: 'mo' | 'dem', on: string): DayWords => ({
    date: on,
    regular: [...(kind === 'mo' ? ['mo:luon'] : []), `${kind}:${day}-${slot}`],
    season: `${kind}s:${date}-${slot}`,
    own: `${kind}:${date}-${slot}`,
    hasOwn: `rieng:${on}`,
    hasSeason: `mua:${on}`,
  });
  return { today: words('mo', date), yesterday: words('dem', before) };
}

/** How many days a row with both ends speaks of; null for one without. */
function daysOf({ valid_from, valid_to }: Schedule): number | null {
  return valid_from === null || valid_to === null ? null : Math.max(0, daysBetween(valid_from, valid_to) + 1);
}

function weekdaysOf({ byday }: Schedule): number[] {
  const days = (byday ?? '').split(',');
  return WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index] : []));
}

/** The half hours of one opening; after midnight they are the night's. */
function slotsOf({ opens_at, closes_at }: Schedule): { kind: 'mo' | 'dem'; minute: number }[] {
  if (opens_at === null || closes_at === null) return [];
  const opens = minutesOf(opens_at);
  const closes = minutesOf(closes_at);
  const ends = closes > opens ? closes : closes + DAY;
  const slots: { kind: 'mo' | 'dem'; minute: number }[] = [];
  for (let at = Math.ceil(opens / HALF_HOUR) * HALF_HOUR; at + HALF_HOUR <= ends; at += HALF_HOUR) {
    slots.push({ kind: at < DAY ? 'mo' : 'dem', minute: at % DAY });
  }
  return slots;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`;
}
