import { describe, expect, it } from 'vitest';
import { directory, place } from '../../words/vi.ts';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

describe.each([
  { screen: 'phone', javaScript: true, colorScheme: 'light' },
  { screen: 'phone', javaScript: false, colorScheme: 'dark' },
  { screen: 'desktop', javaScript: false, colorScheme: 'light' },
] as const)('finding a place ($screen, JavaScript $javaScript, $colorScheme)', (options) => {
  it('goes from an old district to what lies there now, and on to a place with its phone', async () => {
    const page = await browser.open(portal.origin, options);

    await page.goto('/danh-ba/');
    await page.getByLabel(directory.search.text).fill('quan hoang mai');
    await page.getByRole('button', { name: directory.search.submit, exact: true }).click();
    await page.getByText('Quận Hoàng Mai cũ (thành phố Hà Nội) nay thuộc 12 xã, phường').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole('link', { name: 'Cơ sở cai nghiện ma túy số 3 Hà Nội' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cơ sở cai nghiện ma túy số 3 Hà Nội' }).waitFor();
    expect(await page.getByRole('link', { name: '024 2321 1937' }).getAttribute('href')).toBe(
      'tel:02423211937',
    );
    expect(await page.getByText(place.notCalled).count()).toBe(1);
    expect(await page.getByText(place.operators['cong-an']).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('the directory', () => {
  it.each([
    '/danh-ba/',
    '/danh-ba/?tinh=79',
    '/danh-ba/?xa=tan+lap',
    '/danh-ba/?q=tinh+ha+giang',
    '/danh-ba/?xa=khong+co&tinh=08',
    '/danh-ba/?trang=9',
    '/danh-ba/?q=methadone&loai=tu-nhan&cho=phu-nu',
    '/danh-ba/?q=hoang+mia',
    '/danh-ba/?q=tu+van+cho+gia+dinh+ba+vi',
    '/danh-ba/co-so-cai-nghien-ma-tuy-binh-trieu/',
    '/danh-ba/co-so-cai-nghien-ma-tuy-tinh-yen-bai/',
    '/danh-ba/co-so-dieu-tri-methadone-hoai-duc-phong-kham-da-khoa-ngai-cau/',
  ])('breaks no accessibility rule and fits 320 pixels at %s', async (path) => {
    const page = await browser.open(portal.origin, { width: 320 });

    await page.goto(path);

    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('answers an address of no place with 404 and a search', async () => {
    const page = await browser.open(portal.origin, { expectedProblems: [/404/] });

    const response = await page.goto('/danh-ba/khong-co-noi-nay/');

    expect(response?.status()).toBe(404);
    await page.getByLabel(directory.search.text).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('hands back what was typed, as text', async () => {
    const page = await browser.open(portal.origin, { javaScript: false });
    const typed = '"><script>alert(1)</script> ăn';

    await page.goto(`/danh-ba/?q=${encodeURIComponent(typed)}&xa=${encodeURIComponent(typed)}`);

    expect(await page.getByLabel(directory.search.text).inputValue()).toBe(typed);
    expect(await page.getByLabel(directory.search.unit).inputValue()).toBe(typed);
    expect(await page.getByText(directory.unknownUnit(typed)).count()).toBe(1);
  });
});

describe.each([
  { screen: 'phone', javaScript: false, colorScheme: 'dark' },
  { screen: 'desktop', javaScript: true, colorScheme: 'light' },
] as const)('filtering ($screen, JavaScript $javaScript)', (options) => {
  it('combines filters, says what to leave out, and takes one away by a link', async () => {
    const page = await browser.open(portal.origin, options);

    await page.goto('/danh-ba/');
    await page.getByText(directory.search.more, { exact: true }).click();
    await page.getByLabel(directory.filters.dichVu, { exact: true }).selectOption('methadone');
    await page.getByLabel(directory.filters.loai, { exact: true }).selectOption('tu-nhan');
    await page.getByRole('button', { name: directory.search.submit, exact: true }).click();

    await page.getByRole('heading', { name: directory.nothingFor }).waitFor();
    await page
      .getByRole('link', { name: directory.loosen('“Ai quản lý: Tư nhân”', directory.loosenCount(13, 21)) })
      .click();
    await page.getByText(directory.count(13, false)).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole('link', { name: directory.remove('“Dịch vụ: Điều trị Methadone”') }).click();
    await page.getByText(directory.count(66, false)).waitFor();
  });
});

describe('suggestions', () => {
  it('come while typing, are told, and lead where they say, by keyboard', async () => {
    const page = await browser.open(portal.origin, { screen: 'desktop' });

    await page.goto('/danh-ba/');
    const box = page.getByRole('combobox', { name: directory.search.text });
    await box.pressSequentially('nhi xu');
    const option = page.getByRole('option', { name: 'Cơ sở cai nghiện ma túy Nhị Xuân' });
    await option.waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await box.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await box.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    expect(await box.inputValue()).toBe('nhi xu');
    await box.press('a');
    await option.waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Cơ sở cai nghiện ma túy Nhị Xuân' }).waitFor();
  });

  it('can be pressed on a phone', async () => {
    const page = await browser.open(portal.origin, { colorScheme: 'dark' });

    await page.goto('/danh-ba/');
    await page.getByLabel(directory.search.text).pressSequentially('quan hoang');
    await page.getByRole('option', { name: /^Quận Hoàng Mai/ }).tap();

    await page.getByText('Quận Hoàng Mai cũ (thành phố Hà Nội) nay thuộc 12 xã, phường').waitFor();
  });
});
