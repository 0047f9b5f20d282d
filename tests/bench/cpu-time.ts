/** CPU time of one request by kind, to be held against the 10 ms of Cloudflare's free plan. */
import type { DirectoryData } from '../../functions/directory/schema.ts';
import { furnish, type RunningWorker, startBuiltWorker } from '../../scripts/built-worker.ts';
import { busyMs, GARBAGE } from './cpu-profile.ts';
import { openConnections } from './load.ts';
import { type Measurement, mean, median, quantile, type Section } from './measurement.ts';
import { goFirst, processMs, workerdProcesses } from './process-time.ts';
import { openProfiler, type Profiler } from './profiler.ts';
import { type RequestKind, requestKinds } from './request-kinds.ts';
import { sealRequests } from './sealed-requests.ts';

const ROUNDS = 5;
/** Requests of each kind a round: enough for a p99 that one collection of garbage alone does not decide. */
const REQUESTS = 300;
/** A round ends after this time with fewer of them, which only a busy machine needs. */
const ROUND_MS = 12_000;
/** Milliseconds of CPU that a request may take on Cloudflare's free plan (developers.cloudflare.com/workers/platform/limits). */
const LIMIT_MS = 10;
/** V8 compiles what is used often only after a while. */
const WARM_UP = 100;

/** Runs a Worker of its own and sends it every kind of request, one after another. */
export async function cpuSection(directory: DirectoryData): Promise<Section> {
  const others = new Set(workerdProcesses());
  const end = goFirst();
  const worker = await startBuiltWorker({ withInspector: true });
  try {
    await furnish(worker.env, directory);
    const section = await sectionOf(worker, workerdProcesses().find((pid) => !others.has(pid)) ?? null);
    return { ...section, how: `${section.how} ${end === null ? LIKE_ALL : FIRST}` };
  } finally {
    await worker.stop();
    end?.();
  }
}

/** @param pid the Worker's process where the system shows it */
async function sectionOf(worker: RunningWorker, pid: number | null): Promise<Section> {
  if (worker.inspector === null) throw new Error('the Worker runs without an inspector');
  const sealed = await sealRequests(worker.env, (ROUNDS + 1) * REQUESTS + WARM_UP);
  const kinds = (await requestKinds(worker.env, sealed)).filter(({ isWorkers }) => isWorkers);
  const profiler = await openProfiler(worker.inspector);
  const { send, close } = openConnections(worker.origin, 1);
  const sendNext = async ({ name, next }: RequestKind): Promise<void> => {
    const shot = next();
    if (shot === null) throw new Error(`there is no more of ${name}`);
    await send(shot);
  };
  try {
    const measurements: Measurement[] = [];
    const notMeasured = new Set<string>();
    for (const kind of kinds) {
      for (let n = 0; n < WARM_UP; n++) await sendNext(kind);
      const whole = pid === null ? null : await wholeMean(pid, () => sendNext(kind));
      const rounds: Times[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const times = await profiledTimes(profiler, () => sendNext(kind));
        if (times === null) notMeasured.add("CPU time of the isolate: V8's clock is not Node's here.");
        else rounds.push(times);
      }
      if (rounds.length === ROUNDS) measurements.push(...figuresOf(kind.name, rounds));
      if (whole === null) notMeasured.add("CPU time of workerd's whole process: only Linux tells it.");
      else measurements.push({ name: `${kind.name}: mean of the whole process`, value: whole, unit: 'ms' });
    }
    return { title: 'CPU time a request', how: HOW, measurements, notMeasured: [...notMeasured] };
  } finally {
    close();
    profiler.close();
  }
}

const HOW = `One request after another on a warm Worker (${WARM_UP} of the kind before), ${ROUNDS} rounds of at most ${REQUESTS} and ${ROUND_MS / 1_000} s, the middle round; the budget is a p99 of ${LIMIT_MS} ms, Cloudflare's limit on the free plan. Mean and p99 are what V8's profiler saw in the Worker's own isolate, through workerd's inspector: our code, the platform's code that it calls (cryptography, streams) and the collection of garbage, which comes at V8's own times, with a sample about every 0.15 ms, on this machine's cores. They leave out the local stand-ins for D1, R2 and static files, which are no part of the Worker's time on Cloudflare, what workerd does outside the isolate, and the first requests of a cold Worker. "The whole process" is every thread of workerd with those stand-ins, without the profiler: an upper bound.`;

const FIRST =
  'The Worker ran at the highest priority: whoever is pushed off a processor finds cold caches when they come back, which a server with processors to spare does not know.';
const LIKE_ALL =
  'The system did not let the Worker run at a higher priority than others: what they take of the processors shows in its p99.';

/** Milliseconds of the whole process for one request; null where the system does not tell them. */
async function wholeMean(pid: number, sendOne: () => Promise<void>): Promise<number | null> {
  const before = processMs(pid);
  const end = performance.now() + ROUND_MS;
  let sent = 0;
  for (; sent < REQUESTS && performance.now() < end; sent++) await sendOne();
  const after = processMs(pid);
  return before === null || after === null ? null : (after - before) / sent;
}

/** Milliseconds of the Worker's isolate for each request of a round. */
interface Times {
  all: number[];
  withoutGarbage: number[];
}

/** Profiles one round; null where V8 and Node count time differently, so that requests cannot be told apart. */
async function profiledTimes(profiler: Profiler, sendOne: () => Promise<void>): Promise<Times | null> {
  const starts: number[] = [];
  const before = microseconds();
  await profiler.start();
  const end = performance.now() + ROUND_MS;
  while (starts.length < REQUESTS && performance.now() < end) {
    starts.push(microseconds());
    await sendOne();
  }
  const profile = await profiler.stop();
  const isSameClock = profile.startTime >= before && profile.endTime <= microseconds();
  if (!isSameClock) return null;
  return { all: busyMs(profile, starts), withoutGarbage: busyMs(profile, starts, [GARBAGE]) };
}

/** The middle round's figures. */
function figuresOf(name: string, rounds: readonly Times[]): Measurement[] {
  const middle = (of: (times: Times) => number): number => median(rounds.map(of));
  const p99 = middle(({ all }) => quantile(all, 0.99));
  return [
    { name: `${name}: mean`, value: middle(({ all }) => mean(all)), unit: 'ms' },
    {
      name: `${name}: p99`,
      value: p99,
      unit: 'ms',
      peer: `the limit of ${LIMIT_MS} ms`,
      ratio: p99 / LIMIT_MS,
    },
    {
      name: `${name}: p99 without collecting garbage`,
      value: middle(({ withoutGarbage }) => quantile(withoutGarbage, 0.99)),
      unit: 'ms',
    },
  ];
}

/** The monotonic clock, which V8's profiler reads too. */
function microseconds(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}
