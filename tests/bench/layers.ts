/** Where the time of a search goes: in our Worker, in the local stand-in for D1, or on the way to the Worker. */
import { join } from 'node:path';
import type { DirectoryData } from '../../functions/directory/schema.ts';
import {
  compatibilityDate,
  furnish,
  type RunningWorker,
  startBuiltWorker,
} from '../../scripts/built-worker.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { startSelectWorker } from './bare-workers.ts';
import { busyMs } from './cpu-profile.ts';
import { openConnections, type Shot } from './load.ts';
import { type Measurement, median, type Section } from './measurement.ts';
import { type Isolate, isOwn, listIsolates, profilerOf } from './profiler.ts';
import { SEARCH, SEARCH_JSON } from './request-kinds.ts';

const ROUNDS = 3;
const REQUESTS = 150;
const WARM_UP = 200;
/** Enough to see whether an isolate has any part in a kind of request. */
const PROBE = 10;

const HOW = `The milliseconds of one request in each of the isolates that workerd runs on this machine, by V8's profiler, one isolate at a time: ${ROUNDS} rounds of ${REQUESTS} requests after ${WARM_UP} others, the middle round. Of these, only "our Worker" is CPU time on Cloudflare. D1 is another service there, and what stands before the Worker is the platform's; the local stand-ins for both are scripts in the same process, and so part of what a request costs under load here.`;

/** Sends searches, and the bare SELECT beside them, to Workers of their own. */
export async function layersSection(directory: DirectoryData): Promise<Section> {
  const portal = await startBuiltWorker({ withInspector: true });
  try {
    await furnish(portal.env, directory);
    const files = join(projectRoot, 'dist/client');
    const select = await startSelectWorker(compatibilityDate(), { files, withInspector: true });
    try {
      return {
        title: 'Where the time of a search goes',
        how: HOW,
        measurements: [
          ...(await layersOf('the SELECT behind static files', select, '/api/thing')),
          ...(await layersOf('the directory list', portal, '/danh-ba/')),
          ...(await layersOf('a search by words', portal, SEARCH)),
          ...(await layersOf('the same search as JSON', portal, SEARCH_JSON)),
        ],
      };
    } finally {
      await select.stop();
    }
  } finally {
    await portal.stop();
  }
}

/** What a request costs in each layer; a layer is one isolate or several. */
async function layersOf(name: string, worker: RunningWorker, path: string): Promise<Measurement[]> {
  if (worker.inspector === null) throw new Error('the Worker runs without an inspector');
  const { send, close } = openConnections(worker.origin, 1);
  const times = new Map<string, number>();
  try {
    await sendTimes(send, path, WARM_UP);
    for (const isolate of await listIsolates(worker.inspector)) {
      const layer = layerOf(isolate);
      const ms = await profiledMs(isolate, (times) => sendTimes(send, path, times));
      times.set(layer, (times.get(layer) ?? 0) + ms);
    }
  } finally {
    close();
  }
  return [...times].map(([layer, value]) => ({ name: `${name}: ${layer}`, value, unit: 'ms' }));
}

function layerOf(isolate: Isolate): string {
  if (isOwn(isolate)) return 'our Worker';
  return isolate.id.startsWith('d1:') ? 'the stand-in for D1' : 'on the way to the Worker';
}

async function sendTimes(send: (shot: Shot) => Promise<void>, path: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await send({ path });
}

/** Milliseconds of one request in one isolate. */
async function profiledMs(isolate: Isolate, sendAll: (times: number) => Promise<void>): Promise<number> {
  const profiler = await profilerOf(isolate);
  const roundMs = async (requests: number): Promise<number> => {
    await profiler.start();
    await sendAll(requests);
    const profile = await profiler.stop();
    const [busy = 0] = busyMs(profile, [profile.startTime]);
    return busy / requests;
  };
  try {
    if ((await roundMs(PROBE)) === 0) return 0;
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await roundMs(REQUESTS));
    return median(rounds);
  } finally {
    profiler.close();
  }
}
