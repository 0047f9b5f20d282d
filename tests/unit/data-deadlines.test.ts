import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATA_DAYS, DATA_REQUESTS, dataDeadlines } from '../../domain/data-deadlines.ts';
import { addDays, daysBetween, weekdayOf } from '../../domain/local-day.ts';
import { addWorkingDays, type DayOff, isWorkingDay, MAKE_UP_DAYS } from '../../domain/working-days.ts';

const off = (...dates: string[]): DayOff[] => dates.map((date) => ({ date, isExpected: false }));

/** The days off around the examples below, as content/holidays.csv has them. */
const daysOff: DayOff[] = [
  ...off('2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...off('2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24', '2027-01-01'),
  { date: '2027-02-05', isExpected: true },
];

describe('the first answer to a request about data', () => {
  it.each([
    ['on a Monday', '2026-11-16', '2026-11-18'],
    ['on a Friday', '2026-11-13', '2026-11-17'],
    ['on a Saturday', '2026-11-14', '2026-11-17'],
    ['on a Sunday', '2026-11-15', '2026-11-17'],
    ['on the Sunday before the Day of Culture', '2026-11-22', '2026-11-25'],
    ['on the eve of Tết', '2026-02-13', '2026-02-24'],
    ['within Tết', '2026-02-18', '2026-02-24'],
    ['before two days off and a weekend', '2026-04-29', '2026-05-05'],
    ['before a swapped Monday', '2026-08-28', '2026-09-04'],
    ['in the week of a Saturday that is worked', '2026-08-20', '2026-08-22'],
    ['on the Friday before a Saturday that is worked', '2026-01-09', '2026-01-12'],
    ['over the turn of the year', '2026-12-31', '2027-01-05'],
  ])('asked %s (%s) is due on %s', (_when, askedOn, firstAnswer) => {
    expect(dataDeadlines('see', askedOn, daysOff).firstAnswer).toBe(firstAnswer);
  });

  it.each([
    ['2026-11-22', true],
    // The days after lie in a year of which nothing is known.
    ['2028-03-01', false],
    ['2027-02-03', false],
    ['2027-02-04', false],
    ['2027-02-05', true],
  ])('asked on %s is told to be sure: %s', (askedOn, isSure) => {
    expect(dataDeadlines('see', askedOn, daysOff).isSure).toBe(isSure);
  });

  it('is not put off by a day off that is only expected', () => {
    expect(dataDeadlines('see', '2027-02-03', daysOff).firstAnswer).toBe('2027-02-05');
  });
});

describe('the deadlines of a request about data', () => {
  it.each([
    ['correct', '2026-12-02', '2026-12-12'],
    ['see', '2026-12-02', '2026-12-12'],
    ['restrict', '2026-12-07', '2026-12-22'],
    ['erase', '2026-12-12', '2027-01-01'],
  ] as const)('to %s are %s, and %s with the one extension', (request, due, extended) => {
    expect(dataDeadlines(request, '2026-11-22', daysOff)).toMatchObject({ due, extended });
  });
});

describe('whatever the days off', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2026-01-01', count));
  const anyDaysOff = fc.array(fc.record({ date: day, isExpected: fc.boolean() }), { maxLength: 60 });

  it('a deadline in working days falls on one, with exactly so many up to it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 10 }), anyDaysOff, (from, count, offDays) => {
        const reached = addWorkingDays(from, count, offDays);

        const between = Array.from({ length: daysBetween(from, reached) }, (_, n) => addDays(from, n + 1));
        expect(isWorkingDay(reached, offDays)).toBe(true);
        expect(between.filter((each) => isWorkingDay(each, offDays))).toHaveLength(count);
      }),
      { seed: 20261122 },
    );
  });

  it('more days off never bring a deadline nearer, and asking later never brings it nearer either', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), anyDaysOff, anyDaysOff, (from, later, some, more) => {
        const first = addWorkingDays(from, 2, some);

        expect(addWorkingDays(from, 2, [...some, ...more]) >= first).toBe(true);
        expect(addWorkingDays(addDays(from, later), 2, some) >= first).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  it('a day off that is only expected moves nothing', () => {
    fc.assert(
      fc.property(day, anyDaysOff, (from, offDays) => {
        const decreed = offDays.filter(({ isExpected }) => !isExpected);

        expect(addWorkingDays(from, 2, offDays)).toBe(addWorkingDays(from, 2, decreed));
      }),
      { seed: 20261122 },
    );
  });

  it('the deadlines stand in order and in days as the decree counts them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DATA_REQUESTS), day, anyDaysOff, (request, askedOn, offDays) => {
        const { firstAnswer, due, extended } = dataDeadlines(request, askedOn, offDays);

        expect(firstAnswer > askedOn && due > askedOn && extended > due).toBe(true);
        expect([daysBetween(askedOn, due), daysBetween(due, extended)]).toEqual([
          DATA_DAYS[request],
          DATA_DAYS[request],
        ]);
      }),
      { seed: 20261122 },
    );
  });

  it('a worked Saturday is a Saturday, and counts even where it is listed as a day off', () => {
    expect(MAKE_UP_DAYS.map(weekdayOf)).toEqual(MAKE_UP_DAYS.map(() => 'SA'));
    expect(MAKE_UP_DAYS.every((each) => isWorkingDay(each, off(each)))).toBe(true);
  });
});
