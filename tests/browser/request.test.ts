import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  apiErrors,
  follow,
  followMessages,
  nav,
  quickExit,
  request,
  requestMessages,
} from '../../words/vi.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import {
  beginRequest,
  changeAnswer,
  choose,
  comeBack,
  expectAccessible,
  fillRequest,
  press,
  proveSaved,
  readReceiptCode,
  seeHeading,
  TYPED,
  waitForSealing,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  await portal.openDesk();
});

const modes = [
  { javaScript: true, screen: 'phone' },
  { javaScript: false, screen: 'desktop' },
] as const;

/** Without JavaScript a refused form is an answer with that status, which the browser's console mentions. */
const refused = (options: { javaScript: boolean }, status: number) =>
  options.javaScript ? [] : [new RegExp(`status of ${status}`)];

describe.each(modes)('the request ($screen, JavaScript $javaScript)', (options) => {
  it('says who seals before anything is sent', async () => {
    const page = await browser.open(portal.origin, options);

    await fillRequest(page);

    await waitForSealing(page, options.javaScript);
    expect(await page.locator('input[name="code"]').count()).toBe(options.javaScript ? 0 : 1);
    await expectAccessible(page);
  });

  it('asks about the legal clock first and stops there on yes', async () => {
    const page = await browser.open(portal.origin, options);
    await page.goto('/yeu-cau/');
    await expectAccessible(page);
    await choose(page, request.clock.options.yes);
    await press(page, request.clock.next);

    await seeHeading(page, request.stop.title);
    await expectAccessible(page);
    await press(page, request.stop.proceed);

    await seeHeading(page, request.form.forWhom.legend);
  });

  it('names what is missing and keeps what was typed', async () => {
    const page = await browser.open(portal.origin, { ...options, expectedProblems: refused(options, 422) });
    await fillRequest(page);
    await waitForSealing(page, options.javaScript);
    await changeAnswer(page, request.form.phone.label);
    await page.getByLabel(request.form.phone.label).fill('abc');

    await press(page, options.javaScript ? request.form.next : request.form.check.button);

    await page.getByRole('alert').getByText(requestMessages.problems.phone).waitFor();
    expect(await page.getByLabel(request.form.phone.label).inputValue()).toBe('abc');
    expect(await page.locator('#words').inputValue()).toBe(TYPED.words);
    await expectAccessible(page);
  });

  it('shows the code on the receipt and nowhere else', async () => {
    const page = await browser.open(portal.origin, options);
    await fillRequest(page);
    await waitForSealing(page, options.javaScript);

    await press(page, request.form.submit);

    const code = await readReceiptCode(page);
    expect(code).toMatch(/^[0-9BCFGHJKMNPQRSTVXZ]{25}$/);
    expect(page.url()).toBe(`${portal.origin}/yeu-cau/`);
    expect(await page.title()).not.toContain(code);
    await expectAccessible(page);
    await proveSaved(page, code);
    expect(await page.content()).not.toContain(code);
    await expectAccessible(page);
  });
});

describe('the quick exit from a receipt', () => {
  it('leaves at once, although the page asks before other ways of leaving', async () => {
    const target = new URL(quickExit.url);
    const page = await browser.open(portal.origin, { alsoAllowed: [target.origin] });
    await page.route(`${target.origin}/**`, (route) => route.fulfill({ body: 'thoi tiet' }));
    let isAsked = false;
    page.on('dialog', (dialog) => {
      isAsked = true;
      void dialog.dismiss();
    });
    await fillRequest(page);
    await waitForSealing(page, true);
    await press(page, request.form.submit);
    await readReceiptCode(page);

    await page.getByRole('link', { name: quickExit.label, exact: true }).click();

    await page.waitForURL(`${target.origin}/**`);
    expect(isAsked).toBe(false);
  });
});

describe('a question of the request', () => {
  it('stays where it is when the keyboard jumps to the content', async () => {
    const page = await browser.open(portal.origin);
    await beginRequest(page);

    await page.getByRole('link', { name: nav.skip, exact: true }).press('Enter');

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
    await seeHeading(page, request.form.forWhom.legend);
    await page.goBack();
    await seeHeading(page, request.clock.legend);
  });
});

describe('the scripts of the request', () => {
  it('come as the person goes on: next to none before a touch, the sealing after the first answer', async () => {
    const page = await browser.open(portal.origin);
    const scripts: Response[] = [];
    const fetched: string[] = [];
    page.on('request', (sent) => fetched.push(new URL(sent.url()).pathname));
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response);
    });
    const ofQuestions = () => fetched.filter((path) => /ask-questions|\/phan\//.test(path));
    const ofSealing = () => fetched.filter((path) => /seal/.test(path));

    await page.goto('/yeu-cau/', { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 400);
    await page.getByRole('heading', { name: request.title, exact: true }).click();
    await settle(page);
    const bodies = await Promise.all(scripts.map((response) => response.body()));
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThanOrEqual(4000);
    expect([ofQuestions(), ofSealing()]).toEqual([[], []]);

    await page.getByLabel(request.clock.options.no).focus();
    await page.locator('#request-form').waitFor({ state: 'attached' });
    await choose(page, request.clock.options.no);
    await settle(page);
    expect(ofQuestions()).toHaveLength(2);
    expect(ofSealing()).toEqual([]);
    expect(await page.locator('#sealed-by').textContent()).toContain(request.form.sealedByServer);

    await press(page, request.clock.next);
    await page.getByText(requestMessages.sealedHere).waitFor({ state: 'attached' });
    expect(ofSealing()).not.toEqual([]);
  });
});

/** Waits until whatever the page had begun to fetch has been asked for: what is asked for after it is answered. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => (await fetch('/favicon.svg', { cache: 'no-store' })).text());
}

/** Sends the body of an earlier form once more, as going back or restoring a tab does. */
async function sendAgain(page: Page, body: string): Promise<void> {
  await page.goto('/');
  await page.evaluate(
    (fields) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: '/yeu-cau/' });
      for (const [name, value] of fields) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
      }
      document.body.append(form);
      form.submit();
    },
    [...new URLSearchParams(body)],
  );
}

describe('a request sent twice without JavaScript', () => {
  it('does not come to life again once it was withdrawn', async () => {
    const page = await browser.open(portal.origin, { javaScript: false });
    await fillRequest(page);
    const posting = page.waitForRequest((sent) => sent.method() === 'POST');
    await press(page, request.form.submit);
    const body = (await posting).postData() ?? '';
    const code = await readReceiptCode(page);
    await comeBack(page, code, false);
    await press(page, follow.withdrawAsk);
    await press(page, follow.withdrawConfirm);
    await seeHeading(page, follow.withdrawnTitle);

    const again = await browser.open(portal.origin, { expectedProblems: [/status of 410/] });
    await sendAgain(again, body);

    await again.getByRole('alert').getByText(apiErrors.request_withdrawn).waitFor();
    expect(await again.content()).not.toContain(TYPED.words);
    expect(await again.content()).not.toContain(code);
    await expectAccessible(again);
  });

  it('draws the same receipt until saving is confirmed, and no code after that', async () => {
    const page = await browser.open(portal.origin, { javaScript: false });
    await fillRequest(page);
    const posting = page.waitForRequest((sent) => sent.method() === 'POST');
    await press(page, request.form.submit);
    const body = (await posting).postData() ?? '';
    const code = await readReceiptCode(page);

    await page.reload();
    expect(await readReceiptCode(page)).toBe(code);
    await proveSaved(page, code);
    const again = await browser.open(portal.origin);
    await sendAgain(again, body);

    await seeHeading(again, request.receipt.beforeTitle);
    expect(await again.content()).not.toContain(code.slice(0, 5));
    await expectAccessible(again);
  });
});

describe.each(modes)('coming back ($screen, JavaScript $javaScript)', (options) => {
  it('says which kind of slip a mistyped code has', async () => {
    const page = await browser.open(portal.origin, { ...options, expectedProblems: refused(options, 422) });

    await comeBack(page, 'XMCSN-QBJ64-078GX-FKBGG-51RVZ', options.javaScript);

    await page.getByRole('alert').getByText(followMessages.problems.check).waitFor();
    await expectAccessible(page);
  });

  it('answers a code that was never issued with the sentence for erased ones', async () => {
    const page = await browser.open(portal.origin, { ...options, expectedProblems: [/status of 404/] });

    await comeBack(page, 'xmcsn qbj64 078gx fkbgg 51rvc', options.javaScript);

    await page.getByRole('alert').getByText(followMessages.problems.notFound).waitFor();
  });
});

describe('a portal whose desk nobody has opened for long', () => {
  it('says so before the first question and offers places instead', async () => {
    await portal.reachInto(({ DB }) =>
      DB.prepare(`UPDATE desk SET created_at = '2026-01-01T00:00:00.000Z', last_opened_at = NULL`).run(),
    );
    const page = await browser.open(portal.origin);

    await page.goto('/yeu-cau/');

    await page.getByText(request.closedTitle).waitFor();
    expect(await page.locator('form').count()).toBe(0);
    expect(await page.getByRole('link', { name: request.toDirectory }).last().getAttribute('href')).toBe(
      '/danh-ba/',
    );
    await expectAccessible(page);
  });
});
