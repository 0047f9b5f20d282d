/** CPU profiles of V8: how much of one belongs to each of several requests. */
import * as z from 'zod';
import { median } from './measurement.ts';

/** What `Profiler.stop` gives, in microseconds (Chrome DevTools Protocol, Profiler.Profile), as far as it matters. */
export const ProfileSchema = z.object({
  nodes: z.array(z.object({ id: z.int(), callFrame: z.object({ functionName: z.string() }) })),
  startTime: z.number(),
  endTime: z.number(),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.number()),
});

export type Profile = z.infer<typeof ProfileSchema>;

/** V8's own names of the nodes under which no work is done. */
const NOT_BUSY = ['(root)', '(idle)'];
/** V8's own name of the collection of garbage. */
export const GARBAGE = '(garbage collector)';

/**
 * Milliseconds of CPU in each request, which reaches from its start to the next one's.
 *
 * V8 takes a sample only while the isolate is entered, so the time from one sample to the next can hold a wait for
 * another service. Each sample therefore stands for one period of the sampler: the middle distance of two samples
 * that are nearer than a millisecond.
 *
 * @param starts when each request was sent, in microseconds of the profile's own clock, rising
 * @param leftOut names of functions whose own time is not counted
 */
export function busyMs(
  { nodes, startTime, samples, timeDeltas }: Profile,
  starts: readonly number[],
  leftOut: readonly string[] = [],
): number[] {
  const names = [...NOT_BUSY, ...leftOut];
  const uncounted = new Set(
    nodes.filter(({ callFrame }) => names.includes(callFrame.functionName)).map(({ id }) => id),
  );
  const near = timeDeltas.filter((delta) => delta < 1_000);
  const period = near.length === 0 ? 0 : median(near);
  const busy = starts.map(() => 0);
  let time = startTime;
  let current = -1;
  for (const [index, node] of samples.entries()) {
    time += timeDeltas[index] ?? 0;
    while ((starts[current + 1] ?? Number.POSITIVE_INFINITY) <= time) current += 1;
    const sum = busy[current];
    if (sum !== undefined && !uncounted.has(node)) busy[current] = sum + period / 1_000;
  }
  return busy;
}
