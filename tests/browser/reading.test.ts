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
  // One load for all: in a page of its own each of them would cost as much as what it looks at.
  it('breaks no accessibility rule in light or dark colours, and fits a narrow phone and text at twice the size', async () => {
    const page = await browser.open(portal.origin);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);

    await page.goto(path);

    expect(await axeViolations(page), 'in light colours').toEqual([]);
    // A colour on its way from one to the other would be none that is ever read.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await axeViolations(page), 'in dark colours').toEqual([]);
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await width(), 'without scrolling sideways').toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await width(), 'with text at twice the size').toBeLessThanOrEqual(360);
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
