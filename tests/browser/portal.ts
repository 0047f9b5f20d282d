import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readCode } from '../../domain/code.ts';
import { deriveFromCard, type KeyPair } from '../../domain/derive.ts';
import { type Desk, listDesks } from '../../functions/inquiries/list-desks.ts';
import { makeInvite } from '../../functions/staff/invite.ts';
import { type RunningWorker, startBuiltWorker } from '../../scripts/built-worker.ts';
import { findFreePort, type LocalServer, type ServeOptions, serve } from '../../scripts/local-server.ts';
import { withBindings } from '../../scripts/local-state.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { makeDemoDesk, RECOVERY_FILE } from '../../scripts/make-demo-desk.ts';
import { useCopiedState } from '../built/copied-state.ts';

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
  /** What the server and the Worker have logged so far, of all its runs; needs `logs: 'everything'`. */
  printed: () => string;
  /** Makes the demo desk, with an officer who holds its key and whom nobody is: it takes requests then. */
  openDesk: () => Promise<void>;
  /** Makes the demo desk as `npm start` does, and gives one-time links for officers of it. */
  inviteOfficers: (count: number) => Promise<string[]>;
  /** Works on the bindings behind the server's back. */
  reachInto: <T>(work: (env: Env) => Promise<T>) => Promise<T>;
}

/**
 * Starts the built site on a copy of the prepared state for the whole test file, and removes both after it.
 *
 * @param options with `logs`, it is served by `wrangler dev` as `npm start` does, whose output can then be read; without,
 *   straight from workerd, which starts faster and whose bindings can be reached while it runs
 */
export function usePortal(options: Pick<ServeOptions, 'logs'> = {}): Portal {
  let server: LocalServer | undefined;
  let worker: RunningWorker | undefined;
  let printed = '';
  let port = 0;
  const state = useCopiedState();

  const start = async (): Promise<void> => {
    if (options.logs === undefined) worker = await startBuiltWorker({ kept: { port, stateDir: state.dir } });
    else server = await serve({ port, stateDir: state.dir, ...options });
  };
  const stop = async (): Promise<void> => {
    await worker?.stop();
    worker = undefined;
    await server?.stop();
    printed += server?.printed() ?? '';
    server = undefined;
  };

  const reachInto = async <T>(work: (env: Env) => Promise<T>): Promise<T> => {
    if (worker !== undefined) return work(worker.env);
    await stop();
    const result = await withBindings(state.dir, work);
    await start();
    return result;
  };

  beforeAll(async () => {
    port = await findFreePort();
    await start();
  });

  afterAll(stop);

  return {
    get origin() {
      return `http://localhost:${port}`;
    },
    get stateDir() {
      return state.dir;
    },
    start,
    stop,
    reachInto,
    printed: () => printed + (server?.printed() ?? ''),
    openDesk: () =>
      reachInto(async (env) => {
        // Made once: making it again would end the links that were given already.
        if ((await listDesks(env.DB, new Date())).length === 0)
          await makeDemoDesk(env, state.dir, `http://localhost:${port}`);
        const desk = await findDemoDesk(env);
        await addMadeUpOfficer(env, desk.id, await readDemoSheet(state.dir), new Date());
      }),
    inviteOfficers: (count) =>
      reachInto((env) => makeLinks(env, state.dir, `http://localhost:${port}`, count)),
  };
}

/** One-time links: the one of `npm start` for the first officer, and others of the same form, numbered by place. */
async function makeLinks(env: Env, stateDir: string, origin: string, count: number): Promise<string[]> {
  const { link } = await makeDemoDesk(env, stateDir, origin);
  const links = link === null ? [] : [link];
  const desk = await findDemoDesk(env);
  const recovery = await readDemoRecovery(stateDir);
  while (links.length < count) {
    const invite = { name: `Cán bộ thử ${links.length}`, role: 'intake', deskId: desk.id } as const;
    const token = await makeInvite(env.DB, invite, new Date());
    links.push(`${origin}/can-bo/#moi=${token}&phuc-hoi=${recovery}`);
  }
  return links;
}

async function findDemoDesk(env: Env): Promise<Desk> {
  const [desk] = await listDesks(env.DB, new Date());
  if (desk === undefined) throw new Error('the demo desk was not made');
  return desk;
}

async function readDemoSheet(stateDir: string): Promise<KeyPair> {
  const reading = readCode(await readDemoRecovery(stateDir));
  if (!reading.ok) throw new Error('the demo desk has no recovery sheet');
  return deriveFromCard(reading.code);
}

/** The code on the demo desk's recovery sheet. */
export async function readDemoRecovery(stateDir: string): Promise<string> {
  return (await readFile(join(stateDir, RECOVERY_FILE), 'utf8')).trim();
}
