import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { commune, directory, nearAnswer, nearMe } from '../../words/vi.ts';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

/** Somewhere in Hoàn Kiếm, with more decimals than anybody may see. */
const EXACT = { latitude: 21.032847, longitude: 105.851239 };
const ROUGH = '21.03,105.85';

/** The requests of a page from here on, as `url body`. */
function sentBy(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  return sent;
}

/** Numbers with more than two decimals, in plain or percent-encoded text. */
const finerThanTwoDecimals = (sent: readonly string[]): string[] =>
  sent.filter((text) => /\d\.\d{3}/.test(decodeURIComponent(text)));

async function pressDeviceButton(page: Page): Promise<void> {
  await page.getByRole('button', { name: nearMe.button, exact: true }).click();
}

const message = (page: Page) => page.locator('#near-me-message');

describe('near me with the position of the device', () => {
  it('says what is sent before it asks, and sends no more than two decimals', async () => {
    const page = await browser.open(portal.origin);
    await page.context().grantPermissions(['geolocation'], { origin: portal.origin });
    await page.context().setGeolocation(EXACT);
    const sent = sentBy(page.context());

    await page.goto('/danh-ba/');
    await page.getByText(nearMe.deviceSent).waitFor();
    await page.getByText(nearMe.deviceKept).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(sent.some((text) => text.includes('gan='))).toBe(false);
    await pressDeviceButton(page);
    await page.getByText(nearAnswer.atPoint('Phường Hoàn Kiếm', 'Thành phố Hà Nội')).waitFor();

    expect(new URL(page.url()).searchParams.get('gan')).toBe(ROUGH);
    expect(sent.some((text) => decodeURIComponent(text).includes(`gan=${ROUGH}`))).toBe(true);
    expect(finerThanTwoDecimals(sent)).toEqual([]);
    expect(sent.join(' ')).not.toMatch(/21\.0328|105\.8512/);
    expect(await page.getByText(/^Khoảng \d+ km|^Dưới 1 km/).count()).toBeGreaterThan(3);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('says so when the visitor refuses, sends nothing and leaves the box', async () => {
    const page = await browser.open(portal.origin);
    await page.context().clearPermissions();
    const sent = sentBy(page.context());

    await page.goto('/danh-ba/');
    await pressDeviceButton(page);
    await message(page).filter({ hasText: nearMe.denied }).waitFor();

    expect(sent.some((text) => text.includes('gan='))).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel(nearMe.label).fill('phuong hoan kiem');
    await page.getByRole('button', { name: nearMe.submit, exact: true }).click();
    await page.getByText(nearAnswer.atCommune('Phường Hoàn Kiếm', 'Thành phố Hà Nội')).waitFor();
  });

  it.each([
    ['the position is not known', 2, nearMe.unavailable],
    ['it takes too long', 3, nearMe.timeout],
  ])('says so when %s', async (_when, code, text) => {
    const page = await browser.open(portal.origin);
    await page.addInitScript((failure) => {
      const error = {
        code: failure,
        PERMISSION_DENIED: 1,
        POSITION_UNAVAILABLE: 2,
        TIMEOUT: 3,
        message: '',
      } as const;
      navigator.geolocation.getCurrentPosition = (_found, failed) => failed?.(error);
    }, code);

    await page.goto('/danh-ba/');
    await pressDeviceButton(page);

    await message(page).filter({ hasText: text }).waitFor();
  });

  it('says so where the connection is not secure', async () => {
    const page = await browser.open(portal.origin);
    await page.addInitScript(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }));

    await page.goto('/danh-ba/');
    await pressDeviceButton(page);

    await message(page).filter({ hasText: nearMe.insecure }).waitFor();
  });
});

describe.each([
  { screen: 'phone', javaScript: false, colorScheme: 'light' },
  { screen: 'desktop', javaScript: true, colorScheme: 'dark' },
] as const)('near me by name ($screen, JavaScript $javaScript, $colorScheme)', (options) => {
  it('leads from an old district over a commune to its page and the next commune', async () => {
    const page = await browser.open(portal.origin, options);

    await page.goto('/danh-ba/');
    expect(await page.getByRole('button', { name: nearMe.button }).count()).toBe(options.javaScript ? 1 : 0);
    await page.getByLabel(nearMe.label).fill('huyen ba vi');
    await page.getByRole('button', { name: nearMe.submit, exact: true }).click();
    await page.getByRole('heading', { name: nearAnswer.chooseTitle }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: nearAnswer.inProvince('Xã Yên Bài', 'Thành phố Hà Nội') }).click();
    await page.getByRole('link', { name: nearAnswer.registering('Xã Yên Bài') }).click();
    await page.getByRole('heading', { level: 1, name: commune.title('Xã Yên Bài', 'Hà Nội') }).waitFor();
    await page.getByText(commune.clockTitle).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Xã Ba Vì', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: commune.title('Xã Ba Vì', 'Hà Nội') }).waitFor();
  });
});

describe('the answer to a search near a commune', () => {
  it('begins with the chosen filters and the results, and folds the box', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/danh-ba/?gan=09706&loai=cong-lap');

    const answer = page.locator('#ket-qua');
    expect(await answer.getByRole('heading').first().innerText()).toBe(directory.chosen);
    expect(await answer.getByRole('heading').nth(1).innerText()).toBe(
      nearAnswer.atCommune('Xã Yên Bài', 'Thành phố Hà Nội'),
    );
    expect(await page.getByLabel(nearMe.label).isVisible()).toBe(false);
    await page.getByText(nearMe.title, { exact: true }).click();
    expect(await page.getByLabel(nearMe.label).isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('prints without the forms that asked for it', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/danh-ba/?gan=09706&loai=cong-lap');
    await page.emulateMedia({ media: 'print' });

    for (const form of await page.locator('main form').all()) expect(await form.isVisible()).toBe(false);
    expect(await page.getByText(directory.chosen, { exact: true }).isVisible()).toBe(false);
    expect(await page.locator('#ket-qua .card').first().isVisible()).toBe(true);
  });
});

describe('the page of a commune', () => {
  it.each(['/danh-ba/xa/09706/', '/danh-ba/xa/00070/', '/danh-ba/xa/20333/', '/danh-ba/?gan=22736'])(
    'breaks no accessibility rule and fits 320 pixels at %s',
    async (path) => {
      const page = await browser.open(portal.origin, { width: 320 });

      await page.goto(path);

      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );

  it.each([
    { forcedColors: 'none', colorScheme: 'dark' },
    { forcedColors: 'active', colorScheme: 'light' },
  ] as const)('shows its drawing ($colorScheme, forced colours $forcedColors)', async (options) => {
    const page = await browser.open(portal.origin, options);

    await page.goto('/danh-ba/xa/09706/');

    const marks = page.locator('figure svg[aria-hidden=true] path[stroke-width="1.6"]');
    expect(await marks.getAttribute('d')).toMatch(/^(M[\d.]+ [\d.]+h0){2,}$/);
    expect(await page.locator('figure').getByText(nearAnswer.locatorOrigin).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('answers an unknown code with 404 and the box to type a name', async () => {
    const page = await browser.open(portal.origin, { expectedProblems: [/404/] });

    const response = await page.goto('/danh-ba/xa/00000/');

    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: commune.missing.title }).waitFor();
    await page.getByLabel(nearMe.label).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('hands back what was typed, as text', async () => {
    const page = await browser.open(portal.origin, { javaScript: false });
    const typed = '"><script>alert(1)</script> ăn';

    await page.goto(`/danh-ba/?gan=${encodeURIComponent(typed)}`);

    expect(await page.getByLabel(nearMe.label).inputValue()).toBe(typed);
    await page.getByText(nearAnswer.unknown).waitFor();
    await page.getByLabel(directory.search.text).waitFor();
  });
});
