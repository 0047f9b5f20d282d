import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readInvite } from '../../functions/staff/invite.ts';
import { withBindings } from '../../scripts/local-state.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { useCopiedState } from './copied-state.ts';

const state = useCopiedState();

/** Runs scripts/invite.ts to its end. */
async function invite(...args: string[]): Promise<{ code: number; said: string }> {
  const run = promisify(execFile);
  const script = join(projectRoot, 'scripts/invite.ts');
  try {
    const { stdout } = await run(process.execPath, ['--no-warnings', script, ...args], {
      env: { ...process.env, STATE_DIR: state.dir, PORT: '8790' },
    });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }; // What execFile rejects with.
    return { code, said: stderr };
  }
}

describe('npm run invite', () => {
  it('prints a link that registers an officer of that role', async () => {
    const { code, said } = await invite('--role', 'editor', '--name', 'Nguyễn Thị Thử');

    expect(code).toBe(0);
    const token = /http:\/\/localhost:8790\/can-bo\/#moi=([\w-]{43})\n/.exec(said)?.[1] ?? '';
    const found = await withBindings(state.dir, (env) => readInvite(env.DB, token, new Date()));
    expect(found).toMatchObject({ name: 'Nguyễn Thị Thử', role: 'editor', desk_id: null });
  });

  it('names the desks that there are when asked for another', async () => {
    const { code, said } = await invite('--role', 'intake', '--name', 'A', '--desk', 'x');

    expect([code, said]).toEqual([1, expect.stringContaining('There is no desk "x". The desks are: none.')]);
  });
});
