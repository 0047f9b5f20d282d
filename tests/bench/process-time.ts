/** CPU time of a workerd process, as Linux tells it, and who gets the CPU first. */
import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** The workerd processes that this process has started; none where the system is not Linux. */
export function workerdProcesses(): number[] {
  try {
    return readdirSync('/proc/self/task')
      .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
      .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'workerd')
      .map(Number);
  } catch {
    return [];
  }
}

/** Milliseconds of CPU that all threads of a process have used; null where the kernel does not keep them. */
export function processMs(pid: number): number | null {
  try {
    // The first field is the time on the CPU in nanoseconds (Linux, Documentation/scheduler/sched-stats.rst).
    const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, time) => sum + time, 0) / 1_000_000;
  } catch {
    return null;
  }
}

/**
 * Puts this process before all others, with every process that it starts from now on.
 *
 * @returns what ends it; null where the system does not allow it
 */
export function goFirst(): (() => void) | null {
  const before = getPriority();
  try {
    setPriority(constants.priority.PRIORITY_HIGHEST);
  } catch {
    return null;
  }
  return () => setPriority(before);
}
