import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlaceRecords } from '../../functions/directory/read-place-records.ts';
import { searchContext } from '../../functions/directory/search-rows.ts';
import { writePlaces } from '../../functions/directory/write-places.ts';
import { siteOriginFrom } from '../../scripts/meta/site-origin.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { readDirectory } from '../../scripts/read-directory.ts';
import { directory, myList, placeMessages, quickExit, place as words } from '../../words/vi.ts';
import { discreetPlace, MADE_UP_SLUG, madeUpPlace } from '../places/made-up-place.ts';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';

const browser = useBrowser();
const portal = usePortal();

const RICH = `/danh-ba/${MADE_UP_SLUG}/`;
const POOR = '/danh-ba/co-so-cai-nghien-ma-tuy-binh-trieu/';
const POLICE = '/danh-ba/co-so-cai-nghien-ma-tuy-so-3-ha-noi/';

/** Makes the made-up place stand as it is given, and the address `ten-cu` lead to it. */
async function writeMadeUp(make: typeof madeUpPlace | typeof discreetPlace): Promise<void> {
  const data = await readDirectory(join(projectRoot, 'content'));
  await portal.reachInto(async ({ DB }) => {
    const after = make(data);
    const [before = null] = await readPlaceRecords(DB, [after.locationId]);
    const act = { by: 'import', at: new Date(), source: 'danh sách hư cấu' };
    await DB.batch([
      ...(await writePlaces(DB, [{ before, after }], searchContext(data), act)),
      DB.prepare('INSERT OR IGNORE INTO former_slug (slug, location_id) VALUES (?1, ?2)').bind(
        'ten-cu',
        after.locationId,
      ),
    ]);
  });
}

beforeAll(() => writeMadeUp(madeUpPlace));

const note = (page: Page) => page.getByLabel(words.report.note);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe.each([
  { screen: 'phone', javaScript: true, colorScheme: 'light' },
  { screen: 'phone', javaScript: false, colorScheme: 'dark' },
  { screen: 'desktop', javaScript: true, colorScheme: 'dark' },
] as const)('the page of a place ($screen, JavaScript $javaScript, $colorScheme)', (options) => {
  it.each([RICH, POOR, POLICE])('breaks no accessibility rule at %s', async (path) => {
    const page = await browser.open(portal.origin, options);

    await page.goto(path);
    await page.getByText(words.share.open).click();

    expect(await axeViolations(page)).toEqual([]);
    expect(await page.getByRole('link', { name: words.share.sms }).getAttribute('href')).toMatch(
      /^sms:\?body=/,
    );
    expect(await page.getByRole('button', { name: myList.add }).isVisible()).toBe(options.javaScript);
    expect(await page.getByRole('button', { name: words.share.copy }).isVisible()).toBe(options.javaScript);
    expect(await page.context().cookies()).toEqual([]);
  });
});

describe('the page of a place', () => {
  it.each([RICH, POOR])('fits 320 pixels at %s', async (path) => {
    const page = await browser.open(portal.origin, { width: 320 });

    await page.goto(path);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('says all that is known of a place', async () => {
    const page = await browser.open(portal.origin, { javaScript: false });

    await page.goto(RICH);

    const text = await page.locator('main').innerText();
    for (const said of [
      'Tuần này chỉ nhận buổi sáng.',
      'máy lẻ 2, Phòng tiếp nhận',
      'Thứ Hai đến thứ Sáu: 7:30–11:30, 13:30–17:00',
      'Số 1 phố Tưởng Tượng, tầng 2',
      'Phường Hoàng Mai, Thành phố Hà Nội',
      'Một lần uống thuốc: 10.000 đồng',
      'Căn cước hoặc giấy tờ có ảnh',
      'Có lối cho xe lăn ở cửa sau',
      words.servicePaused,
    ])
      expect(text).toContain(said);
    expect(text).not.toContain(words.unknown);
  });

  it('carries data for search engines that the policy lets stand and nothing runs', async () => {
    const page = await browser.open(portal.origin);

    await page.goto(RICH);

    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? '')).toMatchObject({
      '@type': 'MedicalClinic',
      name: 'Nơi tưởng tượng Hoa Gạo',
      url: `${siteOriginFrom(process.env.SITE_ORIGIN)}${RICH}`,
      telephone: '0900 000 123',
    });
  });

  it('is found at the address of a place that was merged into it', async () => {
    const page = await browser.open(portal.origin);

    const response = await page.goto('/danh-ba/ten-cu/');

    expect(new URL(page.url()).pathname).toBe(RICH);
    expect((await response?.request().redirectedFrom()?.response())?.status()).toBe(301);
  });

  it('prints on one sheet, without what can only be pressed', async () => {
    const page = await browser.open(portal.origin, { screen: 'desktop' });

    for (const path of [RICH, POOR, POLICE]) {
      await page.goto(path);
      await page.emulateMedia({ media: 'print' });
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');

      expect(sheets.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      for (const title of [words.report.title, words.share.title, words.back])
        expect(await page.getByText(title, { exact: true }).isVisible()).toBe(false);
      expect(await page.getByRole('heading', { name: words.contact }).isVisible()).toBe(true);
    }
  });
});

describe('reporting what is wrong', () => {
  it('takes one press, without leaving the page or by a form that a reload does not send again', async () => {
    const page = await browser.open(portal.origin);
    const plain = await browser.open(portal.origin, { javaScript: false, colorScheme: 'dark' });

    await page.goto(POLICE);
    await note(page).fill('Gọi không ai nghe');
    await press(page, words.report.kinds.phone);
    await page.getByText(placeMessages.thanks).waitFor();
    expect(new URL(page.url()).search).toBe('');

    await plain.goto(POLICE);
    await press(plain, words.report.kinds.closed);
    await plain.getByText(placeMessages.thanks).waitFor();
    await plain.reload();
    await plain.getByText(placeMessages.thanks).waitFor();

    for (const one of [page, plain]) {
      expect(await axeViolations(one)).toEqual([]);
      expect(await one.context().cookies()).toEqual([]);
    }
    const stored = await portal.reachInto(async ({ DB }) => {
      const { results } = await DB.prepare('SELECT kind, note, state FROM place_report ORDER BY rowid').all();
      return results;
    });
    expect(stored).toEqual([
      { kind: 'phone', note: 'Gọi không ai nghe', state: 'open' },
      { kind: 'closed', note: '', state: 'open' },
    ]);
  });

  it.each([true, false])('keeps a line that it refuses (JavaScript %s)', async (javaScript) => {
    const page = await browser.open(portal.origin, { javaScript, expectedProblems: [/422/] });

    await page.goto(POLICE);
    await note(page).fill('Hỏi chị An số 0912 345 678');
    await press(page, words.report.kinds.other);
    await page.getByRole('link', { name: words.report.problems.phone }).waitFor();

    expect(await note(page).inputValue()).toBe('Hỏi chị An số 0912 345 678');
    expect(await axeViolations(page)).toEqual([]);

    await note(page).fill('Hỏi chị An ở cổng');
    await press(page, words.report.kinds.other);
    await page.getByText(placeMessages.thanks).waitFor();
  });

  it('says when the network fails, and keeps the line', async () => {
    const page = await browser.open(portal.origin, { expectedProblems: [/ERR_FAILED/] });
    await page.route('**/api/place-reports', (route) => route.abort());

    await page.goto(POLICE);
    await note(page).fill('Đã dời');
    await press(page, words.report.kinds.moved);
    await page.getByText(placeMessages.notSent).waitFor();

    expect(await note(page).inputValue()).toBe('Đã dời');
  });
});

describe('the message to send', () => {
  it('is copied where the browser can', async () => {
    const page = await browser.open(portal.origin);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

    await page.goto(RICH);
    await page.getByText(words.share.open).click();
    await press(page, words.share.copy);
    await page.getByText(placeMessages.copied).waitFor();

    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Nơi tưởng tượng Hoa Gạo; Số 1 phố Tưởng Tượng');
    const href = await page.getByRole('link', { name: words.share.sms }).getAttribute('href');
    expect(decodeURIComponent(href ?? '')).toBe(`sms:?body=${copied}`);
  });
});

describe('my list', () => {
  it('goes from page to page in this tab alone, and can be emptied', async () => {
    const page = await browser.open(portal.origin);

    await page.goto(RICH);
    await press(page, myList.add);
    await page.getByText(myList.added).waitFor();
    await page.goto(POOR);
    await press(page, myList.add);
    await page.goto('/danh-ba/#danh-sach');
    const list = page.getByRole('region', { name: myList.title });
    expect(await list.getByRole('link').allInnerTexts()).toEqual([
      'Nơi tưởng tượng Hoa Gạo',
      'Cơ sở cai nghiện ma túy Bình Triệu',
    ]);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    const other = await page.context().newPage();
    await other.goto('/danh-ba/');
    expect(await other.getByText(myList.title).isVisible()).toBe(false);

    await page.getByRole('button', { name: myList.clear }).click();
    expect(await list.isVisible()).toBe(false);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('takes a place off again', async () => {
    const page = await browser.open(portal.origin, { screen: 'desktop' });

    await page.goto(RICH);
    await press(page, myList.add);
    expect(await axeViolations(page)).toEqual([]);
    await press(page, myList.remove);

    expect(await page.getByRole('region', { name: myList.title }).isVisible()).toBe(false);
  });

  it('is forgotten by the quick exit', async () => {
    const harmless = new URL(quickExit.url).origin;
    const page = await browser.open(portal.origin, { alsoAllowed: [harmless] });
    await page.route(`${harmless}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,"><title>x</title>' }),
    );

    await page.goto(RICH);
    await press(page, myList.add);
    await page.getByRole('link', { name: quickExit.label, exact: true }).click();
    await page.waitForURL(quickExit.url);
    await page.goto('/danh-ba/');

    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.getByText(myList.title).isVisible()).toBe(false);
  });
});

describe('a place that is no more, or must stay discreet', () => {
  it('hides where it lies, everywhere on its page', async () => {
    await writeMadeUp(discreetPlace);
    const page = await browser.open(portal.origin);

    await page.goto(RICH);

    await page.getByText(words.discreet('Thành phố Hà Nội')).waitFor();
    expect(await page.content()).not.toMatch(/phố Tưởng Tượng|Hoàng Mai|Cây Gạo|105\.8|geo:/);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('is said to have closed for good, with a search for another', async () => {
    await portal.reachInto(({ DB }) => DB.prepare(`UPDATE service SET status = 'defunct'`).run());
    const page = await browser.open(portal.origin, { expectedProblems: [/410/] });

    const response = await page.goto(POOR);

    expect(response?.status()).toBe(410);
    await page
      .getByRole('heading', { name: words.gone.title('Cơ sở cai nghiện ma túy Bình Triệu') })
      .waitFor();
    await page.getByLabel(directory.search.text).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
