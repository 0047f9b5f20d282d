import { beforeAll, describe, expect, it } from 'vitest';
import { follow, request, staff } from '../../words/vi.ts';
import { useBrowser } from './browser.ts';
import { faintInAnyState } from './contrast.ts';
import { usePortal } from './portal.ts';
import {
  changeAnswer,
  choose,
  comeBack,
  press,
  proveSaved,
  readReceiptCode,
  readyRequest,
  seeHeading,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  // Without a desk there is nothing to ask.
  await portal.openDesk();
});

describe('words keep 7 : 1 under the pointer, with focus and while pressed, in light and dark', () => {
  it.each([
    '/',
    '/huong-dan/dang-ky-cai-nghien-tu-nguyen/',
    '/huong-dan/dang-ky-tung-buoc/',
    '/phap-luat/thay-doi-2026/',
    '/phap-luat/van-ban/116-2021-nd-cp/',
    '/chien-dich/2024/',
    '/bao-mat/',
    '/danh-ba/?q=quan+hoang+mai',
    '/danh-ba/co-so-cai-nghien-ma-tuy-binh-trieu/',
    '/tim-kiem/?q=chong+danh+toi',
    '/tim-kiem/?q=methadonn+quan+hoang+mai',
    '/loi/500/',
  ])('at %s', async (path) => {
    const page = await browser.open(portal.origin);

    await page.goto(path);

    expect(await faintInAnyState(page)).toEqual([]);
  });

  it('notices words that are too faint', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/loi/500/');
    await page.evaluate(() => document.documentElement.style.setProperty('--press', '#7fa8a3'));

    expect(await faintInAnyState(page)).not.toEqual([]);
  });

  it('in the console before anyone has signed in', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/can-bo/');
    await seeHeading(page, staff.signIn.title);

    expect(await faintInAnyState(page)).toEqual([]);
  });

  it('at each step of asking, with chosen answers and with errors', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/yeu-cau/');
    await press(page, request.clock.next);
    await page.locator('.error-summary').waitFor();
    expect(await faintInAnyState(page)).toEqual([]);

    await choose(page, request.clock.options.yes);
    await press(page, request.clock.next);
    await seeHeading(page, request.stop.title);
    expect(await faintInAnyState(page)).toEqual([]);

    await readyRequest(page, true);
    await changeAnswer(page, request.form.phone.label);
    await page.getByLabel(request.form.phone.label).fill('1');
    await press(page, request.form.next);
    await page.locator('.error-summary').waitFor();
    expect(await faintInAnyState(page)).toEqual([]);
  });

  it('on the receipt, in the thread and before erasing', async () => {
    const page = await browser.open(portal.origin);

    await readyRequest(page, true);
    await press(page, request.form.submit);
    const code = await readReceiptCode(page);
    expect(await faintInAnyState(page)).toEqual([]);

    await proveSaved(page, code);
    await comeBack(page, code, true);
    await seeHeading(page, follow.statusTitle);
    await press(page, follow.replySubmit);
    await page.locator('.error-summary').waitFor();
    expect(await faintInAnyState(page)).toEqual([]);

    await press(page, follow.withdrawAsk);
    await seeHeading(page, follow.withdrawSure);
    expect(await faintInAnyState(page)).toEqual([]);

    await press(page, follow.withdrawConfirm);
    await seeHeading(page, follow.withdrawnTitle);
    expect(await faintInAnyState(page)).toEqual([]);
  });
});
