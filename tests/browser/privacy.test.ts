/** What the journeys of journey.test.ts do not come by: the disk of the phone, and what goes wrong. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorPages, follow, request } from '../../words/vi.ts';
import { useBrowser, watchContext, watchPolicy } from './browser.ts';
import { launchProfile } from './chromium.ts';
import { usePortal } from './portal.ts';
import { findInTexts, findSecrets, readFolder } from './spellings.ts';
import { watchTraces } from './traces.ts';
import { comeBack, fillRequest, press, sendRequest, TYPED, waitForSealing } from './walk.ts';

const browser = useBrowser();
const portal = usePortal({ logs: 'everything' });

beforeAll(async () => {
  await portal.openDesk();
});

describe('the watch over traces', () => {
  it('notices each way to keep something, so that an empty list means that nothing was kept', async () => {
    const page = await browser.open(portal.origin);
    const traces = await watchTraces(page);
    await page.goto('/');
    await page.evaluate(async () => {
      history.pushState({ words: 'vet-1' }, '', '#vet-2');
      localStorage.setItem('a', 'vet-3');
      sessionStorage.setItem('a', 'vet-4');
      // biome-ignore lint/suspicious/noDocumentCookie: the plainest way is the one to notice.
      document.cookie = 'a=vet-5';
      indexedDB.open('vet-6');
      await caches.open('vet-7');
    });

    await traces.look();

    expect(traces.texts.join('\n')).toMatch(/vet-1[\s\S]*vet-2/);
    for (const mark of ['a" "vet-3', 'a" "vet-4', 'a=vet-5', 'open "vet-6', 'open "vet-7'])
      expect(traces.kept.join('\n')).toContain(mark);
    for (const store of ['localStorage a', 'sessionStorage a', 'cookie a', 'indexedDB vet-6', 'cache vet-7'])
      expect(traces.kept.join('\n')).toContain(store);
  });
});

describe.each([{ javaScript: true }, { javaScript: false }])(
  "the browser's own folder on the phone (JavaScript $javaScript)",
  ({ javaScript }) => {
    it('holds no word and no code after a request was sent, opened and left', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'diem-tua-profile-'));
      try {
        const context = await launchProfile(folder, {
          baseURL: portal.origin,
          javaScriptEnabled: javaScript,
        });
        const problems = watchContext(context, [portal.origin]);
        const page = await context.newPage();
        await watchPolicy(page, problems);
        const code = await sendRequest(page, javaScript);
        await comeBack(page, code, javaScript);
        await page.getByLabel(follow.replyLabel).fill(TYPED.reply);
        await press(page, follow.replySubmit);
        await page.goto('/huong-dan/');
        await context.close();
        expect(problems, 'problems that the browser saw').toEqual([]);

        const files = await readFolder(folder);

        // The folder is not empty: it holds what may be kept, such as the name of the portal.
        expect(files.some(({ bytes }) => bytes.includes(portal.origin))).toBe(true);
        expect(findSecrets(new Map([...Object.entries(TYPED), ['code', code]]), files)).toEqual([]);
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    });
  },
);

describe('a request that fails in the server', () => {
  it.each([{ javaScript: true }, { javaScript: false }])(
    'is logged by where it failed, without a typed word (JavaScript $javaScript)',
    async ({ javaScript }) => {
      const page = await browser.open(portal.origin, { javaScript, expectedProblems: [/status of 50\d/] });
      await fillRequest(page);
      await waitForSealing(page, javaScript);
      const code = javaScript ? '' : await page.locator('input[name="code"]').inputValue();
      // One that only the sending writes: the desks are asked for again before it.
      await portal.reachInto(({ DB }) =>
        DB.prepare('ALTER TABLE status_event RENAME TO status_event_away').run(),
      );
      const before = portal.printed().length;

      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await press(page, request.form.submit);
      expect((await answered).status()).toBeGreaterThanOrEqual(500);
      await page.getByText(errorPages.byStatus['500'].what).or(page.getByRole('alert')).first().waitFor();

      await portal.reachInto(({ DB }) =>
        DB.prepare('ALTER TABLE status_event_away RENAME TO status_event').run(),
      );
      const log = portal.printed().slice(before);
      expect(log).toMatch(/POST \/(yeu-cau\/|api\/inquiries) 50\d/);
      const secrets = new Map([...Object.entries(TYPED), ...(javaScript ? [] : [['code', code] as const])]);
      expect(findInTexts(secrets, [log])).toEqual([]);
    },
  );
});
