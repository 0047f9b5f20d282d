import { createServer } from 'node:net';
import { startTool } from './child-process.ts';
import { CommandError } from './command-error.ts';

/** A running site. */
export interface LocalServer {
  /** Without a closing slash; always `localhost`, because passkeys need a name and not an address. */
  origin: string;
  /** Resolves when the server ends by itself. */
  ended: Promise<number>;
  stop: () => Promise<void>;
  /** What the server and the Worker have logged so far. */
  printed: () => string;
}

/** What serve needs; the state folder must be prepared and the site built. */
export interface ServeOptions {
  port: number;
  stateDir: string;
  /** Errors alone unless everything is asked for. */
  logs?: 'errors' | 'everything';
}

/**
 * Serves the built site on workerd through `wrangler dev` and resolves once it answers.
 *
 * @throws CommandError when the server ends before it answers; the message carries its output.
 */
export async function serve({ port, stateDir, logs = 'errors' }: ServeOptions): Promise<LocalServer> {
  const wrangler = startTool(
    'wrangler',
    [
      'dev',
      '--config=dist/server/wrangler.json',
      `--port=${port}`,
      `--persist-to=${stateDir}`,
      '--local',
      '--inspector-port=0',
      '--show-interactive-dev-session=false',
      '--live-reload=false',
      `--log-level=${logs === 'errors' ? 'error' : 'log'}`,
    ],
    { output: 'capture' },
  );
  const origin = `http://localhost:${port}`;
  let code: number | null = null;
  void wrangler.ended.then((exit) => {
    code = exit;
  });
  // Wrangler tells its parent when it listens; the health route then shows that the Worker itself runs.
  const listening = new Promise<void>((resolve) => {
    wrangler.child.on('message', (message) => {
      if (String(message).includes('DEV_SERVER_READY')) resolve();
    });
  });
  await Promise.race([listening, wrangler.ended]);
  const health = code === null ? await fetch(`${origin}/api/health`).catch(() => null) : null;
  if (!health?.ok) {
    await wrangler.stop();
    const reason = code === null ? `answered ${health?.status ?? 'nothing'}` : `ended with code ${code}`;
    throw new CommandError(`The server did not start (${reason}).\n${wrangler.printed().trim()}`);
  }
  return { origin, ended: wrangler.ended, stop: wrangler.stop, printed: wrangler.printed };
}

/** Whether a port of this machine is free on both addresses of `localhost`. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const address of ['127.0.0.1', '::1']) {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      const server = createServer();
      server.once('error', resolve);
      server.listen({ port, host: address, exclusive: true }, () => server.close(() => resolve(null)));
    });
    // A machine without IPv6 has no ::1 to listen on, which takes nothing away.
    if (error !== null && error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') return false;
  }
  return true;
}

/** A port that is free at this moment. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
}
