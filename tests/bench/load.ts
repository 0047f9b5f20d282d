/** Sends requests to one Worker on the loopback address: one by one, or as fast as it answers. */
import { Agent, request } from 'node:http';

/** A request as it goes out. */
export interface Shot {
  path: string;
  /** A JSON text or a form, either of which makes it a POST. */
  body?: string | URLSearchParams;
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

/** Connections that stay open between requests. */
export interface Connections {
  /** Sends one request; resolves once the whole answer is here, rejects when it is not a success. */
  send: (shot: Shot) => Promise<void>;
  close: () => void;
}

const CONNECTIONS = 8;

/** Opens at most `count` connections. Throws when the origin is not on the loopback address. */
export function openConnections(origin: string, count: number): Connections {
  const { hostname, port } = new URL(origin);
  if (hostname !== '127.0.0.1') throw new Error(`not on the loopback address: ${hostname}`);
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  return { send: (shot) => send(agent, { hostname, port }, origin, shot), close: () => agent.destroy() };
}

/**
 * Loads a target over eight connections until `count` requests are answered or `ms` have passed.
 *
 * @throws when the target is not on the loopback address, or an answer is not a success
 */
export async function loadTarget(target: Target, limit: { count: number; ms: number }): Promise<Slice> {
  const connections = openConnections(target.origin, CONNECTIONS);
  const started = performance.now();
  let sent = 0;
  let requests = 0;
  const sendInTurn = async (): Promise<void> => {
    while (sent < limit.count && performance.now() - started < limit.ms) {
      const shot = target.next();
      if (shot === null) return;
      sent += 1;
      await connections.send(shot);
      requests += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, sendInTurn));
    return { requests, seconds: (performance.now() - started) / 1_000 };
  } finally {
    connections.close();
  }
}

function send(
  agent: Agent,
  address: { hostname: string; port: string },
  origin: string,
  { path, body }: Shot,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const type = typeof body === 'string' ? 'application/json' : 'application/x-www-form-urlencoded';
    // What a page of the portal itself would say; without it the origin guard refuses a POST.
    const headers =
      body === undefined ? {} : { 'content-type': type, origin, 'sec-fetch-site': 'same-origin' };
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
    outgoing.end(body?.toString());
  });
}
