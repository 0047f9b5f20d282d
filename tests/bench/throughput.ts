/** Requests a second of the portal, of Hono alone and of Hono with one SELECT, taken in turn. */
import type { RunningWorker } from '../../scripts/built-worker.ts';
import { cpuSeconds } from './cpu-time.ts';
import { loadTarget, type Target } from './load.ts';
import { type Measurement, median, medianRatio, type Section } from './measurement.ts';
import { type SealedRequest, sealRequests } from './sealed-requests.ts';

const ROUNDS = 5;
/** Bounds of one target's turn. */
const TURN = { count: 1_500, ms: 1_000 };
/** Each is sealed beforehand, which takes far longer than sending it. */
const SEALED_A_TURN = 150;
const WARM_UP = { count: 40, ms: 1_000 };

/** The Workers under load, and the process of the portal's where the system shows it. */
export interface LoadedWorkers {
  portal: RunningWorker;
  bare: RunningWorker;
  select: RunningWorker;
  portalProcess: number | null;
}

/** What one target came to, round by round. */
interface Rounds {
  name: string;
  perSecond: number[];
  cpuMs: number[];
}

const BARE = "Hono's text('ok')";
const SELECT = 'one D1 SELECT by primary key';

/** Loads everything in turn and gives requests a second, with CPU time a request in a section of its own. */
export async function throughputSections(workers: LoadedWorkers): Promise<Section[]> {
  const sealed = await sealRequests(workers.portal.env, ROUNDS * SEALED_A_TURN + WARM_UP.count);
  const targets = targetsOf(workers, sealed);
  for (const target of targets) await loadTarget(target, WARM_UP);
  const results: Rounds[] = targets.map(({ name }) => ({ name, perSecond: [], cpuMs: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, target] of targets.entries()) {
      const before = cpuOf(workers, target);
      const count = target.name === 'a sealed request' ? SEALED_A_TURN : TURN.count;
      const { requests, seconds } = await loadTarget(target, { ...TURN, count });
      const after = cpuOf(workers, target);
      results[index]?.perSecond.push(requests / seconds);
      if (before !== null && after !== null)
        results[index]?.cpuMs.push(((after - before) * 1_000) / requests);
    }
  }
  return [requestsSection(results), cpuSection(results)];
}

function targetsOf({ portal, bare, select }: LoadedWorkers, sealed: readonly SealedRequest[]): Target[] {
  let sent = 0;
  let opened = 0;
  const take = (): SealedRequest | null => sealed[sent++] ?? null;
  return [
    { name: BARE, origin: bare.origin, next: () => ({ path: '/' }) },
    { name: SELECT, origin: select.origin, next: () => ({ path: '/' }) },
    { name: 'a static page', origin: portal.origin, next: () => ({ path: '/' }) },
    { name: 'the directory list', origin: portal.origin, next: () => ({ path: '/danh-ba/' }) },
    {
      name: 'a sealed request',
      origin: portal.origin,
      next: () => {
        const request = take();
        return request && { path: '/api/inquiries', body: request.body };
      },
    },
    {
      name: 'a thread read',
      origin: portal.origin,
      // Only those sent in an earlier turn, which waited for its last answer.
      next: () => {
        const lookup = sealed[opened++ % sent]?.lookup;
        return { path: '/api/inquiries/open', body: JSON.stringify({ lookup }) };
      },
    },
  ];
}

function cpuOf({ portal, portalProcess }: LoadedWorkers, target: Target): number | null {
  return portalProcess === null || target.origin !== portal.origin ? null : cpuSeconds(portalProcess);
}

function requestsSection(results: readonly Rounds[]): Section {
  const of = (name: string): Rounds => {
    const found = results.find((result) => result.name === name);
    if (found === undefined) throw new Error(`not measured: ${name}`);
    return found;
  };
  const measurements = results.flatMap(({ name, perSecond }): Measurement[] => {
    const own = { name, value: median(perSecond), unit: 'requests/s' };
    if (name === BARE || name === SELECT) return [own];
    return [BARE, SELECT].map((peer) => ({
      ...own,
      peer,
      ratio: medianRatio(perSecond, of(peer).perSecond),
    }));
  });
  return {
    title: 'Requests a second',
    how: `workerd on the loopback, without the development proxy, eight connections; every target in turn, ${ROUNDS} rounds, each turn at most ${TURN.count} requests (${SEALED_A_TURN} sealed ones) and ${TURN.ms / 1_000} s; the middle round. Sealing is done beforehand. The sender shares the machine's cores, so only the ratios, taken round by round, can be compared; on a busy machine they too differ by up to twice from run to run.`,
    measurements,
  };
}

function cpuSection(results: readonly Rounds[]): Section {
  const measurements = results
    .filter(({ cpuMs }) => cpuMs.length > 0)
    .map(({ name, cpuMs }) => ({ name, value: median(cpuMs), unit: 'ms' }));
  const what =
    measurements.length === 0
      ? 'This system does not tell what the process used either.'
      : 'What stands here is the CPU time of its whole process by request: with the local stand-ins for static files, D1 and R2 in it, an upper bound.';
  return {
    title: 'CPU time a request',
    how: `workerd gives no CPU time of a request on one's own machine. ${what}`,
    measurements,
  };
}
