import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort, isPortFree } from '../../scripts/local-server.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { request } from '../../words/vi.ts';

let stateDir = '';

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'diem-tua-start-'));
});

afterAll(() => rm(stateDir, { recursive: true, force: true, maxRetries: 5 }));

/** Runs scripts/start.ts to its end. */
async function start(port: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--no-warnings', join(projectRoot, 'scripts/start.ts')], {
    env: { ...process.env, PORT: port, STATE_DIR: stateDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, 'close');
  return { code: child.exitCode, said: said.trim() };
}

describe('npm start', () => {
  it('says in one sentence that the port is in use, before it does anything', async () => {
    const port = await findFreePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');

    const { code, said } = await start(String(port));
    other.close();

    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} is in use: stop the program that uses it, or choose another port with \`PORT=8787 npm start\`.`,
    );
    expect(await readdir(stateDir)).toEqual([]);
  });

  it.each(['65536', '80.5'])('refuses the port "%s" with an example of a good one', async (port) => {
    const { code, said } = await start(port);

    expect(code).toBe(1);
    expect(said).toBe('PORT must be a whole number from 1 to 65535, for example `PORT=8788 npm start`.');
  });

  it('serves a request page that takes requests, with a link for the first officer, and ends its server when it is killed', async () => {
    const port = await findFreePort();
    const child = spawn(process.execPath, ['--no-warnings', join(projectRoot, 'scripts/start.ts')], {
      env: { ...process.env, PORT: String(port), STATE_DIR: stateDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await expect.poll(() => said, { timeout: 90_000, interval: 200 }).toContain('Stop with Ctrl-C');
    const answered = await fetch(`http://localhost:${port}/yeu-cau/`);
    const page = await answered.text();

    child.kill('SIGKILL');

    expect(answered.status).toBe(200);
    expect(page).toContain(request.clock.legend);
    expect(page).not.toContain(request.closedTitle);
    expect(said).toMatch(new RegExp(`http://localhost:${port}/can-bo/#moi=[\\w-]+&phuc-hoi=[\\w-]+`));
    await expect.poll(() => isPortFree(port), { timeout: 30_000, interval: 200 }).toBe(true);
  });
});
