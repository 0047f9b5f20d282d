/** `npm run desk`, `npm run desk:make`, `npm run purge` and `npm run audit:verify`, as they are typed. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode, readCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCard, deriveFromCode } from '../../domain/derive.ts';
import { openGrant } from '../../domain/desk-key.ts';
import { hourOf } from '../../domain/hour.ts';
import { shiftDays } from '../../domain/local-day.ts';
import { RETENTION_DAYS, UNREAD_WARNING_DAYS } from '../../domain/retention.ts';
import { copyHeads } from '../../functions/audit/copy-heads.ts';
import { findRecoveryGrant, listDesksWithKey, readGrant } from '../../functions/inquiries/desk-store.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import { submitInquiry } from '../../functions/inquiries/submit-inquiry.ts';
import { setDesk } from '../../functions/staff/set-desk.ts';
import { withBindings } from '../../scripts/local-state.ts';
import { makeDemoDesk, standIn } from '../../scripts/make-demo-desk.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { auditVerify } from '../../words/vi-audit.ts';
import { deskMaking } from '../../words/vi-desk-making.ts';
import { deskSettings } from '../../words/vi-desk-settings.ts';
import { useCopiedState } from './copied-state.ts';

const SLUG = 'dau-moi-thu-nghiem';
const state = useCopiedState();

beforeAll(() =>
  withBindings(state.dir, async (env) => {
    await makeDemoDesk(env, state.dir, 'http://localhost:8790');
    await standIn(env, state.dir);
  }),
);

/** Runs a command of scripts/ to its end. */
async function run(
  command: string,
  args: readonly string[],
  dir = state.dir,
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

/** Stores a request that came so many days ago. */
async function sendDaysAgo(days: number): Promise<void> {
  await withBindings(state.dir, async (env) => {
    const now = shiftDays(new Date(), -days);
    const [desk] = await listDesks(env.DB, now);
    if (desk === undefined) throw new Error('the demo desk was not made');
    const secrets = await deriveFromCode(makeCode());
    const sealed = {
      desk: desk.id,
      deskRecipient: desk.recipient,
      request: new Uint8Array(1),
      contact: new Uint8Array(1),
    };
    await submitInquiry(env, { ...secrets, ...sealed, consentVersion: CONSENT.withCode }, now);
  });
}

describe('npm run purge', () => {
  it('erases what stood for too long with its key, and names the desk where words still wait', async () => {
    await sendDaysAgo(RETENTION_DAYS.unread + 1);
    await sendDaysAgo(UNREAD_WARNING_DAYS + 1);

    const first = await run('purge', []);
    const second = await run('purge', []);

    expect([first.code, first.said]).toEqual([0, expect.stringContaining('Erased: 1.')]);
    expect(second.said).toMatch(/Erased: 0\.\n {2}Desk dau-moi-thu-nghiem: 1 unopened, waiting since 20/);
    const left = await withBindings(state.dir, async ({ DB, ERASE_KEYS }) => [
      await DB.prepare('SELECT count(*) AS n FROM inquiry').first('n'),
      (await ERASE_KEYS.list()).objects.length,
    ]);
    expect(left).toEqual([1, 1]);
  });

  // Never with --remote here: in an operator's clone that would be their own database.
  it('refuses what it does not know', async () => {
    expect(await run('purge', ['--all'])).toEqual({
      code: 1,
      said: expect.stringContaining('takes nothing after it but `--remote`'),
    });
  });
});

describe('npm run audit:verify', () => {
  it('finds the chains whole, and tells what an owner of the database did', async () => {
    const saved = join(state.dir, 'dau.json');
    await withBindings(state.dir, async (env) => {
      await setDesk(env.DB, { slug: SLUG, areas: ['79'] });
      // Tomorrow: this hour may have its copy already.
      await writeFile(saved, JSON.stringify(await copyHeads(env, shiftDays(new Date(), 1))));
    });

    const whole = await run('audit-verify', ['--heads', saved]);
    await withBindings(state.dir, async ({ DB }) => {
      await DB.prepare('DROP TRIGGER audit_event_is_kept').run();
      await DB.prepare('DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)').run();
    });
    const broken = await run('audit-verify', ['--heads', saved]);

    expect([whole.code, whole.said]).toEqual([0, expect.stringContaining(auditVerify.whole(SLUG, 3))]);
    expect([broken.code, broken.said]).toEqual([1, expect.stringContaining(auditVerify.broken)]);
    expect(broken.said).toMatch(/dau-moi-thu-nghiem: ngắn hơn bản chép hours\/.+\.json/);
  });

  it.each([
    [['--khac'], auditVerify.usage],
    [['--heads', 'khong-co.json'], auditVerify.noFile('khong-co.json')],
    [['--heads', 'package.json'], auditVerify.noCopy('package.json')],
  ])('refuses %j with one sentence', async (args, sentence) => {
    expect(await run('audit-verify', args)).toEqual({ code: 1, said: `\n${sentence}\n` });
  });
});

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
    expect(await run('desk', [], join(state.dir, 'khong-co'))).toEqual({
      code: 1,
      said: `\n${deskSettings.noState}\n`,
    });
  });
});

describe('npm run desk:make', () => {
  it('makes one from its description, with a code of its recovery sheet that opens its key', async () => {
    const file = join(state.dir, 'dau-moi.json');
    const described = { name: 'Trạm thử', operatorKind: 'health', operator: 'x', duty: 'y', hours: 'z' };
    await writeFile(file, JSON.stringify({ slug: 'tram-thu', ...described, areas: ['01'] }));

    const made = await run('desk-make', [file]);
    const again = await run('desk-make', [file]);

    expect([made.code, again.code]).toEqual([0, 1]);
    expect(again.said).toContain(deskMaking.taken('tram-thu'));
    const reading = readCode(/(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}/.exec(made.said)?.[0] ?? '');
    if (!reading.ok) throw new Error('no code was printed');
    const { identity } = await deriveFromCard(reading.code);
    const opened = await withBindings(state.dir, async ({ DB }) => {
      const desk = (await listDesksWithKey(DB, { hour: hourOf(new Date()), limit: 9 })).find(
        ({ slug }) => slug === 'tram-thu',
      );
      const grant = desk && (await findRecoveryGrant(DB, desk.key_id));
      return desk && grant ? openGrant(desk.id, readGrant(grant), identity) : null;
    });
    expect(opened).not.toBeNull();
  });
});
