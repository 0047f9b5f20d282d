/**
 * By when each thing is done on the way of voluntary rehabilitation, counted from what a person knows. Moments are wall
 * clocks in Việt Nam (`2026-11-22T14:30`), days are ISO days; both compare as strings.
 *
 * The law's hours run on days off as well; the day of a decision is not counted among working days; months end on the
 * day of the same number, or on the last of a shorter month. The articles as we have read them say none of this: these
 * are our inferences, and the page says so.
 */
import { addDays } from './local-day.ts';
import type { Case, WrittenCondition } from './registration-case.ts';
import { addWorkingDays, type DayOff } from './working-days.ts';

/** What a person may know; a missing one is reckoned from the step before, as if that took all its time. */
export interface Milestones {
  /** When they were told that they are dependent. */
  told?: string;
  /** When the papers were handed in. */
  submitted?: string;
  /** When the commune police decided. */
  decided?: string;
  /** The day on which treatment began. */
  started?: string;
  /** The day on which they left a private facility. */
  left?: string;
}

/** The law applies from this day (Law 120/2025/QH15, Article 55; Decree 163/2026/NĐ-CP, Article 150(1)). */
export const FIRST_DAY = '2026-07-01';

/** Each due date with whom it concerns; whom a rule does not name, it concerns all. */
export const DUE_FOR = {
  register: {},
  decision: {},
  start: {},
  monitoring: { age: ['adult'], place: ['home'] },
  device: { age: ['adult'], place: ['home'] },
  threeStages: { residence: ['settled', 'unsettled'], place: ['home', 'private'] },
  end: {},
  report: { place: ['private'] },
} as const satisfies Record<string, WrittenCondition>;

export type DueName = keyof typeof DUE_FOR;

/** Where the law says each; kept apart so that the browser does not load it. */
export const DUE_SOURCES = {
  register: '163/2026/NĐ-CP Điều 89 khoản 1',
  decision: '163/2026/NĐ-CP Điều 91 khoản 1',
  start: '163/2026/NĐ-CP Điều 4 khoản 8',
  monitoring: '163/2026/NĐ-CP Điều 16 khoản 2',
  device: '163/2026/NĐ-CP Điều 17 khoản 1',
  threeStages: '163/2026/NĐ-CP Điều 86 khoản 6',
  end: '120/2025/QH15 Điều 29 khoản 1',
  report: '120/2025/QH15 Điều 33 khoản 3 điểm b',
} as const satisfies Record<DueName, string>;

/** One date of a person's way. */
export interface Due {
  /** A moment where the law counts hours, else a day. */
  at: string;
  /** Reckoned from a step of which only the latest moment is known. */
  isEstimate: boolean;
  /** Whether the days off on the way are known; false only where working days are counted. */
  isSure: boolean;
}

/**
 * Every date that follows from what is known; what cannot be known yet is missing. It is not asked here whether a date
 * concerns this case: DUE_FOR says that.
 *
 * @param daysOff the days off of every year that may be reached
 */
export function dueDates(
  { turn }: Case,
  milestones: Milestones,
  daysOff: readonly DayOff[],
): Partial<Record<DueName, Due>> {
  const { told, submitted, decided, started, left } = milestones;
  const dues: Partial<Record<DueName, Due>> = {};
  const set = (name: DueName, at: string, known: string | undefined, isSure = true): void => {
    dues[name] = { at, isEstimate: known === undefined, isSure };
  };

  // Decree 163/2026/NĐ-CP, Articles 89(1) and 4(7).
  if (told !== undefined) set('register', addHours(told, 24), told);

  // Article 91(1).
  const handedIn = submitted ?? dues.register?.at;
  if (handedIn !== undefined) set('decision', addHours(handedIn, 24), submitted);

  const decision = decided ?? dues.decision?.at;
  if (decision !== undefined) {
    const day = dayOf(decision);
    // Article 4(8).
    const last = addWorkingDays(day, 2, daysOff);
    set('start', last, decided, areDaysOffKnown(day, last, daysOff));
    // Articles 16(2) and 17(1); that the second is counted from the first is our inference.
    set('monitoring', addHours(decision, 12), decided);
    set('device', addHours(decision, 36), decided);
  }

  const start = started ?? dues.start?.at;
  if (start !== undefined) {
    // Articles 85(6) and 86(6): at least 10 days, then at least three months; reception has no minimum.
    set('threeStages', addMonths(addDays(start, 10), 3), started);
    // Law 120/2025/QH15, Article 29(1).
    if (turn !== undefined) {
      set('end', addMonths(start, turn === 'first' ? 24 : 36), started);
    }
  }

  // Law 120/2025/QH15, Articles 33(3)(b) and 33(4)(b).
  const leaving = left ?? dues.end?.at;
  if (leaving !== undefined) set('report', addDays(leaving, 2), left);
  return dues;
}

/** A moment on a day; without a time the day's first, because a deadline that is counted too early does no harm. */
export function momentOn(day: string, time: string): string {
  return `${day}T${time === '' ? '00:00' : time.slice(0, 5)}`;
}

/** The day of a moment, or the day itself. */
export function dayOf(at: string): string {
  return at.slice(0, 10);
}

/** Whether a due date has gone by at a moment: a day only when it is over. */
export function hasPassed(at: string, now: string): boolean {
  return at < now.slice(0, at.length);
}

function addHours(moment: string, hours: number): string {
  // Without a zone of its own it is reckoned as UTC, which has no summer time either.
  return new Date(Date.parse(`${moment}Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}

function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

function areDaysOffKnown(from: string, to: string, daysOff: readonly DayOff[]): boolean {
  return (
    daysOff.some(({ date }) => date.startsWith(to.slice(0, 4))) &&
    !daysOff.some(({ date, isExpected }) => isExpected && date > from && date <= to)
  );
}
