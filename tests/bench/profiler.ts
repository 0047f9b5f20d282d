/** Takes CPU profiles of Workers through workerd's V8 inspector (Chrome DevTools Protocol, domain Profiler). */
import * as z from 'zod';
import { type Profile, ProfileSchema } from './cpu-profile.ts';

/** Microseconds between two samples, as asked for; V8 takes somewhat longer. */
const INTERVAL = 100;

/** The profiler of one Worker. */
export interface Profiler {
  start: () => Promise<void>;
  stop: () => Promise<Profile>;
  close: () => void;
}

const TargetsSchema = z.array(z.object({ id: z.string(), webSocketDebuggerUrl: z.url() }));

const AnswerSchema = z.object({
  id: z.int().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** An isolate that workerd runs: our Worker, or one of those that stand in for the platform. */
export interface Isolate {
  /** Miniflare's name of its service, such as `d1:db`. */
  id: string;
  webSocketDebuggerUrl: string;
}

/** Miniflare names a Worker's service like this, followed by the Worker's name. */
const OWN = 'core:user:';

/** Whether an isolate is the Worker itself and no stand-in for the platform. */
export function isOwn({ id }: Isolate): boolean {
  return id.startsWith(OWN);
}

/** All isolates, by what workerd's inspector says. */
export async function listIsolates(inspector: URL): Promise<Isolate[]> {
  const response = await fetch(`http://${inspector.host}/json`);
  return TargetsSchema.parse(await response.json());
}

/**
 * Connects to the profiler of the Worker itself; those of the stand-ins for D1, R2 and static files are others.
 *
 * @param inspector where workerd's inspector listens
 * @throws when no Worker of ours runs there, or the profiler cannot be enabled
 */
export async function openProfiler(inspector: URL): Promise<Profiler> {
  const own = (await listIsolates(inspector)).find(isOwn);
  if (own === undefined) throw new Error('the inspector shows no Worker of ours');
  return await profilerOf(own);
}

/** Connects to the profiler of one isolate. Throws when it cannot be enabled. */
export async function profilerOf({ webSocketDebuggerUrl }: Isolate): Promise<Profiler> {
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the inspector refused the connection')), {
      once: true,
    });
  });
  let calls = 0;
  const call = (method: string, params = {}): Promise<unknown> => {
    calls += 1;
    const id = calls;
    return new Promise((resolve, reject) => {
      const hear = ({ data }: MessageEvent): void => {
        const answer = AnswerSchema.parse(JSON.parse(String(data)));
        if (answer.id !== id) return;
        socket.removeEventListener('message', hear);
        if (answer.error === undefined) resolve(answer.result);
        else reject(new Error(`${method}: ${answer.error.message}`));
      };
      socket.addEventListener('message', hear);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  await call('Profiler.enable');
  await call('Profiler.setSamplingInterval', { interval: INTERVAL });
  return {
    start: async () => {
      await call('Profiler.start');
    },
    stop: async () => z.object({ profile: ProfileSchema }).parse(await call('Profiler.stop')).profile,
    close: () => socket.close(),
  };
}
