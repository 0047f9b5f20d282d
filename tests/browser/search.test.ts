import { expect, it } from 'vitest';
import { siteSearch as words } from '../../words/vi-search.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

it('leads from the first page to the sentence that answers, without JavaScript', async () => {
  const page = await browser.open(portal.origin, { javaScript: false });

  await page.goto('/');
  await page.getByLabel(words.question).fill('can giay to gi de di cai nghien');
  await page.getByRole('button', { name: words.submit }).click();
  const first = page.getByRole('region', { name: words.results }).getByRole('link').first();
  expect(await first.textContent()).toMatch(/^Cần giấy tờ gì\?/);
  await first.click();

  expect(decodeURI(new URL(page.url()).hash)).toBe('#cần-giấy-tờ-gì');
  expect(await page.locator(':target').textContent()).toBe('Cần giấy tờ gì?');
});

it('puts the number to dial above everything when somebody is in danger', async () => {
  const page = await browser.open(portal.origin, { javaScript: false });

  await page.goto('/tim-kiem/?q=ban+em+goi+khong+day');

  const number = await page.getByRole('main').getByRole('link', { name: '115' }).boundingBox();
  const box = await page.getByLabel(words.question).boundingBox();
  expect(number?.y).toBeLessThan(box?.y ?? 0);
  expect(number?.y).toBeLessThan(740);
});

it('runs nothing that was typed', async () => {
  const page = await browser.open(portal.origin, {});
  const q = '"><img src=x onerror="document.title=1"><script>document.title=2</script>';

  await page.goto(`/tim-kiem/?${new URLSearchParams({ q })}`);

  expect(await page.getByLabel(words.question).inputValue()).toBe(q);
  expect(await page.title()).toContain(words.title);
});
