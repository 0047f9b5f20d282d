/** Rows that D1 reads for one visit to the directory, and the time of the page beside them. */

import { placePath } from '../../domain/paths.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { getPlace } from '../../functions/directory/get-place.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { type DirectoryData, parseDirectoryQuery } from '../../functions/directory/schema.ts';
import type { RunningWorker } from '../../scripts/built-worker.ts';
import { countRows } from '../worker/count-rows.ts';
import { madeUpSlug, makeUpPlaces } from './made-up-places.ts';
import { type Measurement, median, type Section } from './measurement.ts';

const SIZES = [1_000, 10_000] as const;

/** Visits whose time is taken for each question; the middle one counts. */
const VISITS = 15;

/** What is asked, as the query of `/danh-ba/`. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['the list without a search', ''],
  ['a word that every fifth place has', 'q=methadone'],
  ['words of one name', 'q=sao mai so 70'],
  ['a former district', 'q=quan hoang mai'],
  ['words within a province', 'q=cai nghien&tinh=01'],
  ['words that nothing matches', 'q=khong he co'],
  ['a service in a former district', 'q=methadone quan hoang mai'],
  ['filters together', 'dich-vu=methadone&loai=cong-lap&tinh=01'],
  ['a name with one wrong letter', 'q=hoang mia'],
];

/** Loads made-up places into the running Worker's database, in place of those there, and asks. */
export async function searchSection(worker: RunningWorker, shipped: DirectoryData): Promise<Section> {
  const measurements: Measurement[] = [];
  for (const size of SIZES) {
    await loadDirectory(worker.env.DB, makeUpPlaces(shipped, size), new Date());
    for (const [name, query] of QUESTIONS) {
      const params = new URLSearchParams(query);
      const counted = countRows(worker.env.DB);
      await findPlaces(counted.db, parseDirectoryQuery(params));
      const rows = counted.rowsRead();
      measurements.push(...(await figuresOf(worker, `${size} places, ${name}`, rows, `/danh-ba/?${params}`)));
    }
    const counted = countRows(worker.env.DB);
    await getPlace(counted.db, madeUpSlug(7));
    const rows = counted.rowsRead();
    measurements.push(
      ...(await figuresOf(worker, `${size} places, one place`, rows, placePath(madeUpSlug(7)))),
    );
  }
  return {
    title: 'The directory at two sizes',
    how: `\`rows_read\` as D1 gives it, for made-up places spread over all communes; the time is that of the whole page over the loopback, one visit after another, the middle of ${VISITS}.`,
    measurements,
  };
}

async function figuresOf(
  worker: RunningWorker,
  name: string,
  rows: number,
  path: string,
): Promise<Measurement[]> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const started = performance.now();
    const response = await fetch(new URL(path, worker.origin));
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    times.push(performance.now() - started);
  }
  return [
    { name: `${name}: rows read`, value: rows, unit: 'rows' },
    { name: `${name}: time`, value: median(times), unit: 'ms' },
  ];
}
