import { describe, expect, it } from 'vitest';
import { type Holiday, hoursTable, openState, type Schedule } from '../../domain/opening-hours.ts';

/** A moment on a clock in Việt Nam. 22/11/2026 is a Sunday, 24/11/2026 a holiday. */
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+07:00`);

const row = (fields: Partial<Schedule>): Schedule => ({
  valid_from: null,
  valid_to: null,
  freq: 'WEEKLY',
  byday: null,
  opens_at: null,
  closes_at: null,
  ...fields,
});

const weekly = (byday: string, opens_at: string, closes_at: string): Schedule =>
  row({ byday, opens_at, closes_at });

const onDay = (day: string, opens_at: string | null = null, closes_at: string | null = null): Schedule =>
  row({ valid_from: day, valid_to: day, freq: null, opens_at, closes_at });

const culture: Holiday = { date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', isExpected: false };
const weekdays = 'MO,TU,WE,TH,FR';
const office = [weekly(weekdays, '07:30', '11:30'), weekly(weekdays, '13:30', '17:00')];
const always = [weekly('MO,TU,WE,TH,FR,SA,SU', '00:00', '24:00')];

describe('whether a place is open', () => {
  it.each([
    ['before it opens', '2026-11-23 07:29', { kind: 'closed', opens: { day: '2026-11-23', time: '07:30' } }],
    ['as it opens', '2026-11-23 07:30', { kind: 'open', until: { day: '2026-11-23', time: '11:30' } }],
    [
      'a minute before noon',
      '2026-11-23 11:29',
      { kind: 'open', until: { day: '2026-11-23', time: '11:30' } },
    ],
    ['at noon', '2026-11-23 11:30', { kind: 'closed', opens: { day: '2026-11-23', time: '13:30' } }],
    ['in the afternoon', '2026-11-23 14:00', { kind: 'open', until: { day: '2026-11-23', time: '17:00' } }],
    [
      'on a Friday evening',
      '2026-11-27 17:00',
      { kind: 'closed', opens: { day: '2026-11-30', time: '07:30' } },
    ],
    ['on a Sunday', '2026-11-22 10:00', { kind: 'closed', opens: { day: '2026-11-23', time: '07:30' } }],
  ])('with two spans a day: %s', (_when, now, state) => {
    expect(openState(office, [], at(now))).toEqual(state);
  });

  it('counts days in Việt Nam, not in UTC', () => {
    expect(openState(office, [], new Date('2026-11-23T00:30:00Z'))).toMatchObject({ kind: 'open' });
    expect(openState(office, [], new Date('2026-11-22T23:59:00Z'))).toMatchObject({ kind: 'closed' });
  });

  it('is not known without any schedule, or with one that no longer holds', () => {
    expect(openState([], [], at('2026-11-23 10:00'))).toEqual({ kind: 'unknown' });
    const past = office.map((one) => ({ ...one, valid_to: '2026-06-30' }));
    expect(openState(past, [], at('2026-11-23 10:00'))).toEqual({ kind: 'unknown' });
    const future = office.map((one) => ({ ...one, valid_from: '2027-01-01' }));
    expect(openState(future, [], at('2026-11-23 10:00'))).toEqual({ kind: 'unknown' });
  });

  it('never ends around the clock', () => {
    expect(openState(always, [], at('2026-11-23 03:00'))).toEqual({ kind: 'open', until: null });
    expect(openState([weekly('MO,TU,WE,TH,FR,SA,SU', '00:00', '00:00')], [], at('2026-11-22 23:59'))).toEqual(
      {
        kind: 'open',
        until: null,
      },
    );
  });

  it('goes on past midnight', () => {
    const night = [weekly('FR,SA', '20:00', '02:00')];

    expect(openState(night, [], at('2026-11-27 23:00'))).toEqual({
      kind: 'open',
      until: { day: '2026-11-28', time: '02:00' },
    });
    expect(openState(night, [], at('2026-11-29 01:59'))).toEqual({
      kind: 'open',
      until: { day: '2026-11-29', time: '02:00' },
    });
    expect(openState(night, [], at('2026-11-29 02:00'))).toEqual({
      kind: 'closed',
      opens: { day: '2026-12-04', time: '20:00' },
    });
  });

  it('closes at the end of the day as 24:00 of that day', () => {
    expect(openState([weekly('MO', '08:00', '24:00')], [], at('2026-11-23 22:00'))).toEqual({
      kind: 'open',
      until: { day: '2026-11-23', time: '24:00' },
    });
  });

  it('joins spans that touch', () => {
    const joined = [weekly('MO', '08:00', '24:00'), weekly('TU', '00:00', '06:00')];

    expect(openState(joined, [], at('2026-11-23 22:00'))).toEqual({
      kind: 'open',
      until: { day: '2026-11-24', time: '06:00' },
    });
  });

  it('has no next opening when none is known within two weeks', () => {
    const ending = office.map((one) => ({ ...one, valid_to: '2026-11-27' }));

    expect(openState(ending, [], at('2026-11-27 18:00'))).toEqual({ kind: 'closed', opens: null });
  });
});

describe('a row for one day alone', () => {
  it('replaces the hours of that day', () => {
    const rows = [...office, onDay('2026-11-23', '09:00', '10:00')];

    expect(openState(rows, [], at('2026-11-23 08:00'))).toEqual({
      kind: 'closed',
      opens: { day: '2026-11-23', time: '09:00' },
    });
    expect(openState(rows, [], at('2026-11-25 08:00'))).toMatchObject({ kind: 'open' });
  });

  it('closes the place when it gives no hours', () => {
    expect(openState([...office, onDay('2026-11-23')], [], at('2026-11-23 08:00'))).toEqual({
      kind: 'closed',
      opens: { day: '2026-11-24', time: '07:30' },
    });
  });

  it('outweighs a period, which outweighs the ordinary week', () => {
    const tet = row({ valid_from: '2027-02-04', valid_to: '2027-02-10', freq: null });
    const rows = [...office, tet, onDay('2027-02-09', '08:00', '11:00')];

    expect(openState(rows, [], at('2027-02-05 09:00'))).toEqual({
      kind: 'closed',
      opens: { day: '2027-02-09', time: '08:00' },
    });
    expect(openState(rows, [], at('2027-02-09 09:00'))).toMatchObject({ kind: 'open' });
  });
});

describe('hours for a season', () => {
  it('replace the ordinary ones on the days that they name', () => {
    const winter = { ...weekly('MO', '09:00', '10:00'), valid_from: '2026-11-01', valid_to: '2027-02-28' };

    expect(openState([...office, winter], [], at('2026-11-23 08:00'))).toMatchObject({ kind: 'closed' });
    expect(openState([...office, winter], [], at('2026-11-25 08:00'))).toMatchObject({ kind: 'open' });
  });
});

describe('a public holiday', () => {
  it('is said when the place has no row for it, even around the clock', () => {
    for (const rows of [office, always, []])
      expect(openState(rows, [culture], at('2026-11-24 09:00'))).toEqual({
        kind: 'holiday',
        holiday: culture,
      });
  });

  it('counts as any day when the place has a row for it', () => {
    const open = [...office, onDay('2026-11-24', '08:00', '10:00')];

    expect(openState(open, [culture], at('2026-11-24 09:00'))).toMatchObject({ kind: 'open' });
    expect(openState([...office, onDay('2026-11-24')], [culture], at('2026-11-24 09:00'))).toEqual({
      kind: 'closed',
      opens: { day: '2026-11-25', time: '07:30' },
    });
  });

  it('is not promised as the next opening', () => {
    expect(openState(office, [culture], at('2026-11-23 18:00'))).toEqual({
      kind: 'closed',
      opens: { day: '2026-11-25', time: '07:30' },
    });
  });

  it('does not end what began the evening before', () => {
    const night = [weekly('MO,TU', '20:00', '02:00')];

    expect(openState(night, [culture], at('2026-11-24 01:00'))).toEqual({
      kind: 'open',
      until: { day: '2026-11-24', time: '02:00' },
    });
    // Whether the evening of the holiday itself began is not known.
    expect(openState(night, [culture], at('2026-11-25 01:00'))).toEqual({ kind: 'unknown' });
  });
});

describe('rows that cannot be told', () => {
  it.each([
    ['a monthly one', row({ freq: 'MONTHLY', byday: 'SA', opens_at: '08:00', closes_at: '10:00' })],
    ['hours without days', row({ opens_at: '08:00', closes_at: '10:00' })],
    ['an opening without a closing', row({ byday: 'SA', opens_at: '08:00' })],
  ])('make closed times unknown, and leave open ones open: %s', (_what, vague) => {
    expect(openState([...office, vague], [], at('2026-11-28 09:00'))).toEqual({ kind: 'unknown' });
    expect(openState([...office, vague], [], at('2026-11-23 09:00'))).toMatchObject({ kind: 'open' });
  });
});

describe('the table of hours', () => {
  it('puts days of the same hours side by side, and says which are closed', () => {
    expect(hoursTable([...office, weekly('SA', '08:00', '11:00')], [], '2026-11-22').week).toEqual([
      {
        days: ['MO', 'TU', 'WE', 'TH', 'FR'],
        spans: [
          { opens: '07:30', closes: '11:30' },
          { opens: '13:30', closes: '17:00' },
        ],
      },
      { days: ['SA'], spans: [{ opens: '08:00', closes: '11:00' }] },
      { days: ['SU'], spans: [] },
    ]);
  });

  it('is empty when no week is known', () => {
    const vague = row({ freq: 'MONTHLY', byday: 'SA', opens_at: '08:00', closes_at: '10:00' });

    expect(hoursTable([vague], [culture], '2026-11-22')).toEqual({ week: [], special: [], holidays: [] });
  });

  it('announces days of their own, and holidays of which nothing is said', () => {
    const rows = [...office, onDay('2026-12-24', '08:00', '10:00'), onDay('2026-11-20'), onDay('2027-06-01')];
    const table = hoursTable(rows, [culture], '2026-11-22');

    expect(table.special).toEqual([
      { from: '2026-12-24', to: '2026-12-24', spans: [{ opens: '08:00', closes: '10:00' }] },
    ]);
    expect(table.holidays).toEqual([culture]);
    expect(hoursTable([...rows, onDay('2026-11-24')], [culture], '2026-11-22').holidays).toEqual([]);
  });
});
