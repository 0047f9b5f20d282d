/** Sends requests to one Worker as fast as it answers, for a bounded number and time. Loopback only. */
import { Agent, request } from 'node:http';

/** A request as it goes out. */
export interface Shot {
  path: string;
  /** A JSON body, which makes it a POST. */
  body?: string;
}

/** What is loaded: every call of `next` gives one request; null when there are no more. */
export interface Target {
  name: string;
  origin: string;
  next: () => Shot | null;
}

/** What a slice of the load came to. */
export interface Slice {
  requests: number;
  seconds: number;
}

const CONNECTIONS = 8;

/**
 * Loads a target over eight connections until `count` requests are answered or `ms` have passed.
 *
 * @throws when the target is not on the loopback address, or an answer is not a success
 */
export async function loadTarget(target: Target, limit: { count: number; ms: number }): Promise<Slice> {
  const { hostname, port } = new URL(target.origin);
  if (hostname !== '127.0.0.1') throw new Error(`not on the loopback address: ${hostname}`);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const started = performance.now();
  let sent = 0;
  let requests = 0;
  const sendInTurn = async (): Promise<void> => {
    while (sent < limit.count && performance.now() - started < limit.ms) {
      const shot = target.next();
      if (shot === null) return;
      sent += 1;
      await send(agent, { hostname, port }, shot);
      requests += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, sendInTurn));
    return { requests, seconds: (performance.now() - started) / 1_000 };
  } finally {
    agent.destroy();
  }
}

function send(
  agent: Agent,
  address: { hostname: string; port: string },
  { path, body }: Shot,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // What a page of the portal itself would say; without it the origin guard refuses a POST.
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const method = body === undefined ? 'GET' : 'POST';
    const outgoing = request({ ...address, agent, path, method, headers }, (answer) => {
      answer.once('error', reject);
      answer.once('end', () => {
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`${path} answered ${status}`));
      });
      answer.resume();
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
