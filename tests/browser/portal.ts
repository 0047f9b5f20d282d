import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { findFreePort, type LocalServer, serve } from '../../scripts/local-server.ts';

/** The built site with a state of its own, running for one test file. */
export interface Portal {
  /** For example `http://localhost:41235`. */
  readonly origin: string;
  /** The folder that holds this portal's D1 and R2 files. */
  readonly stateDir: string;
  /** Ends the server, so that the state can be read or changed from outside; `start` resumes. */
  stop: () => Promise<void>;
  /** Serves the same state again, under the same address. */
  start: () => Promise<void>;
}

/** Starts the built site on a copy of the prepared state for the whole test file, and removes both after it. */
export function usePortal(): Portal {
  let server: LocalServer | undefined;
  let port = 0;
  let stateDir = '';

  const start = async (): Promise<void> => {
    server = await serve({ port, stateDir });
  };
  const stop = async (): Promise<void> => {
    await server?.stop();
    server = undefined;
  };

  beforeAll(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'diem-tua-test-'));
    await cp(inject('templateStateDir'), stateDir, { recursive: true });
    port = await findFreePort();
    await start();
  });

  afterAll(async () => {
    await stop();
    await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
  });

  return {
    get origin() {
      return `http://localhost:${port}`;
    },
    get stateDir() {
      return stateDir;
    },
    start,
    stop,
  };
}
