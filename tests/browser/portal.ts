import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { withBindings } from '../../scripts/local-state.ts';
import { findFreePort, type LocalServer, serve } from '../../scripts/local-server.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import { makeInvite } from '../../functions/staff/invite.ts';
import { makeDemoDesk, RECOVERY_FILE } from '../../scripts/make-demo-desk.ts';

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
  /** Makes the demo desk as `npm start` does, and gives a one-time link for an officer of it. */
  inviteOfficer: () => Promise<string>;
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
    inviteOfficer: async () => {
      await stop();
      const link = await withBindings(stateDir, (env) => makeLink(env, stateDir, `http://localhost:${port}`));
      await start();
      return link;
    },
  };
}

/** The link of `npm start` for the first officer; for further ones a link of the same form. */
async function makeLink(env: Env, stateDir: string, origin: string): Promise<string> {
  const { link } = await makeDemoDesk(env, stateDir, origin);
  if (link !== null) return link;
  const [desk] = await listDesks(env.DB, new Date());
  if (desk === undefined) throw new Error('the demo desk was not made');
  const token = await makeInvite(env.DB, { name: 'Cán bộ thử', role: 'intake', deskId: desk.id }, new Date());
  return `${origin}/can-bo/#moi=${token}&phuc-hoi=${await readDemoRecovery(stateDir)}`;
}

/** The code on the demo desk's recovery sheet. */
export async function readDemoRecovery(stateDir: string): Promise<string> {
  return (await readFile(join(stateDir, RECOVERY_FILE), 'utf8')).trim();
}
