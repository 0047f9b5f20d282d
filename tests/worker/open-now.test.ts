import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { openState, type Schedule } from '../../domain/opening-hours.ts';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { listHolidays } from '../../functions/directory/list-holidays.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { smallDirectory } from './shipped.ts';

const row = (fields: Partial<Schedule>): Schedule => ({
  valid_from: null,
  valid_to: null,
  freq: 'WEEKLY',
  byday: null,
  opens_at: null,
  closes_at: null,
  ...fields,
});
const everyDay = 'MO,TU,WE,TH,FR,SA,SU';
const day = (date: string, fields: Partial<Schedule> = {}): Schedule =>
  row({ valid_from: date, valid_to: date, freq: null, ...fields });
const office = row({ byday: 'MO,TU,WE,TH,FR', opens_at: '07:30', closes_at: '16:30' });
const night = row({ byday: everyDay, opens_at: '22:00', closes_at: '06:00' });

/** Hours as places keep them around the day off of 24/11/2026, a Tuesday, and around Tết. */
const HOURS: readonly (readonly [string, readonly Schedule[]])[] = [
  ['office hours', [office]],
  ['day and night', [row({ byday: everyDay, opens_at: '00:00', closes_at: '24:00' })]],
  ['day and night from six to six', [row({ byday: everyDay, opens_at: '06:00', closes_at: '06:00' })]],
  ['nights', [night]],
  ['the day off worked', [office, day('2026-11-24', { opens_at: '08:00', closes_at: '11:00' })]],
  ['the night of the day off worked', [night, day('2026-11-24', { opens_at: '20:00', closes_at: '04:00' })]],
  ['the night before the day off free', [night, day('2026-11-23')]],
  [
    'a closed fortnight with one open day',
    [
      office,
      row({ valid_from: '2026-11-20', valid_to: '2026-12-03', freq: null }),
      day('2026-11-26', { opens_at: '09:00', closes_at: '10:00' }),
    ],
  ],
  [
    'a short week of other hours by day and by night',
    [
      night,
      row({
        valid_from: '2026-11-23',
        valid_to: '2026-11-26',
        freq: null,
        opens_at: '21:00',
        closes_at: '23:00',
      }),
    ],
  ],
  [
    'a winter of other hours on Wednesdays and Thursdays',
    [
      office,
      row({
        byday: 'WE,TH',
        valid_from: '2026-11-16',
        valid_to: '2026-12-12',
        opens_at: '10:00',
        closes_at: '12:00',
      }),
    ],
  ],
  [
    'a long summer of other hours',
    [
      office,
      row({
        byday: 'MO,TU',
        valid_from: '2026-08-01',
        valid_to: '2027-02-28',
        opens_at: '10:00',
        closes_at: '12:00',
      }),
    ],
  ],
  ['an hour that cannot be told', [office, row({ byday: 'TU', opens_at: '17:00' })]],
  ['one week a month', [row({ freq: 'MONTHLY', byday: 'TU', opens_at: '08:00', closes_at: '17:00' })]],
  [
    'from December on',
    [row({ byday: everyDay, valid_from: '2026-12-01', opens_at: '08:00', closes_at: '17:00' })],
  ],
];

/** Places that are said to be open on their page alone: what is only known of a season stays out of the search. */
const CAUTIOUS = new Set(['a long summer of other hours', 'from December on']);

const places = smallDirectory.locations.slice(0, HOURS.length);

beforeEach(async () => {
  const data = smallDirectory;
  const schedules = HOURS.flatMap(([, rows], n) =>
    rows.map((one) => ({
      ...one,
      id: crypto.randomUUID(),
      location_id: places[n]?.id ?? '',
      description: null,
      notes: null,
    })),
  );
  await loadDirectory(env.DB, { ...data, schedules }, new Date('2026-11-21T03:00:00Z'));
});

/** Half hours from the evening before the day off to its morrow's, a week later, and the first days of the year. */
function moments(): Date[] {
  return ['2026-11-22T11:00:00Z', '2026-11-29T17:00:00Z', '2026-12-31T15:00:00Z'].flatMap((start, n) =>
    Array.from(
      { length: n === 0 ? 3 * 24 : 16 },
      (_, hours) => new Date(Date.parse(start) + (hours + 0.5) * 3_600_000),
    ),
  );
}

describe('the filter “open now”', () => {
  it(
    'finds the places that say on their page that they are open, on a holiday too',
    { timeout: 120_000 },
    async () => {
      const query = parseDirectoryQuery(new URLSearchParams('mo-cua=1'));
      const differing: string[] = [];
      let open = 0;

      for (const now of moments()) {
        const [found, holidays] = [await findPlaces(env.DB, query, now), await listHolidays(env.DB, now)];
        const ids = new Set(found.places.map(({ locationId }) => locationId));
        for (const [n, [name, rows]] of HOURS.entries()) {
          const isFound = ids.has(places[n]?.id ?? '');
          const isOpen = openState(rows, holidays, now).kind === 'open';
          if (isOpen) open += 1;
          if (isFound === isOpen || (isOpen && CAUTIOUS.has(name))) continue;
          differing.push(`${name} at ${now.toISOString()}: found ${isFound}, open ${isOpen}`);
        }
      }

      expect(differing).toEqual([]);
      expect(open).toBeGreaterThan(200);
    },
  );
});
