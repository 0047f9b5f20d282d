/** The steps of registering: one's own case chosen on the page, its dates, and nothing that leaves it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { registrationPath as words } from '../../words/vi-steps.ts';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

const PAGE = '/huong-dan/dang-ky-tung-buoc/';

const { questions } = words;

async function choose(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
}

const steps = (page: Page): Promise<string[]> => page.locator('.step:visible h2').allInnerTexts();
const told = (page: Page): Promise<string> => page.locator('#cac-buoc').innerText();
const dues = (page: Page): Promise<string[]> => page.locator('.due:visible').allInnerTexts();

const adultAtHome = [
  questions.result.options.told,
  questions.age.options.adult,
  questions.residence.options.settled,
  questions.turn.options.first,
  questions.place.options.home,
];

describe('without JavaScript', () => {
  it('the page is the whole tree: every step and every branch, and no form', async () => {
    const page = await browser.open(portal.origin, { javaScript: false });

    await page.goto(PAGE);

    expect(await steps(page)).toHaveLength(8);
    expect(await page.locator('.step li:visible').count()).toBe(await page.locator('.step li').count());
    for (const phrase of ['từ đủ 18 tuổi', 'chưa đủ 12 tuổi', 'là người nước ngoài', 'cai từ lần thứ hai'])
      expect(await told(page)).toContain(words.if([phrase]));
    expect(await page.getByText(words.readAll).isVisible()).toBe(true);
    expect(await page.locator('form, input, select, button').filter({ visible: true }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('with JavaScript', () => {
  it('the page shows a person no more than their own case', async () => {
    const page = await browser.open(portal.origin);
    await page.goto(PAGE);
    expect(await steps(page)).toHaveLength(8);
    expect(await page.locator('#duong-cua-ban').innerText()).toBe(words.statusAll);

    await choose(page, ...adultAtHome);

    const home = await told(page);
    expect(home).toContain('Giám sát điện tử: có quyết định trong 12 giờ');
    expect(home).toContain('24 tháng');
    expect(home).not.toMatch(/36 tháng|Mẫu 29|người nước ngoài|Cha, mẹ/);
    // Who has answered everything reads no "if".
    expect(home).not.toContain('Nếu từ đủ 18 tuổi');
    expect(await page.locator('#duong-cua-ban').innerText()).toContain(adultAtHome.join('; '));
    expect(await axeViolations(page)).toEqual([]);

    await choose(page, questions.residence.options.unsettled);

    // The law leaves one place, whatever was chosen before.
    expect(await told(page)).toContain('Nhà nước bảo đảm');
    expect(await page.getByLabel(questions.place.options.home, { exact: true }).isVisible()).toBe(false);
    expect(await page.getByText(words.narrowed).isVisible()).toBe(true);

    await choose(page, questions.age.options['under-12']);

    expect(await steps(page)).toHaveLength(2);
    expect(await told(page)).toContain('gọi 111');
    expect(await page.getByText(questions.place.legend).isVisible()).toBe(false);

    await page.getByRole('button', { name: words.reset }).click();

    // The fields are empty only after the press.
    await expect.poll(() => steps(page)).toHaveLength(8);
    expect(await page.locator('input:checked').count()).toBe(0);
  });

  it('counts the dates from the one that is given, past a day off, and says what is reckoned', async () => {
    const page = await browser.open(portal.origin);
    await page.clock.setFixedTime(new Date('2026-11-23T03:00:00Z'));
    await page.goto(PAGE);
    await choose(page, ...adultAtHome);

    await page.locator('#day').fill('2026-11-22');
    await page.locator('#time').fill('14:30');

    expect(await page.locator('#han').innerText()).toBe('Nộp đăng ký trước: 14:30 thứ Hai, 23/11/2026.');
    const [register, decision, start, monitoring] = await dues(page);
    expect(register).toBe('Nộp đăng ký trước: 14:30 thứ Hai, 23/11/2026.');
    expect(decision).toBe(`Có quyết định trước: 14:30 thứ Ba, 24/11/2026${words.dates.estimate}.`);
    expect(start).toBe(`Bắt đầu chậm nhất: thứ Năm, 26/11/2026${words.dates.estimate}.`);
    expect(monitoring).toContain('02:30 thứ Tư, 25/11/2026');

    await page.locator('#time').fill('08:00');
    expect(await page.locator('#han').innerText()).toContain(words.past);

    await page.locator('#since').selectOption('decided');
    expect((await dues(page))[0]).toBe('Bắt đầu chậm nhất: thứ Tư, 25/11/2026.');

    await choose(page, questions.place.options.public);
    expect((await dues(page)).join()).not.toContain(words.due.monitoring);

    await page.locator('#day').fill('2026-06-30');
    expect(await page.locator('#han').innerText()).toBe(words.dates.tooEarly);
    expect(await dues(page)).toEqual([]);
  });

  it('asks the network for nothing, keeps nothing and leaves the address alone', async () => {
    const page = await browser.open(portal.origin);
    await page.goto(PAGE, { waitUntil: 'networkidle' });
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(request.url()));

    await choose(page, ...adultAtHome);
    await page.locator('#day').fill('2026-11-22');
    await page.locator('#time').fill('14:30');
    await page.locator('#time').press('Enter');
    await page.getByLabel(adultAtHome[0] ?? '', { exact: true }).press('Enter');
    await page.emulateMedia({ media: 'print' });
    await page.pdf();

    expect(requests).toEqual([]);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(PAGE);
    expect(await page.context().cookies()).toEqual([]);
    expect(
      await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        history.state,
        history.length,
      ]),
    ).toEqual([0, 0, 0, 0, null, 2]);
  });

  it('can be walked with the keyboard alone', async () => {
    const page = await browser.open(portal.origin);
    await page.goto(PAGE);

    await page.getByLabel(questions.result.options.told, { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');

    expect(await page.locator('#duong-cua-ban').innerText()).toContain(
      `${questions.result.options.told}; ${questions.age.options.adult}`,
    );
  });
});
