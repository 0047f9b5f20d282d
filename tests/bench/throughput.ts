/** Requests a second of the portal, of Hono alone and of Hono with one SELECT, taken in turn. */
import type { RunningWorker } from '../../scripts/built-worker.ts';
import { loadTarget, type Target } from './load.ts';
import { type Measurement, median, medianRatio, type Section } from './measurement.ts';
import { requestKinds } from './request-kinds.ts';
import { sealRequests } from './sealed-requests.ts';

const ROUNDS = 5;
/** Bounds of one target's turn. */
const TURN = { count: 1_500, ms: 1_000 };
/** Each is sealed beforehand, which takes far longer than sending it. */
const SEALED_A_TURN = 150;
const WARM_UP = { count: 40, ms: 1_000 };

/** The Workers under load. */
export interface LoadedWorkers {
  portal: RunningWorker;
  bare: RunningWorker;
  select: RunningWorker;
  /** The same SELECT in a Worker that has static files, as the portal has. */
  selectBehindFiles: RunningWorker;
  /** What a sealed request stores, stored without a look at it, in a Worker that has static files. */
  store: RunningWorker;
}

/** What one target came to, round by round. */
interface Rounds {
  name: string;
  perSecond: number[];
}

const BARE = "Hono's text('ok')";
const SELECT = 'one D1 SELECT by primary key';
const SELECT_BEHIND_FILES = 'the same SELECT behind static files';
const PEERS = [BARE, SELECT, SELECT_BEHIND_FILES];
/** What a sealed request alone is held against. */
const STORE = 'the same two calls of a bare handler';
const SEALED = 'a sealed request';

/** Loads everything in turn. */
export async function throughputSection(workers: LoadedWorkers): Promise<Section> {
  const { portal, bare, select, selectBehindFiles, store } = workers;
  const sealed = await sealRequests(portal.env, ROUNDS * SEALED_A_TURN + WARM_UP.count);
  const bodies = sealed.values();
  const kinds = await requestKinds(portal.env, sealed);
  const targets: Target[] = [
    { name: BARE, origin: bare.origin, next: () => ({ path: '/' }) },
    { name: SELECT, origin: select.origin, next: () => ({ path: '/' }) },
    // Of no static file, so that the Worker is asked.
    { name: SELECT_BEHIND_FILES, origin: selectBehindFiles.origin, next: () => ({ path: '/api/thing' }) },
    {
      name: STORE,
      origin: store.origin,
      next: () => {
        const { value } = bodies.next();
        return value === undefined ? null : { path: '/api/thing', body: value.body };
      },
    },
    ...kinds.map(({ name, next }) => ({ name, origin: portal.origin, next })),
  ];
  for (const target of targets) await loadTarget(target, WARM_UP);
  const results: Rounds[] = targets.map(({ name }) => ({ name, perSecond: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, target] of targets.entries()) {
      const count = [SEALED, STORE].includes(target.name) ? SEALED_A_TURN : TURN.count;
      const { requests, seconds } = await loadTarget(target, { ...TURN, count });
      results[index]?.perSecond.push(requests / seconds);
    }
  }
  return {
    title: 'Requests a second',
    how: `workerd on the loopback, without the development proxy, eight connections; every target in turn, ${ROUNDS} rounds, each turn at most ${TURN.count} requests (${SEALED_A_TURN} sealed ones) and ${TURN.ms / 1_000} s; the middle round. Before it asks a Worker that has static files, the platform looks whether one is meant: the third peer pays for that as the portal does, and so does the handler that a sealed request alone is held against: it makes the same two calls, one object put into R2 and one transaction of D1, with values of the same size, and looks at nothing. The aim there is a ratio of 0.667 or more (1.5 times its cost). A sealed request is sealed beforehand, as a browser does; without JavaScript the Worker seals and opens. The sender shares the machine's cores, so only the ratios, taken round by round, can be compared; on a busy machine they too differ by up to twice from run to run.`,
    measurements: measurementsOf(results),
  };
}

function measurementsOf(results: readonly Rounds[]): Measurement[] {
  const of = (name: string): Rounds => {
    const found = results.find((result) => result.name === name);
    if (found === undefined) throw new Error(`not measured: ${name}`);
    return found;
  };
  return results.flatMap(({ name, perSecond }): Measurement[] => {
    const own = { name, value: median(perSecond), unit: 'requests/s' };
    if (PEERS.includes(name) || name === STORE) return [own];
    return [...PEERS, ...(name === SEALED ? [STORE] : [])].map((peer) => ({
      ...own,
      peer,
      ratio: medianRatio(perSecond, of(peer).perSecond),
    }));
  });
}
