/**
 * Whether a place is open, from the schedules of HSDS 3.0 and the public holidays. What the rows do not say is
 * answered with "unknown", never guessed.
 */
import { addDays, localDay, localMinute, WEEKDAYS, type Weekday, weekdayOf } from './local-day.ts';

/** A row of HSDS `schedule`. Times are `07:30`; `24:00` is the end of the day. */
export interface Schedule {
  valid_from: string | null;
  valid_to: string | null;
  freq: 'WEEKLY' | 'MONTHLY' | null;
  /** Days as RFC 5545 lists them: `MO,TU`. */
  byday: string | null;
  opens_at: string | null;
  closes_at: string | null;
}

/** A public holiday; `isExpected` when the day off is not decreed yet. */
export interface Holiday {
  /** ISO day. */
  date: string;
  name: string;
  isExpected: boolean;
}

/** A moment as pages say it. */
export interface Moment {
  day: string;
  /** `07:30`; midnight at the end of a day is `24:00` of that day. */
  time: string;
}

export type OpenState =
  /** `until` is null for a place that does not close within the next week. */
  | { kind: 'open'; until: Moment | null }
  /** `opens` is null when no opening is known within the next two weeks. */
  | { kind: 'closed'; opens: Moment | null }
  /** A public holiday about which the place has said nothing. */
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'unknown' };

/** Hours of one day; a `closes` at or before `opens` lies on the next day. */
export interface Span {
  opens: string;
  closes: string;
}

const DAY = 24 * 60;

/** How far ahead a next opening is looked for, in days. */
const LOOK_AHEAD = 14;

/** How far ahead a closing is looked for; beyond that the place counts as always open. */
const ALWAYS_OPEN = 7;

/** How long before them days with hours of their own are announced, in days. */
const ANNOUNCED = 60;

/** How long before them holidays are announced of which the place says nothing, in days. */
const HOLIDAYS_ANNOUNCED = 14;

/**
 * Whether the place is open at `now`.
 *
 * @param schedules all rows of the place. A row for one day alone (valid_from = valid_to) outweighs one for a period
 *   (both set), and that one the others; without opens_at the place is closed then.
 */
export function openState(
  schedules: readonly Schedule[],
  holidays: readonly Holiday[],
  now: Date,
): OpenState {
  const today = localDay(now);
  const minute = localMinute(now);
  const yesterday = addDays(today, -1);
  const own = ownHours(schedules, today);
  const holiday = own === null ? holidays.find(({ date }) => date === today) : undefined;
  // What began yesterday evening is yesterday's word, whatever day has begun since.
  const overnight = stretch(schedules, yesterday).find(({ lastOwn }) => lastOwn > DAY + minute);
  const isOvernightSure = !isHolidayWithoutWord(schedules, holidays, yesterday);
  if (overnight !== undefined && isOvernightSure) {
    return {
      kind: 'open',
      until: untilOf(yesterday, holiday === undefined ? overnight.to : overnight.lastOwn),
    };
  }
  if (holiday !== undefined) return { kind: 'holiday', holiday };

  const current = stretch(schedules, today).find(({ from, to }) => from <= minute && to > minute);
  if (current !== undefined) return { kind: 'open', until: untilOf(today, current.to) };
  if (overnight !== undefined || (own === null && !isUnderstood(schedules, today)))
    return { kind: 'unknown' };
  return { kind: 'closed', opens: nextOpening(schedules, holidays, today, minute) };
}

/** The hours of a week and what is special soon, for a table of opening hours. */
export interface HoursTable {
  /** Days of the same hours side by side, Monday first; no spans mean closed. Empty when no week is known. */
  week: { days: Weekday[]; spans: Span[] }[];
  /** Single days and periods with hours of their own, today or later, in order. */
  special: { from: string; to: string; spans: Span[] }[];
  /** Holidays soon of which the place says nothing. */
  holidays: Holiday[];
}

/** What the rows say of an ordinary week and of the days ahead. */
export function hoursTable(
  schedules: readonly Schedule[],
  holidays: readonly Holiday[],
  today: string,
): HoursTable {
  const ordinary = schedules.filter((row) => !isSpecial(row) && isClear(row) && holds(row, today));
  const week: HoursTable['week'] = [];
  for (const day of ordinary.length === 0 ? [] : WEEKDAYS) {
    const spans = spansOf(ordinary.filter((row) => daysOf(row).includes(day)));
    const last = week.at(-1);
    if (last !== undefined && JSON.stringify(last.spans) === JSON.stringify(spans)) last.days.push(day);
    else week.push({ days: [day], spans });
  }

  const special = new Map<string, { from: string; to: string; spans: Span[] }>();
  for (const row of schedules.filter(isSpecial)) {
    const { valid_from: from, valid_to: to } = row;
    if (from === null || to === null || to < today || from > addDays(today, ANNOUNCED)) continue;
    const entry = special.get(`${from} ${to}`) ?? { from, to, spans: [] };
    entry.spans = spansOf([row]).concat(entry.spans).toSorted(byOpening);
    special.set(`${from} ${to}`, entry);
  }
  return {
    week,
    special: [...special.values()].sort((a, b) => a.from.localeCompare(b.from)),
    holidays:
      week.length === 0
        ? []
        : holidays.filter(
            ({ date }) =>
              date >= today &&
              date <= addDays(today, HOLIDAYS_ANNOUNCED) &&
              ownHours(schedules, date) === null,
          ),
  };
}

/** Whether a row speaks of one day alone, or of every day of a period. */
function isSpecial(row: Schedule): boolean {
  const isBounded = row.valid_from !== null && row.valid_to !== null;
  return isBounded && (row.byday === null || row.valid_from === row.valid_to);
}

/** Whether the hours of a row can be told: monthly rows and hours without an end or without days cannot. */
export function isClear(row: Schedule): boolean {
  const hasHours = row.opens_at !== null && row.closes_at !== null;
  const isClosed = row.opens_at === null && row.closes_at === null;
  // Once a week without saying on which day: RFC 5545 would take it from a start that HSDS does not give.
  const hasDays = row.byday !== null || row.valid_from === row.valid_to || row.freq === null;
  return (
    row.freq !== 'MONTHLY' && (hasHours || isClosed) && hasDays && (isSpecial(row) || row.byday !== null)
  );
}

function holds(row: Schedule, day: string): boolean {
  return (row.valid_from === null || row.valid_from <= day) && (row.valid_to === null || row.valid_to >= day);
}

function daysOf(row: Schedule): string[] {
  return row.byday?.split(',') ?? [];
}

function spansOf(rows: readonly Schedule[]): Span[] {
  return rows
    .flatMap(({ opens_at: opens, closes_at: closes }) =>
      opens === null || closes === null ? [] : [{ opens, closes }],
    )
    .toSorted(byOpening);
}

function byOpening(a: Span, b: Span): number {
  return a.opens.localeCompare(b.opens);
}

/** The hours that rows for this day or this period alone give; null when there is no such row. */
function ownHours(schedules: readonly Schedule[], day: string): Span[] | null {
  const own = schedules.filter((row) => isSpecial(row) && isClear(row) && holds(row, day));
  const single = own.filter((row) => row.valid_from === row.valid_to);
  if (own.length === 0) return null;
  return spansOf(single.length > 0 ? single : own);
}

/** The hours of a day: of the rows that know it best. */
function spansOn(schedules: readonly Schedule[], day: string): Span[] {
  const own = ownHours(schedules, day);
  if (own !== null) return own;
  const weekday = weekdayOf(day);
  const rows = schedules.filter((row) => isClear(row) && holds(row, day) && daysOf(row).includes(weekday));
  const ofPeriod = rows.filter((row) => row.valid_from !== null && row.valid_to !== null);
  return spansOf(ofPeriod.length > 0 ? ofPeriod : rows);
}

/** Whether the rows that hold on a day say when the place is open: at least one, and none that cannot be told. */
function isUnderstood(schedules: readonly Schedule[], day: string): boolean {
  const rows = schedules.filter((row) => holds(row, day));
  return rows.length > 0 && rows.every(isClear);
}

function isHolidayWithoutWord(
  schedules: readonly Schedule[],
  holidays: readonly Holiday[],
  day: string,
): boolean {
  return holidays.some(({ date }) => date === day) && ownHours(schedules, day) === null;
}

interface Stretch {
  /** Minutes from the first day's midnight. */
  from: number;
  /** Where it ends when what follows without a gap is counted in. */
  to: number;
  /** Where the span ends by itself. */
  lastOwn: number;
}

/** The open stretches that begin on a day, each drawn out over spans that follow without a gap. */
function stretch(schedules: readonly Schedule[], day: string): Stretch[] {
  const spans: { from: number; to: number }[] = [];
  for (let ahead = 0; ahead <= ALWAYS_OPEN + 1; ahead += 1) {
    for (const { opens, closes } of spansOn(schedules, addDays(day, ahead))) {
      const from = ahead * DAY + minutesOf(opens);
      const length = minutesOf(closes) - minutesOf(opens);
      spans.push({ from, to: from + (length > 0 ? length : length + DAY) });
    }
  }
  return spans
    .filter(({ from }) => from < DAY)
    .map(({ from, to }) => {
      let end = to;
      for (const next of spans) if (next.from <= end && next.to > end) end = next.to;
      return { from, to: end, lastOwn: to };
    });
}

/** The moment so many minutes after a day's midnight; null when that is so late that the place never closes. */
function untilOf(day: string, minutes: number): Moment | null {
  if (minutes >= (ALWAYS_OPEN + 1) * DAY) return null;
  // The end of a day is said as 24:00 of that day, not as 0:00 of the next.
  const days = Math.ceil(minutes / DAY) - 1;
  return { day: addDays(day, days), time: timeOf(minutes - days * DAY) };
}

function nextOpening(
  schedules: readonly Schedule[],
  holidays: readonly Holiday[],
  today: string,
  minute: number,
): Moment | null {
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    if (isHolidayWithoutWord(schedules, holidays, day)) continue;
    const next = spansOn(schedules, day).find(({ opens }) => ahead > 0 || minutesOf(opens) > minute);
    if (next !== undefined) return { day, time: next.opens };
  }
  return null;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
