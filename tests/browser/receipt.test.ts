import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatCode } from '../../domain/code.ts';
import { TOLD_DAYS } from '../../domain/retention.ts';
import { describeDesk } from '../../src/client/describe-desk.ts';
import { askOnce, beforeYouWrite, demoDesk, receiptMessages, request, retention } from '../../words/vi.ts';
import { useBrowser } from './browser.ts';
import { walkWithKeyboard } from './keyboard.ts';
import { usePortal } from './portal.ts';
import {
  changeAnswer,
  choose,
  expectAccessible,
  fillRequest,
  goOn,
  goToCheck,
  press,
  proveSaved,
  readReceiptCode,
  readyRequest,
  seeHeading,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  await portal.openDesk();
});

const { receipt } = request;

const modes = [
  { javaScript: true, screen: 'phone' },
  { javaScript: false, screen: 'desktop' },
] as const;

/** Without JavaScript a refused group is an answer with that status, which the browser's console mentions. */
const refused = (options: { javaScript: boolean }) => (options.javaScript ? [] : [/status of 422/]);

/** Fills, sends and reads the code. */
async function send(page: Page, javaScript = true): Promise<string> {
  await readyRequest(page, javaScript);
  await press(page, request.form.submit);
  return readReceiptCode(page);
}

/** Takes an ability away before the page's scripts run, as a browser inside an app does. */
async function without(page: Page, ability: 'clipboard' | 'download' | 'print'): Promise<void> {
  await page.addInitScript((missing) => {
    if (missing === 'clipboard') Reflect.deleteProperty(Navigator.prototype, 'clipboard');
    if (missing === 'download') Reflect.deleteProperty(HTMLAnchorElement.prototype, 'download');
    if (missing === 'print') Reflect.deleteProperty(window, 'print');
  }, ability);
}

const ways = [receipt.copy, receipt.text, receipt.image, receipt.print, receipt.qr];

/** The names of the ways to save that are offered. */
async function offered(page: Page): Promise<string[]> {
  const shown = await page.getByRole('button').allInnerTexts();
  return ways.filter((way) => shown.includes(way));
}

describe.each(modes)('before the first question ($screen, JavaScript $javaScript)', (options) => {
  it('says what must be known, and the question follows it', async () => {
    const page = await browser.open(portal.origin, options);

    await page.goto('/yeu-cau/');

    const text = await page.locator('main').innerText();
    const question = text.indexOf(request.clock.legend);
    for (const { lead, text: rest } of beforeYouWrite.short) {
      expect(text.indexOf(`${lead} ${rest}`)).toBeGreaterThan(-1);
      expect(text.indexOf(`${lead} ${rest}`)).toBeLessThan(question);
    }
    for (const { title } of beforeYouWrite.sections) {
      expect(await page.getByRole('heading', { level: 3, name: title, exact: true }).isVisible()).toBe(true);
    }
    expect(await page.getByRole('group', { name: request.clock.legend }).count()).toBe(1);
    expect(await page.locator('main details').count()).toBe(0);
    await expectAccessible(page);
  });
});

describe.each(modes)('the receipt ($screen, JavaScript $javaScript)', (options) => {
  it('says again what was said before, who answers when, and what to do without an answer', async () => {
    const page = await browser.open(portal.origin, options);

    await send(page, options.javaScript);

    const text = await page.locator('main').innerText();
    for (const { title, texts } of beforeYouWrite.sections) {
      for (const sentence of [title, ...texts]) expect(text).toContain(sentence);
    }
    for (const sentence of [receipt.notRegistration, receipt.comeBack, receipt.inDanger]) {
      expect(text).toContain(sentence);
    }
    const desk = { operatorKind: 'civil', areas: [], lastOpenedAt: null, ...demoDesk.description } as const;
    for (const sentence of [describeDesk(desk), ...retention.texts(TOLD_DAYS)])
      expect(text).toContain(sentence);
    expect(text).toMatch(/Giờ trả lời: .+ Chưa mở hộp thư lần nào\. Chúng tôi không hứa/);
    expect(text).toContain(options.javaScript ? receipt.reloadHere : receipt.reloadServer);
    expect(await offered(page)).toEqual(options.javaScript ? ways : []);
    expect(await page.getByRole('group', { name: receipt.codeTitle }).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectAccessible(page);
  });

  it('keeps the code after a wrong group and says kindly what to do', async () => {
    const page = await browser.open(portal.origin, { ...options, expectedProblems: refused(options) });
    const code = await send(page, options.javaScript);
    const other = code.slice(0, 5);

    for (const [typed, problem] of [
      ['BBBBB', 'wrong'],
      [other, 'other-group'],
      ['', 'empty'],
    ] as const) {
      await page.getByLabel(receipt.proofLabel).fill(typed);
      await press(page, receipt.saved);
      await page.getByRole('alert').getByText(receiptMessages.proof[problem]).waitFor();
      expect(await readReceiptCode(page)).toBe(code);
    }

    const field = page.getByRole('textbox', { name: receipt.proofLabel });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await proveSaved(page, code);
  });

  it('lets the person leave without the proof, knowingly, and shows the code no more', async () => {
    const page = await browser.open(portal.origin, options);
    const code = await send(page, options.javaScript);

    await press(page, receipt.skip);

    await seeHeading(page, receipt.savedTitle);
    await page.getByText(receiptMessages.skippedText).waitFor();
    expect(await page.content()).not.toContain(code.slice(0, 5));
    await expectAccessible(page);
  });

  it('is walked with the keyboard alone, up to the saved code', async () => {
    const page = await browser.open(portal.origin, options);
    const code = await send(page, options.javaScript);
    // So far a pointer was used, and after that browsers draw no ring.
    await page.keyboard.press('Tab');
    // Scripts are needed to see where the focus is.
    if (options.javaScript) expect(await walkWithKeyboard(page)).toEqual([]);

    await page.getByLabel(receipt.proofLabel).focus();
    await page.keyboard.type(code.slice(-5).toLowerCase());
    await page.keyboard.press('Enter');

    await seeHeading(page, receipt.savedTitle);
  });

  it('asks once without a code, and says so before and after', async () => {
    const page = await browser.open(portal.origin, options);
    await readyRequest(page, options.javaScript);
    await changeAnswer(page, askOnce.legend);
    const box = page.getByRole('checkbox', { name: askOnce.label });
    expect(await box.isChecked()).toBe(false);
    expect(await page.getByText(askOnce.hint).isVisible()).toBe(true);
    await choose(page, askOnce.label);
    if (options.javaScript) {
      // Another consent than the one that was given.
      await goOn(page, request.form.consent.title);
      expect(await page.locator('label[for="consentRead"]').innerText()).toBe(request.form.consent.readOnce);
      await page.locator('label[for="consentRead"]').click();
      await goOn(page, request.form.check.title);
    }
    if (!options.javaScript) await goToCheck(page);
    const told = options.javaScript ? page.waitForResponse('**/api/inquiries/saved') : null;

    await press(page, request.form.submit);

    await seeHeading(page, askOnce.title);
    await told;
    await page.getByText(receiptMessages.once.answer.phone).waitFor();
    expect(await page.locator('.code-groups:visible').count()).toBe(0);
    expect(await page.content()).not.toMatch(/[0-9BCFGHJKMNPQRSTVXZ]{25}/);
    await expectAccessible(page);
  });
});

describe('the ways to save', () => {
  it('copy the code', async () => {
    const page = await browser.open(portal.origin);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const code = await send(page);

    await press(page, receipt.copy);

    await page.getByRole('status').getByText(receiptMessages.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(formatCode(code));
  });

  it('save a text and an image under innocent names, with the code alone in them', async () => {
    const page = await browser.open(portal.origin);
    const code = await send(page);

    const text = await saveBy(page, receipt.text);
    const image = await saveBy(page, receipt.image);

    expect(text.suggestedFilename()).toBe('ghi-chu.txt');
    expect((await readFile(await text.path(), 'utf8')).trim()).toBe(formatCode(code));
    expect(image.suggestedFilename()).toBe('anh.png');
    expect((await readFile(await image.path())).subarray(1, 4).toString()).toBe('PNG');
    await page.getByRole('status').getByText(receiptMessages.file).waitFor();
    await expectAccessible(page);
  });

  it('draw a QR code on demand that holds the code and nothing else', async () => {
    const page = await browser.open(portal.origin);
    const fetched: string[] = [];
    page.on('request', (sent) => fetched.push(sent.url()));
    const code = await send(page);
    expect(fetched.filter((url) => url.includes('receipt-qr'))).toEqual([]);

    await press(page, receipt.qr);
    const drawing = page.getByRole('img', { name: receiptMessages.qrName });
    await drawing.waitFor();

    expect(await readQr(page)).toBe(formatCode(code));
    expect(
      await page.getByRole('button', { name: receiptMessages.qrHide }).getAttribute('aria-expanded'),
    ).toBe('true');
    await expectAccessible(page);
    await press(page, receiptMessages.qrHide);
    expect(await drawing.count()).toBe(0);
  });

  it('print the page without its questions', async () => {
    const page = await browser.open(portal.origin);
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    const code = await send(page);

    await press(page, receipt.print);

    expect(await page.locator('html').getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByLabel(receipt.proofLabel).isVisible()).toBe(false);
    expect(await page.getByText(receipt.waysTitle).isVisible()).toBe(false);
    expect(await readReceiptCode(page)).toBe(code);
    expect(await page.getByText(receipt.notRegistration).first().isVisible()).toBe(true);
  });

  it.each([
    ['clipboard', [receipt.text, receipt.image, receipt.print, receipt.qr]],
    ['download', [receipt.copy, receipt.print, receipt.qr]],
    ['print', [receipt.copy, receipt.text, receipt.image, receipt.qr]],
  ] as const)('are offered without a dead button where the browser has no %s', async (ability, left) => {
    const page = await browser.open(portal.origin);
    await without(page, ability);

    await send(page);

    expect(await offered(page)).toEqual(left);
    expect(await page.getByText(receipt.missing).isVisible()).toBe(true);
    await expectAccessible(page);
  });

  it('disappear when the browser refuses them, and copying by hand is told instead', async () => {
    const page = await browser.open(portal.origin);
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await send(page);

    await press(page, receipt.copy);

    await page.getByRole('status').getByText(receiptMessages.failed).waitFor();
    expect(await offered(page)).not.toContain(receipt.copy);
  });

  it('are offered on a receipt that the server drew, once scripts run', async () => {
    const page = await browser.open(portal.origin, {
      expectedProblems: [/ERR_FAILED/],
    });
    await page.route('**/seal-in-browser*', (route) => route.abort());
    await fillRequest(page);
    await press(page, request.form.submit);

    const code = await readReceiptCode(page);
    await page.getByRole('button', { name: receipt.qr }).click();
    await page.getByRole('img', { name: receiptMessages.qrName }).waitFor();

    expect(await offered(page)).toContain(receipt.copy);
    expect(await readQr(page)).toBe(formatCode(code));
    await expectAccessible(page);
    await proveSaved(page, code);
  });
});

describe('leaving a receipt', () => {
  it('asks first while the code is in memory alone, and no more once it was saved', async () => {
    const page = await browser.open(portal.origin);
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    const code = await send(page);

    await page.reload({ timeout: 3000 }).catch(() => undefined);
    expect(asked).toBe(1);
    expect(await readReceiptCode(page)).toBe(code);
    await proveSaved(page, code);
    await page.goto('/');

    expect(asked).toBe(1);
  });
});

async function saveBy(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await press(page, name);
  return download;
}

/** Reads the drawn QR code as another phone would. */
async function readQr(page: Page): Promise<string> {
  const { size, path } = await page.locator('svg.qr').evaluate((svg) => ({
    size: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    path: svg.querySelector('path')?.getAttribute('d') ?? '',
  }));
  const scale = 8;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < scale; row += 1) {
      const start = ((Number(y) * scale + row) * side + Number(x) * scale) * 4;
      for (let at = start; at < start + scale * 4; at += 1) if (at % 4 !== 3) data[at] = 0;
    }
  }
  return decodeQR({ width: side, height: side, data });
}
