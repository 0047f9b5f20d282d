/**
 * Opening hours as filter words, so that "open now" is one more word of a search: `mo:2-0830` is open for the whole
 * half hour from 8:30 on Mondays (thứ hai; Sunday is 8), `mo:luon` always, `mo:2026-12-24-0830` on that day alone, and
 * `rieng:2026-12-24` says that this day has hours of its own or none. Hours are those of Asia/Ho_Chi_Minh. Pure.
 */
import { localDay, localMinute, WEEKDAYS, weekdayOf } from '../../domain/local-day.ts';
import type { PlaceTables } from './schema.ts';

type Schedule = PlaceTables['schedules'][number];

const HALF_HOUR = 30;
const DAY = 24 * 60;

/**
 * The words of a place's schedules. Only half hours that are open from end to end count, so a place is never called
 * open when it is not. Seasons (valid_from other than valid_to) and monthly rows say too little for a week and give none.
 */
export function openWords(schedules: readonly Schedule[]): string[] {
  const words = new Set<string>();
  let weekly = 0;
  for (const row of schedules) {
    const slots = slotsOf(row);
    if (row.valid_from !== null && row.valid_from === row.valid_to) {
      words.add(`rieng:${row.valid_from}`);
      for (const { day, minute } of slots) {
        if (day === 0) words.add(`mo:${row.valid_from}-${clock(minute)}`);
      }
    } else if (row.valid_from === null && row.valid_to === null && row.freq !== 'MONTHLY') {
      for (const day of weekdaysOf(row)) {
        for (const slot of slots) {
          const word = `mo:${((day + slot.day) % 7) + 2}-${clock(slot.minute)}`;
          if (words.has(word)) continue;
          words.add(word);
          weekly += 1;
        }
      }
    }
  }
  if (weekly < (7 * DAY) / HALF_HOUR) return [...words];
  return ['mo:luon', ...[...words].filter((word) => !/^mo:\d-/.test(word))];
}

/** Which words say that a place is open at a moment, and which one takes the regular hours back on that day. */
export function openAt(now: Date): { regular: string[]; special: string; isSpecial: string; date: string } {
  const date = localDay(now);
  const minute = localMinute(now);
  const slot = clock(minute - (minute % HALF_HOUR));
  const day = WEEKDAYS.indexOf(weekdayOf(date));
  return {
    regular: ['mo:luon', `mo:${day + 2}-${slot}`],
    special: `mo:${date}-${slot}`,
    isSpecial: `rieng:${date}`,
    date,
  };
}

function weekdaysOf({ byday }: Schedule): number[] {
  const days = (byday ?? '').split(',');
  return WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index] : []));
}

/** The half hours of one opening; after midnight they belong to the next day. */
function slotsOf({ opens_at, closes_at }: Schedule): { day: 0 | 1; minute: number }[] {
  if (opens_at === null || closes_at === null) return [];
  const opens = minutesOf(opens_at);
  const closes = minutesOf(closes_at);
  const ends = closes > opens ? closes : closes + DAY;
  const slots: { day: 0 | 1; minute: number }[] = [];
  for (let at = Math.ceil(opens / HALF_HOUR) * HALF_HOUR; at + HALF_HOUR <= ends; at += HALF_HOUR) {
    slots.push({ day: at < DAY ? 0 : 1, minute: at % DAY });
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
