import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { staff } from '../../words/vi.ts';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { walkWithKeyboard } from './keyboard.ts';
import { usePortal } from './portal.ts';
import { seeHeading } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();
const path = '/kieu-dang/';

function doubleText(page: Page): Promise<void> {
  return page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/**
 * Puts the pointer on each thing that can be pressed and returns those whose words then have less contrast
 * with what lies behind them than WCAG AAA asks for (1.4.6: 7 : 1).
 */
async function faintUnderPointer(page: Page): Promise<string[]> {
  const faint: string[] = [];
  for (const element of await page.locator('.quick-exit, .site-nav a, main a, main button').all()) {
    // From the middle of the screen, so that the bar lies over none.
    await element.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await element.hover({ force: true });
    const ratio = await element.evaluate((one) => {
      const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
      const luminance = (color: string) => {
        const [r = 0, g = 0, b = 0] = channels(color).map((channel) => {
          const part = channel / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      let ground: Element | null = one;
      while (ground !== null && channels(getComputedStyle(ground).backgroundColor)[3] === 0)
        ground = ground.parentElement;
      const behind = luminance(
        ground === null ? 'rgb(255, 255, 255)' : getComputedStyle(ground).backgroundColor,
      );
      const words = luminance(getComputedStyle(one).color);
      return (Math.max(behind, words) + 0.05) / (Math.min(behind, words) + 0.05);
    });
    if (ratio < 7) faint.push(`${await element.innerText()}: ${ratio.toFixed(2)}`);
  }
  return faint;
}

describe('the style page', () => {
  it.each([
    { colorScheme: 'light', contrast: 'no-preference' },
    { colorScheme: 'dark', contrast: 'no-preference' },
    { colorScheme: 'light', contrast: 'more' },
    { colorScheme: 'dark', contrast: 'more' },
  ] as const)('breaks no accessibility rule ($colorScheme, contrast $contrast)', async (scheme) => {
    const page = await browser.open(portal.origin, { colorScheme: scheme.colorScheme });
    await page.emulateMedia({ contrast: scheme.contrast });

    await page.goto(path);

    expect(await axeViolations(page)).toEqual([]);
  });

  it('breaks none with the colours of the system', async () => {
    const page = await browser.open(portal.origin, { forcedColors: 'active' });

    await page.goto(path);

    expect(await axeViolations(page)).toEqual([]);
  });

  it('fits 320 pixels, where only a table scrolls by itself', async () => {
    const page = await browser.open(portal.origin, { width: 320 });

    await page.goto(path);

    expect(await axeViolations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
  });

  it('fits a phone with text at twice the size', async () => {
    const page = await browser.open(portal.origin, {});

    await page.goto(path);
    await doubleText(page);

    expect(await axeViolations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
  });

  it.each([
    { width: 360, isDoubled: false },
    { width: 320, isDoubled: false },
    { width: 360, isDoubled: true },
  ])('breaks no group of a code at $width pixels, twice the text size: $isDoubled', async (how) => {
    const page = await browser.open(portal.origin, { width: how.width });

    await page.goto(path);
    if (how.isDoubled) await doubleText(page);
    const lines = await page
      .locator('.code-groups > span')
      .evaluateAll((groups) =>
        groups.map((group) => group.clientHeight / parseFloat(getComputedStyle(group).lineHeight)),
      );

    expect(lines.map(Math.round)).toEqual([1, 1, 1, 1, 1]);
  });

  it.each(['light', 'dark'] as const)('keeps 7 : 1 under the pointer in %s colours', async (colorScheme) => {
    const page = await browser.open(portal.origin, {
      screen: 'desktop',
      colorScheme,
      reducedMotion: 'reduce',
    });

    await page.goto(path);

    expect(await faintUnderPointer(page)).toEqual([]);
  });

  it('can be walked with a keyboard at twice the text size', async () => {
    const page = await browser.open(portal.origin, {});

    await page.goto(path);
    await doubleText(page);

    expect(await walkWithKeyboard(page)).toEqual([]);
  });
});

describe('a keyboard', () => {
  it.each([
    path,
    '/',
    '/huong-dan/dang-ky-cai-nghien-tu-nguyen/',
    '/chien-dich/2024/',
    '/danh-ba/',
    '/danh-ba/co-so-cai-nghien-ma-tuy-binh-trieu/',
    '/yeu-cau/',
    '/theo-doi/',
  ])('reaches everything at %s in its order, seen and not covered', async (address) => {
    const page = await browser.open(portal.origin, {});

    await page.goto(address);

    expect(await walkWithKeyboard(page)).toEqual([]);
  });

  it('reaches everything on a page that is not there', async () => {
    const page = await browser.open(portal.origin, { expectedProblems: [/404/] });

    await page.goto('/khong-co-trang-nay/');

    expect(await walkWithKeyboard(page)).toEqual([]);
  });

  it('reaches everything in the console', async () => {
    const page = await browser.open(portal.origin, { screen: 'desktop' });

    await page.goto('/can-bo/');
    await seeHeading(page, staff.signIn.title);

    expect(await walkWithKeyboard(page)).toEqual([]);
  });
});
