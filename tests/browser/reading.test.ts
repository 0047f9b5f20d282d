import { beforeAll, describe, expect, it } from 'vitest';
import { copyHeads } from '../../functions/audit/copy-heads.ts';
import { makeDemoDesk } from '../../scripts/make-demo-desk.ts';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  // The page on security shows the records of desks once there are some.
  await portal.reachInto(async (env) => {
    await makeDemoDesk(env, portal.stateDir, portal.origin);
    await copyHeads(env, new Date());
  });
});

const pages = [
  '/',
  '/huong-dan/',
  '/huong-dan/dang-ky-cai-nghien-tu-nguyen/',
  '/huong-dan/ba-hinh-thuc-cai-nghien/',
  '/huong-dan/nguoi-nuoc-ngoai/',
  '/huong-dan/qua-lieu/',
  '/huong-dan/y-nghi-tu-tu/',
  '/huong-dan/dang-ky-tung-buoc/',
  '/huong-dan/phieu-dang-ky/',
  '/huong-dan/so-dien-thoai/',
  '/huong-dan/thoat-nhanh/',
  '/bao-mat/',
  '/danh-ba/du-lieu/',
  '/rieng-tu/',
  '/so-lieu/',
  '/so-lieu/ha-noi/',
  '/phap-luat/',
  '/phap-luat/hoi-dap/',
  '/phap-luat/thay-doi-2026/',
  '/phap-luat/tu-ngu/',
  '/phap-luat/van-ban/',
  '/phap-luat/van-ban/163-2026-nd-cp/',
  '/phap-luat/van-ban/116-2021-nd-cp/',
  '/chien-dich/',
  '/chien-dich/2024/',
  '/chien-dich/2026/',
  '/tim-kiem/',
  '/tim-kiem/?q=cai+nghien+gia+bao+nhieu',
  '/tim-kiem/?q=methadonn+quan+hoang+mai',
  '/loi/413/',
];

describe.each(pages)('%s', (path) => {
  it.each(['light', 'dark'] as const)('breaks no accessibility rule in %s colours', async (colorScheme) => {
    const page = await browser.open(portal.origin, { colorScheme });

    await page.goto(path);

    expect(await axeViolations(page)).toEqual([]);
  });

  it('fits the narrowest phone without scrolling sideways', async () => {
    const page = await browser.open(portal.origin, { width: 320 });

    await page.goto(path);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('fits a phone with text at twice the size', async () => {
    const page = await browser.open(portal.origin, {});

    await page.goto(path);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('an address that does not exist', () => {
  it('answers 404 with a way on', async () => {
    const page = await browser.open(portal.origin, { expectedProblems: [/404/] });

    const response = await page.goto('/khong-co-trang-nay/');

    expect(response?.status()).toBe(404);
    expect(await page.getByRole('search').isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });
});
