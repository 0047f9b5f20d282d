/** What holds of every view of the officers' console. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { staff } from '../../words/vi.ts';
import { expectAccessible, seeHeading } from './walk.ts';

/** No rule is broken in either scheme, and nothing makes the page scroll sideways. */
export async function expectFit(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** The view with this heading has come, has the focus and names the window. */
export async function expectView(page: Page, name: string): Promise<void> {
  await seeHeading(page, name);
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(name);
  expect(await page.title()).toBe(staff.windowTitle(name));
  await expectFit(page);
}

/** What went wrong is said above the view and has the focus. */
export async function expectProblem(page: Page, sentence: string): Promise<void> {
  await page.getByRole('alert').getByText(sentence).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await expectFit(page);
}
