/** A directory editor at work: from the invite to a place corrected, confirmed, hidden and merged. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { placePath } from '../../domain/paths.ts';
import { makeInvite } from '../../functions/staff/invite.ts';
import { place as placeWords, staff } from '../../words/vi.ts';
import { editor } from '../../words/vi-editor.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { walkWithKeyboard } from './keyboard.ts';
import { usePortal } from './portal.ts';
import { choose, expectAccessible, press, seeHeading } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

const NAME = 'Cơ sở cai nghiện ma túy số 3 Hà Nội';
const SLUG = 'co-so-cai-nghien-ma-tuy-so-3-ha-noi';
const DUPLICATE = 'Cơ sở cai nghiện ma túy số 1 Hà Nội';
const DUPLICATE_SLUG = 'co-so-cai-nghien-ma-tuy-so-1-ha-noi';
const SOURCE = 'Gọi điện ngày 22/11/2026 (lời thử), trực ban trả lời';

/** Registers an editor by a one-time link; the editor's start comes at once. */
async function registerEditor(page: Page): Promise<void> {
  const token = await portal.reachInto((env) =>
    makeInvite(env.DB, { name: 'Biên tập viên thử', role: 'editor', deskId: null }, new Date()),
  );
  await addAuthenticator(page, false);
  await page.goto(`/can-bo/#moi=${token}`);
  await press(page, staff.register.button);
  await seeHeading(page, editor.title);
}

/** The view with this heading has come, has the focus and breaks no rule. */
async function expectView(page: Page, heading: string): Promise<void> {
  await seeHeading(page, heading);
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(heading);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

async function openByName(page: Page, name: string): Promise<void> {
  await page.getByLabel(editor.start.searchLabel).fill(name);
  await press(page, editor.start.searchButton);
  await press(page, `${editor.open} ${name}`);
  await seeHeading(page, name);
}

it('takes up a report, corrects the number, confirms the place and sees both on its page', async () => {
  const visitor = await browser.open(portal.origin);
  await visitor.goto(placePath(SLUG));
  const taken = visitor.waitForResponse('**/api/place-reports');
  await visitor.getByRole('button', { name: placeWords.report.kinds.phone }).click();
  await taken;
  const page = await browser.open(portal.origin, { width: 320, expectedProblems: [/status of 422/] });
  await registerEditor(page);
  await expectView(page, editor.title);

  await press(page, `${editor.start.open} ${editor.lists.reports.title}`);
  await expectView(page, editor.lists.reports.title);
  await press(page, `${editor.open} ${NAME}`);
  await expectView(page, NAME);

  // A word is no number, and no source is given yet.
  const number = page.getByLabel(editor.fields.number, { exact: true }).first();
  await number.fill('gọi anh Ba');
  await press(page, editor.place.save);
  await page.getByRole('alert').getByText(editor.problems.source).waitFor();
  await page.getByLabel(editor.fields.source, { exact: true }).fill(SOURCE);
  await press(page, editor.place.save);
  await page.getByRole('alert').getByText(editor.problems.number).waitFor();
  await page.getByRole('alert').getByRole('link').first().click();
  expect(await number.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await number.inputValue()).toBe('gọi anh Ba');
  await expectAccessible(page);

  await number.fill('024 0000 0000');
  await press(page, editor.place.save);
  await page.getByText(editor.place.saved).waitFor();
  await page.getByText(`${editor.history.open}${editor.history.of(editor.fields.phones)}`).click();
  await page.getByText(editor.history.source(SOURCE)).first().waitFor();
  await page.getByRole('button', { name: editor.place.done }).click();
  await page.getByText(editor.place.noReports).waitFor();
  await expectAccessible(page);

  await press(page, editor.place.confirm);
  await expectView(page, editor.confirm.title);
  await press(page, editor.confirm.button);
  await page.getByRole('alert').getByText(editor.confirm.unchecked).waitFor();
  await choose(page, editor.confirm.checked);
  await page.getByLabel(editor.fields.source, { exact: true }).fill(SOURCE);
  await press(page, editor.confirm.button);
  await page.getByText(editor.confirm.saved).waitFor();

  await visitor.goto(placePath(SLUG));
  await visitor.getByRole('link', { name: '024 0000 0000' }).waitFor();
  await visitor.getByText('Xác nhận ngày').first().waitFor();
  expect(await visitor.getByText(placeWords.notCalled).count()).toBe(0);
});

it('hides a place, shows it again and merges it into another, whose page its address then opens', async () => {
  const page = await browser.open(portal.origin, { screen: 'desktop' });
  const visitor = await browser.open(portal.origin, { expectedProblems: [/404/] });
  await registerEditor(page);
  await openByName(page, DUPLICATE);

  await press(page, editor.place.status);
  await expectView(page, editor.statusView.title);
  await choose(page, editor.statusView.options.inactive.label);
  await page.getByLabel(editor.statusView.reason).fill(SOURCE);
  await press(page, editor.statusView.button);
  await page.getByText(editor.statusView.saved(editor.status.inactive)).waitFor();
  expect((await visitor.goto(placePath(DUPLICATE_SLUG)))?.status()).toBe(404);

  await page.goBack();
  await seeHeading(page, editor.title);
  await press(page, `${editor.start.open} ${editor.lists.hidden.title}`);
  await expectView(page, editor.lists.hidden.title);
  await press(page, `${editor.open} ${DUPLICATE}`);
  await press(page, editor.place.status);
  await seeHeading(page, editor.statusView.title);
  await choose(page, editor.statusView.options.active.label);
  await page.getByLabel(editor.statusView.reason).fill(SOURCE);
  await press(page, editor.statusView.button);
  await page.getByText(editor.statusView.saved(editor.status.active)).waitFor();

  await press(page, editor.place.merge);
  await expectView(page, editor.merge.title);
  await page.getByLabel(editor.merge.searchLabel).fill(NAME);
  await press(page, editor.start.searchButton);
  await press(page, `${editor.merge.choose} ${NAME}`);
  await expectView(page, editor.merge.compareTitle);
  await page.getByLabel(editor.merge.reason).fill(SOURCE);
  await press(page, editor.merge.button);
  await page.getByText(editor.merge.saved(DUPLICATE)).waitFor();

  await visitor.goto(placePath(DUPLICATE_SLUG));
  expect(new URL(visitor.url()).pathname).toBe(placePath(SLUG));
});

it('keeps what is typed when someone else was quicker, and shows both', async () => {
  const name = 'Cơ sở cai nghiện ma túy số 2 Hà Nội';
  const page = await browser.open(portal.origin, { expectedProblems: [/409/] });
  await registerEditor(page);
  await openByName(page, name);
  const other = await page.context().newPage();
  await other.goto('/');
  await other.evaluate(async (asked) => {
    const { places } = await (await fetch(`/api/staff/places/search?q=${encodeURIComponent(asked)}`)).json();
    const { place } = await (await fetch(`/api/staff/places/${places[0].id}`)).json();
    await fetch(`/api/staff/places/${place.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        version: place.version,
        source: 'Nguồn khác',
        form: { ...place.form, name: 'Tên của người khác', transportation: 'Cạnh bến xe tưởng tượng' },
      }),
    });
  }, name);

  await page.getByLabel(editor.fields.name, { exact: true }).fill('Tên của tôi');
  await page.getByLabel(editor.fields.source, { exact: true }).fill(SOURCE);
  await press(page, editor.place.save);

  await page
    .getByRole('alert')
    .getByText(editor.problems.conflict(editor.fields.name, 'Tên của người khác'))
    .waitFor();
  expect(await page.getByLabel(editor.fields.name, { exact: true }).inputValue()).toBe('Tên của tôi');
  expect(await page.getByLabel(editor.fields.transportation).inputValue()).toBe('Cạnh bến xe tưởng tượng');
  await page.getByText(editor.stored('Tên của người khác')).waitFor();
  await expectAccessible(page);

  await press(page, editor.place.save);
  await seeHeading(page, 'Tên của tôi');
});

it('asks before leaving what is not saved, and is worked with keys alone', async () => {
  const page = await browser.open(portal.origin, { screen: 'desktop' });
  await registerEditor(page);
  await page.keyboard.press('Tab');
  expect(await walkWithKeyboard(page)).toEqual([]);
  await openByName(page, NAME);
  await page.keyboard.press('Tab');
  expect(await walkWithKeyboard(page)).toEqual([]);

  await page.getByLabel(editor.fields.commune_code).fill('hoang');
  await page.locator('#commune-matches button').first().focus();
  await page.keyboard.press('Enter');
  await page.getByText(editor.communes.chosen('', '').slice(0, 8)).waitFor();
  const questions: string[] = [];
  let stays = true;
  page.on('dialog', (dialog) => {
    questions.push(dialog.message());
    void (stays ? dialog.dismiss() : dialog.accept());
  });
  await page.goBack();
  await expect.poll(() => questions).toEqual([staff.unsaved]);
  await seeHeading(page, NAME);
  stays = false;
  await press(page, editor.back);
  await seeHeading(page, editor.title);
});

it('writes who runs a place, its sources, and a service with its price, which the page then shows', async () => {
  const name = 'Cơ sở cai nghiện ma túy số 4 Hà Nội';
  const page = await browser.open(portal.origin, { expectedProblems: [/status of 422/] });
  await registerEditor(page);
  await openByName(page, name);

  await page.getByLabel(editor.body.name).fill('Đơn vị hư cấu Hoa Gạo');
  await page.getByLabel(editor.body.website).fill('hoa-gao.example.org');
  await page.getByLabel(editor.fields.sources).fill('https://nguon.example.org/moi');
  await press(page, editor.rows.addService);
  const added = page.locator('#services > section').nth(1);
  expect(
    await added.getByLabel(editor.fields.serviceName).evaluate((one) => one === document.activeElement),
  ).toBe(true);
  await added.getByLabel(editor.fields.serviceName).fill('Tư vấn hư cấu');
  await added.getByRole('button', { name: editor.rows.addCost }).click();
  await added.getByLabel(editor.fields.option).fill('Ăn ở một tháng');
  await added.getByLabel(editor.fields.amount, { exact: true }).fill('500.000');
  await page.getByLabel(editor.fields.source, { exact: true }).fill(SOURCE);
  await expectAccessible(page);
  await press(page, editor.place.save);

  // What was typed elsewhere stays, and the field at fault is named.
  await page.getByRole('alert').getByText(editor.problems.website).waitFor();
  expect(await added.getByLabel(editor.fields.option).inputValue()).toBe('Ăn ở một tháng');
  await page.getByLabel(editor.body.website).fill('https://hoa-gao.example.org/');
  await press(page, editor.place.save);
  await page.getByText(editor.place.saved).waitFor();

  const visitor = await browser.open(portal.origin);
  await visitor.goto(placePath('co-so-cai-nghien-ma-tuy-so-4-ha-noi'));
  await visitor.getByText(/Ăn ở một tháng: 500\.000/).waitFor();
  await visitor.getByRole('link', { name: /hoa-gao\.example\.org/ }).waitFor();
  expect(
    await visitor
      .locator('.sources a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['https://nguon.example.org/moi']);

  await press(page, `${editor.rows.removeService} (${editor.rows.service(2, 'Tư vấn hư cấu')})`);
  expect(await page.locator('#services > section').count()).toBe(1);
  await page.getByLabel(editor.fields.source, { exact: true }).fill(SOURCE);
  await press(page, editor.place.save);
  // That the first saving went well still stands on the page.
  await expect
    .poll(async () => {
      await visitor.reload();
      return visitor.getByText('Tư vấn hư cấu').count();
    })
    .toBe(0);
});
