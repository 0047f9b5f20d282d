/** Rows that D1 reads for one visit to the directory, and the time of the page beside them. */
import { directoryPath, placePath } from '../../domain/paths.ts';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { getPlace } from '../../functions/directory/get-place.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { DirectoryData } from '../../functions/directory/schema.ts';
import type { RunningWorker } from '../../scripts/built-worker.ts';
import { countRows } from '../worker/count-rows.ts';
import { madeUpSlug, makeUpPlaces } from './made-up-places.ts';
import { type Measurement, median, type Section } from './measurement.ts';

const SIZES = [1_000, 10_000] as const;

/** Visits whose time is taken for each kind; the middle one counts. */
const VISITS = 15;

/** A kind of visit to the directory. */
interface Visit {
  name: string;
  /** The page, whose time is taken. */
  path: string;
  /** The operation behind the page, whose rows are counted. */
  ask: (db: Env['DB']) => Promise<unknown>;
}

/** Every kind of visit: a new page or filter of the directory is one line more. */
const KINDS: readonly Visit[] = [
  search('the list without a search', ''),
  search('a word that every fifth place has', 'q=methadone'),
  search('words of one name', 'q=sao mai so 70'),
  search('a former district', 'q=quan hoang mai'),
  search('words within a province', 'q=cai nghien&tinh=01'),
  search('words that nothing matches', 'q=khong he co'),
  {
    name: 'one place',
    path: placePath(madeUpSlug(7)),
    ask: (db) => getPlace(db, madeUpSlug(7)),
  },
];

/** A search, by the query of the directory's page. */
function search(name: string, query: string): Visit {
  const params = new URLSearchParams(query);
  return {
    name,
    path: query === '' ? directoryPath() : `${directoryPath()}?${params}`,
    ask: (db) => findPlaces(db, parseDirectoryQuery(params)),
  };
}

/** Loads made-up places into the running Worker's database, in place of those there, and asks. */
export async function searchSection(worker: RunningWorker, shipped: DirectoryData): Promise<Section> {
  const measurements: Measurement[] = [];
  for (const size of SIZES) {
    await loadDirectory(worker.env.DB, makeUpPlaces(shipped, size), new Date());
    for (const { name, path, ask } of KINDS) {
      const { db, rowsRead } = countRows(worker.env.DB);
      await ask(db);
      measurements.push(
        { name: `${size} places, ${name}: rows read`, value: rowsRead(), unit: 'rows' },
        { name: `${size} places, ${name}: time`, value: await timeOf(worker, path), unit: 'ms' },
      );
    }
  }
  return {
    title: 'The directory at two sizes',
    how: `\`rows_read\` as D1 gives it, for made-up places spread over all communes; the time is that of the whole page over the loopback, one visit after another, the middle of ${VISITS}.`,
    measurements,
  };
}

async function timeOf({ origin }: RunningWorker, path: string): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const started = performance.now();
    const response = await fetch(new URL(path, origin));
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    times.push(performance.now() - started);
  }
  return median(times);
}
