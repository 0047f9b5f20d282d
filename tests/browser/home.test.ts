import { describe, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

describe.each([
  { javaScript: true, screen: 'phone' },
  { javaScript: false, screen: 'phone' },
  { javaScript: true, screen: 'desktop' },
] as const)('the home page ($screen, JavaScript $javaScript)', (options) => {
  it('opens in Vietnamese under its name', async () => {
    const page = await browser.open(portal.origin, options);

    await page.goto('/');

    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(await page.title()).toContain('Điểm Tựa');
    expect(await page.locator('h1').count()).toBe(1);
  });

  it('breaks no accessibility rule', async () => {
    const page = await browser.open(portal.origin, options);

    await page.goto('/');

    expect(await axeViolations(page)).toEqual([]);
  });

  it('fits the narrowest phone without scrolling sideways', async () => {
    const page = await browser.open(portal.origin, { ...options, width: 320 });

    await page.goto('/');

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
