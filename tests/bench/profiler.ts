/** Takes CPU profiles of one Worker through workerd's V8 inspector (Chrome DevTools Protocol, domain Profiler). */
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

/**
 * Connects to the profiler of the Worker itself; those of the stand-ins for D1, R2 and static files are others.
 *
 * @param inspector where workerd's inspector listens
 * @throws when no Worker of ours runs there, or the profiler cannot be enabled
 */
export async function openProfiler(inspector: URL): Promise<Profiler> {
  const response = await fetch(`http://${inspector.host}/json`);
  // Miniflare names a Worker's service `core:user:` and the Worker's name.
  const target = TargetsSchema.parse(await response.json()).find(({ id }) => id.startsWith('core:user:'));
  if (target === undefined) throw new Error('the inspector shows no Worker of ours');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
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
