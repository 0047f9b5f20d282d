import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { quickExit, request } from '../../words/vi.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import { beginRequest, choose, goOn, press, readReceiptCode, readyRequest, seeHeading } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();
const harmless = new URL(quickExit.url).origin;
const guide = '/huong-dan/dang-ky-cai-nghien-tu-nguyen/';

beforeAll(async () => {
  await portal.openDesk();
});

/** Opens the home page, with the harmless site answered here: tests reach no network. */
async function openHome(javaScript: boolean): Promise<Page> {
  const page = await browser.open(portal.origin, { javaScript, alsoAllowed: [harmless] });
  await page.route(`${harmless}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<link rel="icon" href="data:,"><title>Thời tiết</title>',
    }),
  );
  await page.goto('/');
  return page;
}

async function openGuide(javaScript: boolean): Promise<Page> {
  const page = await openHome(javaScript);
  await page.goto(guide);
  return page;
}

/** Walks to the third question, over the link to the page's own headings, so that each of them is an entry. */
async function walkToThird(page: Page): Promise<void> {
  await page.goto('/yeu-cau/');
  await page.locator('a[href="#tung-dieu"]').click();
  await answerTwo(page);
}

async function answerTwo(page: Page): Promise<void> {
  const { form, clock } = request;
  await choose(page, clock.options.no);
  await press(page, clock.next);
  await seeHeading(page, form.forWhom.legend);
  await choose(page, form.forWhom.self);
  await goOn(page, form.ageBand.legend);
  await choose(page, form.ageBand.adult);
  await goOn(page, form.help.legend);
}

const byLink = (page: Page) => page.getByRole('link', { name: quickExit.label, exact: true }).click();
/** More often than needed, as in haste. */
const byShift = async (page: Page): Promise<void> => {
  for (let press = 0; press < 5; press++) await page.keyboard.press('Shift');
};

/** Leaves, and says where Back leads then. */
async function pathBehind(page: Page, exit: (page: Page) => Promise<void>): Promise<string> {
  await exit(page);
  await page.waitForURL(quickExit.url);
  await page.goBack();
  return new URL(page.url()).pathname;
}

describe('the quick exit', () => {
  it('opens the harmless site and takes the page out of the way back', async () => {
    const page = await openGuide(true);

    expect(await pathBehind(page, byLink)).toBe('/');
  });

  it('does the same on Shift three times', async () => {
    const page = await openGuide(true);

    expect(await pathBehind(page, byShift)).toBe('/');
  });

  it('sends the harmless site no referrer', async () => {
    const page = await openGuide(true);
    const asked = page.waitForRequest((request) => request.url().startsWith(harmless));

    await page.getByRole('link', { name: quickExit.label, exact: true }).click();

    const { referer } = await (await asked).allHeaders();
    expect(referer).toBeUndefined();
  });

  it('works as a link without JavaScript', async () => {
    const page = await openGuide(false);

    await page.getByRole('link', { name: quickExit.label, exact: true }).click();

    await page.waitForURL(quickExit.url);
  });

  it('stays in reach at the foot of a long page', async () => {
    const page = await openGuide(true);

    await page.getByRole('contentinfo').scrollIntoViewIfNeeded();

    const box = await page.getByRole('link', { name: quickExit.label, exact: true }).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  });
});

describe('the quick exit from the questions', () => {
  it.each([
    ['the link', byLink],
    ['Shift three times', byShift],
  ] as const)('takes every screen out of the way back, and forgets the answers (%s)', async (_, exit) => {
    const page = await openHome(true);
    await walkToThird(page);

    expect(await pathBehind(page, exit)).toBe('/');

    await page.goForward();
    await page.goForward();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  it('does so after a reload', async () => {
    const page = await openHome(true);
    page.on('dialog', (dialog) => void dialog.accept());
    await beginRequest(page);
    await page.reload();
    await answerTwo(page);

    expect(await pathBehind(page, byLink)).toBe('/');
  });

  it('does so in a browser without the Navigation API', async () => {
    const page = await openHome(true);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'));
    await page.goto('/yeu-cau/');
    await answerTwo(page);

    expect(await pathBehind(page, byLink)).toBe('/');
  });

  it('empties the page first, and leaves even when the way back leads nowhere', async () => {
    const page = await openHome(true);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.addInitScript(() => {
      History.prototype.go = () => console.log(`left: ${document.documentElement.childElementCount}`);
    });
    await walkToThird(page);

    await byLink(page);

    await page.waitForURL(quickExit.url);
    expect(said).toEqual(['left: 0']);
  });

  it('takes them out from the receipt as well', async () => {
    const page = await openHome(true);
    await readyRequest(page, true);
    await press(page, request.form.submit);
    await readReceiptCode(page);

    expect(await pathBehind(page, byLink)).toBe('/');
  });
});
