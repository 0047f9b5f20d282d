import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { quickExit } from '../../words/vi.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();
const harmless = new URL(quickExit.url).origin;
const guide = '/huong-dan/dang-ky-cai-nghien-tu-nguyen/';

/** Opens the guide after the home page, with the harmless site answered here: tests reach no network. */
async function openGuide(javaScript: boolean): Promise<Page> {
  const page = await browser.open(portal.origin, { javaScript, alsoAllowed: [harmless] });
  await page.route(`${harmless}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<link rel="icon" href="data:,"><title>Thời tiết</title>',
    }),
  );
  await page.goto('/');
  await page.goto(guide);
  return page;
}

describe('the quick exit', () => {
  it('opens the harmless site and takes the page out of the way back', async () => {
    const page = await openGuide(true);

    await page.getByRole('link', { name: quickExit.label, exact: true }).click();
    await page.waitForURL(quickExit.url);
    await page.goBack();

    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('does the same on Shift three times', async () => {
    const page = await openGuide(true);

    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await page.waitForURL(quickExit.url);
    await page.goBack();

    expect(new URL(page.url()).pathname).toBe('/');
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
