import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../domain/local-day.ts';
import type { Case } from '../../domain/registration-case.ts';
import {
  DUE_FOR,
  DUE_SOURCES,
  type DueName,
  dueDates,
  hasPassed,
  type Milestones,
  momentOn,
} from '../../domain/registration-deadlines.ts';
import type { DayOff } from '../../domain/working-days.ts';

/** Some of what content/holidays.csv has. */
const daysOff: DayOff[] = [
  { date: '2026-11-24', isExpected: false },
  { date: '2027-01-01', isExpected: false },
  { date: '2027-02-04', isExpected: true },
  { date: '2028-01-03', isExpected: false },
];

const dueAt = (name: DueName, milestones: Milestones, answers: Case = { turn: 'first' }): string =>
  dueDates(answers, milestones, daysOff)[name]?.at ?? 'none';

// Each row is one example of a rule, with the article that DUE_SOURCES names for it.
describe('the dates of the way', () => {
  it.each<[DueName, string, Milestones, string]>([
    ['register', 'a day later at the same minute', { told: '2026-11-21T14:30' }, '2026-11-22T14:30'],
    ['register', 'on a Sunday too', { told: '2026-11-21T09:00' }, '2026-11-22T09:00'],
    ['register', 'over the end of a month', { told: '2026-11-30T23:59' }, '2026-12-01T23:59'],
    ['register', 'over the end of a year', { told: '2026-12-31T00:01' }, '2027-01-01T00:01'],
    ['register', 'over the end of a leap February', { told: '2028-02-28T10:00' }, '2028-02-29T10:00'],
    ['decision', '24 hours after handing in', { submitted: '2026-11-22T08:00' }, '2026-11-23T08:00'],
    ['start', 'two working days after a Monday', { decided: '2026-11-16T16:00' }, '2026-11-18'],
    ['start', 'past a weekend', { decided: '2026-11-13T16:00' }, '2026-11-17'],
    ['start', 'past a day off', { decided: '2026-11-23T16:00' }, '2026-11-26'],
    ['start', 'past a weekend and a day off', { decided: '2026-11-20T16:00' }, '2026-11-25'],
    ['start', 'past the first day of a year', { decided: '2026-12-31T16:00' }, '2027-01-05'],
    ['start', 'from a Sunday', { decided: '2026-11-15T16:00' }, '2026-11-17'],
    ['monitoring', '12 hours after the decision', { decided: '2026-11-16T16:00' }, '2026-11-17T04:00'],
    ['device', '24 hours after that', { decided: '2026-11-16T16:00' }, '2026-11-18T04:00'],
    ['threeStages', '10 days and three months after beginning', { started: '2026-11-18' }, '2027-02-28'],
    ['end', '24 months after beginning', { started: '2026-11-18' }, '2028-11-18'],
    ['end', 'on the last day of a shorter month', { started: '2028-02-29' }, '2030-02-28'],
    ['report', 'two days after leaving, days off among them', { left: '2026-11-20' }, '2026-11-22'],
  ])('%s: %s', (name, _what, milestones, at) => {
    expect(dueAt(name, milestones)).toBe(at);
  });

  it('end after 36 months from the second time on', () => {
    expect(dueAt('end', { started: '2026-11-18' }, { turn: 'again' })).toBe('2029-11-18');
  });

  it('have no end while nobody says which time it is', () => {
    expect(dueAt('end', { started: '2026-11-18' }, {})).toBe('none');
    expect(dueAt('report', { started: '2026-11-18' }, {})).toBe('none');
  });

  it('are none when nothing is known', () => {
    expect(dueDates({ turn: 'first' }, {}, daysOff)).toEqual({});
  });

  it('leave out what lies before the one thing that is known', () => {
    expect(Object.keys(dueDates({ turn: 'first' }, { started: '2026-11-18' }, daysOff))).toEqual([
      'threeStages',
      'end',
      'report',
    ]);
  });
});

describe('what is not known', () => {
  it('is reckoned from the latest moment of the step before, and said to be', () => {
    const dues = dueDates({ turn: 'first' }, { told: '2026-11-16T14:30' }, daysOff);

    expect(dues).toMatchObject({
      register: { at: '2026-11-17T14:30', isEstimate: false },
      decision: { at: '2026-11-18T14:30', isEstimate: true },
      start: { at: '2026-11-20', isEstimate: true },
      device: { at: '2026-11-20T02:30', isEstimate: true },
      end: { at: '2028-11-20', isEstimate: true },
      report: { at: '2028-11-22', isEstimate: true },
    });
  });

  it('gives way to what is known', () => {
    const dues = dueDates(
      { turn: 'first' },
      { told: '2026-11-16T14:30', submitted: '2026-11-16T15:00', decided: '2026-11-16T17:00' },
      daysOff,
    );

    expect(dues.decision).toEqual({ at: '2026-11-17T15:00', isEstimate: false, isSure: true });
    expect(dues.start).toEqual({ at: '2026-11-18', isEstimate: false, isSure: true });
  });

  it.each([
    ['2027-02-01T10:00', '2027-02-03', true],
    // The fourth is only expected to be a day off: it counts, because too early does no harm.
    ['2027-02-02T10:00', '2027-02-04', false],
    ['2027-02-03T10:00', '2027-02-05', false],
    // Of this year no day off is listed.
    ['2029-03-05T10:00', '2029-03-07', false],
  ])('about days off is told: decided %s', (decided, at, isSure) => {
    expect(dueDates({}, { decided }, daysOff).start).toEqual({ at, isEstimate: false, isSure });
  });
});

describe('properties of every date', () => {
  const moment = fc
    .record({
      day: fc.integer({ min: 0, max: 2000 }),
      minute: fc.integer({ min: 0, max: 1439 }),
    })
    .map(({ day, minute }) =>
      momentOn(
        addDays('2026-07-01', day),
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      ),
    );

  it('the clock of 24 hours ends on the next day at the same time', () => {
    fc.assert(
      fc.property(moment, (told) => {
        const at = dueAt('register', { told });
        expect(daysBetween(told.slice(0, 10), at.slice(0, 10))).toBe(1);
        expect(at.slice(11)).toBe(told.slice(11));
      }),
    );
  });

  it('the last day to begin is no day off and at least two days away', () => {
    fc.assert(
      fc.property(moment, (decided) => {
        const at = dueAt('start', { decided });
        expect(['SA', 'SU']).not.toContain(weekdayOf(at));
        expect(daysOff.some(({ date, isExpected }) => date === at && !isExpected)).toBe(false);
        expect(daysBetween(decided.slice(0, 10), at)).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('the steps follow each other', () => {
    fc.assert(
      fc.property(moment, (told) => {
        const { register, decision, start, threeStages, end, report } = dueDates(
          { turn: 'again' },
          { told },
          daysOff,
        );
        const order = [register, decision, start, threeStages, end, report].map((due) => due?.at ?? '');
        expect(order.toSorted()).toEqual(order);
      }),
    );
  });
});

describe('a date that has gone by', () => {
  it.each([
    ['2026-11-22T14:30', '2026-11-22T14:30', false],
    ['2026-11-22T14:30', '2026-11-22T14:31', true],
    ['2026-11-22T14:30', '2026-11-22T00:00', false],
    ['2026-11-22', '2026-11-22T23:59', false],
    ['2026-11-22', '2026-11-23T00:00', true],
  ])('%s at %s: %s', (at, now, isPast) => {
    expect(hasPassed(at, now)).toBe(isPast);
  });
});

describe('a moment', () => {
  it('without a time is the first of its day', () => {
    expect(momentOn('2026-11-22', '')).toBe('2026-11-22T00:00');
  });

  it('leaves out seconds', () => {
    expect(momentOn('2026-11-22', '14:30:59')).toBe('2026-11-22T14:30');
  });
});

it('each date has an article', () => {
  expect(Object.keys(DUE_SOURCES)).toEqual(Object.keys(DUE_FOR));
});
