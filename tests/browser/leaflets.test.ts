/** Guides, steps and the sheet on paper: what a printed page holds, and how many sheets it takes. */
import { globSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/project-root.ts';
import { footer, guide, nav, quickExit } from '../../words/vi.ts';
import { leaflet, registrationPath, registrationSheet } from '../../words/vi-steps.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

const guides = globSync('content/guides/*.md', { cwd: projectRoot })
  .map((file) => file.replace(/^.*\/|\.md$/g, ''))
  .sort();

/** What belongs to the screen alone. */
const onScreenOnly = [
  nav.places,
  nav.request,
  nav.skip,
  quickExit.note,
  footer.title,
  footer.notPolice,
  leaflet.print,
  registrationPath.formTitle,
  registrationPath.print,
  registrationSheet.print,
];

async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // Chromium writes the objects of pages uncompressed.
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The words that are printed; controls have none, so they are counted apart. */
async function printed(page: Page): Promise<{ text: string; controls: number }> {
  await page.emulateMedia({ media: 'print' });
  return {
    text: await page.locator('body').innerText(),
    controls: await page.locator('nav, form, input, select, button').filter({ visible: true }).count(),
  };
}

describe('a printed guide', () => {
  it('holds its words, its day, where its newest stands, and nothing of the screen; on a sheet, both sides', async () => {
    const page = await browser.open(portal.origin, { screen: 'desktop' });
    const found: Record<string, unknown> = {};
    for (const slug of guides) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(`/huong-dan/${slug}/`);
      const { text, controls } = await printed(page);
      const problems = [
        ...onScreenOnly.filter((words) => text.includes(words)),
        ...[leaflet.newest, `/huong-dan/${slug}/`, guide.checked].filter((words) => !text.includes(words)),
        ...(controls === 0 ? [] : [`${controls} controls`]),
        ...((await page.locator('.leaflet-end svg').isVisible()) ? [] : ['no QR code']),
        ...((await sheetsOf(page)) <= 2 ? [] : ['more than two pages']),
      ];
      if (problems.length > 0) found[slug] = problems;
    }

    expect(guides.length).toBeGreaterThan(25);
    expect(found).toEqual({});
  });

  it('for an emergency begins with its steps in large type, on the first page', async () => {
    const page = await browser.open(portal.origin, { screen: 'desktop' });
    for (const slug of ['qua-lieu', 'hoi-chung-cai-nguy-hiem', 'y-nghi-tu-tu']) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(`/huong-dan/${slug}/`);
      await page.emulateMedia({ media: 'print' });
      const steps = page.locator('.lead--urgent > ol');

      // In points: 16 of them are 21.3 CSS pixels.
      expect(
        await steps.evaluate((list) => Number.parseFloat(getComputedStyle(list).fontSize)),
      ).toBeGreaterThan(21);
      const box = await steps.boundingBox();
      // Half of an A4 page in CSS pixels.
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(561);
    }
  });
});

describe('the steps of registering on paper', () => {
  it('are those of the case that was chosen, with their dates', async () => {
    const page = await browser.open(portal.origin, { screen: 'desktop' });
    const { questions } = registrationPath;
    await page.goto('/huong-dan/dang-ky-tung-buoc/');
    const labels = [
      questions.result.options.told,
      questions.age.options.adult,
      questions.residence.options.settled,
      questions.turn.options.again,
      questions.place.options.private,
    ];
    for (const label of labels) await page.getByLabel(label, { exact: true }).check();
    await page.locator('#day').fill('2026-11-16');

    const { text, controls } = await printed(page);

    expect(controls).toBe(0);
    expect(onScreenOnly.filter((words) => text.includes(words))).toEqual([]);
    expect(text).toContain(labels.join('; '));
    expect(text).toContain('Nộp đăng ký trước: 00:00 thứ Ba, 17/11/2026.');
    expect(text).toContain('36 tháng');
    expect(text).not.toMatch(/24 tháng|Mẫu 25|người nước ngoài/);
    expect(await sheetsOf(page)).toBe(2);
  });
});

describe('the sheet to take along', () => {
  it.each([true, false])('is exactly one A4 page (JavaScript: %s)', async (javaScript) => {
    const page = await browser.open(portal.origin, { screen: 'desktop', javaScript });
    await page.goto('/huong-dan/phieu-dang-ky/');
    expect(await page.locator('input, select, textarea').count()).toBe(0);

    expect(await sheetsOf(page)).toBe(1);
    const { text, controls } = await printed(page);
    expect(controls).toBe(0);
    expect(onScreenOnly.filter((words) => text.includes(words))).toEqual([]);
    expect(text).toContain(registrationSheet.notOfficial);
    expect(text).toContain('/huong-dan/phieu-dang-ky/');
    expect(await page.locator('.leaflet-end svg').isVisible()).toBe(true);
  });
});
