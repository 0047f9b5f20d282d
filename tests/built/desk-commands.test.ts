/** `npm run desk` and `npm run purge`, as they are typed. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareState, withBindings } from '../../scripts/local-state.ts';
import { makeDemoDesk } from '../../scripts/make-demo-desk.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { deskSettings } from '../../words/vi-desk-settings.ts';

const SLUG = 'dau-moi-thu-nghiem';
let stateDir = '';

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'diem-tua-desk-'));
  await prepareState(stateDir);
  await withBindings(stateDir, (env) => makeDemoDesk(env, stateDir, 'http://localhost:8790'));
});

afterAll(() => rm(stateDir, { recursive: true, force: true, maxRetries: 5 }));

/** Runs a command of scripts/ to its end. */
async function run(
  command: string,
  args: readonly string[],
  dir = stateDir,
): Promise<{ code: number; said: string }> {
  const script = join(projectRoot, 'scripts', `${command}.ts`);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script, ...args], {
      env: { ...process.env, STATE_DIR: dir },
    });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }; // What execFile rejects with.
    return { code, said: stderr };
  }
}

describe('npm run desk', () => {
  it('sets a desk, and shows it afterwards', async () => {
    const set = await run('desk', [SLUG, '--areas', '01', '--complaints', 'yes']);
    const again = await run('desk', [SLUG, '--areas', '01']);
    const shown = await run('desk', []);

    expect([set.code, set.said]).toEqual([0, expect.stringContaining(deskSettings.saved)]);
    expect(again.said).toContain(deskSettings.unchanged);
    expect(shown.said).toMatch(/dau-moi-thu-nghiem: .+\n {4}Nhận yêu cầu từ: .*Hà Nội \(01\)\n.*: có nhận\n/);
  });

  it.each([
    [['khong-co', '--areas', '01'], deskSettings.noDesk('khong-co', SLUG)],
    [[SLUG, '--areas', '98,01'], deskSettings.unknownUnits('98')],
    [[SLUG], deskSettings.usage],
  ])('refuses %j with one sentence', async (args, sentence) => {
    expect(await run('desk', args)).toEqual({ code: 1, said: `\n${sentence}\n` });
  });

  it('says what to do where nothing was started yet', async () => {
    expect(await run('desk', [], join(stateDir, 'khong-co'))).toEqual({
      code: 1,
      said: `\n${deskSettings.noState}\n`,
    });
  });
});
