/** The whole way of a person without a pointer: asking, keeping the code, coming back, writing, erasing. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { askOnce, follow, followMessages, request } from '../../words/vi.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { useBrowser } from './browser.ts';
import { walkWithKeyboard } from './keyboard.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { readReceiptCode, seeHeading, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  await portal.openDesk();
});

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** What is pressed or typed at each question, in the order of the page. */
const ANSWERS = [
  ['forWhom', 'Space'],
  ['ageBand', 'Space'],
  ['help', 'Space'],
  ['substances', 'Space'],
  // Past the first option, which would lead to 115.
  ['urgency', 'ArrowDown'],
  ['place', TYPED.place],
  ['desk', 'Space'],
  ['answerBy', 'Space'],
  ['words', TYPED.words],
  ['consentRead', 'Space'],
] as const;

describe.each([{ javaScript: true }, { javaScript: false }])(
  'with the keyboard alone (JavaScript $javaScript)',
  ({ javaScript }) => {
    it('a person asks, saves the code, comes back, replies, changes, corrects and erases', async () => {
      const page = await browser.open(portal.origin, { javaScript, screen: 'desktop' });
      const { keyboard } = page;
      const pressButton = async (name: string): Promise<void> => {
        await tabTo(page, page.getByRole('button', { name, exact: true }));
        await keyboard.press('Enter');
      };
      await page.goto('/yeu-cau/');
      await tabTo(page, page.locator('#resultKnown'));
      await keyboard.press('Space');
      await keyboard.press('Enter');
      await seeHeading(page, request.form.forWhom.legend);
      if (javaScript) {
        await keyboard.press('Tab');
        expect(await walkWithKeyboard(page)).toEqual([]);
        await page.getByRole('heading', { name: request.form.forWhom.legend, exact: true }).focus();
      }

      for (const [field, answer] of ANSWERS) {
        await tabTo(page, page.locator(`#${field}`));
        if (answer === 'Space' || answer === 'ArrowDown') await keyboard.press(answer);
        else await keyboard.type(answer);
        // Where all questions stand on one page the next one follows; in a text Enter begins a line.
        if (javaScript && field === 'words') await pressButton(request.form.next);
        else if (javaScript) await keyboard.press('Enter');
      }
      if (!javaScript) await pressButton(request.form.check.button);
      await seeHeading(page, request.form.check.title);
      await page.getByText(TYPED.words).waitFor();
      await pressButton(request.form.submit);
      const code = await readReceiptCode(page);
      await tabTo(page, page.getByLabel(request.receipt.proofLabel));
      await keyboard.type(code.slice(-5));
      await keyboard.press('Enter');
      await seeHeading(page, request.receipt.savedTitle);

      await tabTo(page, page.locator('main').getByRole('link', { name: request.receipt.toFollow }));
      await keyboard.press('Enter');
      await page.getByText(javaScript ? followMessages.openedHere : follow.openedByServer).waitFor();
      await tabTo(page, page.getByLabel(follow.codeLabel));
      await keyboard.type(code);
      await keyboard.press('Enter');
      await seeHeading(page, follow.statusTitle);
      await tabTo(page, page.getByLabel(follow.replyLabel));
      await keyboard.type(TYPED.reply);
      await pressButton(follow.replySubmit);
      await page.getByText(followMessages.replySent, { exact: true }).waitFor();

      await pressButton(followActs.menu.contact.label);
      await seeHeading(page, followActs.contact.title);
      await tabTo(page, page.locator('#answerBy'));
      // To the second one, being called.
      await keyboard.press('ArrowDown');
      await tabTo(page, page.getByLabel(followActs.contact.phoneLabel));
      await keyboard.type(TYPED.phone);
      await tabTo(page, page.getByLabel(followActs.contact.consent));
      await keyboard.press('Space');
      await pressButton(followActs.contact.submit);
      await page.getByText(followActMessages.contactSent, { exact: true }).waitFor();
      await pressButton(followActs.menu.data.label);
      await seeHeading(page, followActs.data.title);
      await tabTo(page, page.locator('#dataRequest'));
      await keyboard.press('Space');
      await tabTo(page, page.getByLabel(followActs.data.label));
      await keyboard.type(TYPED.reply);
      await pressButton(followActs.data.submit);
      await page.getByText(followActMessages.requestSent, { exact: true }).waitFor();
      await pressButton(follow.withdrawAsk);
      await seeHeading(page, follow.withdrawSure);
      await pressButton(follow.withdrawConfirm);
      await seeHeading(page, follow.withdrawnTitle);
    });
  },
);

it('with the keyboard alone a person looks at what is held, and erases', async () => {
  const page = await browser.open(portal.origin, { screen: 'desktop' });
  const code = await sendSealed(portal.origin);
  const pressButton = async (name: string, key = 'Enter'): Promise<void> => {
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await page.keyboard.press(key);
  };
  await page.goto('/theo-doi/');
  await page.getByText(followMessages.openedHere).waitFor();
  await page.getByLabel(follow.codeLabel).focus();
  await page.keyboard.type(code);
  // Enter opens: it must never erase.
  await page.keyboard.press('Enter');
  await seeHeading(page, follow.statusTitle);
  await pressButton(followActs.menu.holding.label);
  await seeHeading(page, followActs.holding.title);
  expect(await page.locator(':focus').innerText()).toBe(followActs.holding.title);
  await pressButton(followActs.back);
  await seeHeading(page, follow.statusTitle);
  await pressButton(follow.withdrawAsk);
  await seeHeading(page, follow.withdrawSure);
  await pressButton(follow.withdrawConfirm, 'Space');
  await seeHeading(page, follow.withdrawnTitle);
  expect(await page.locator(':focus').innerText()).toBe(follow.withdrawnTitle);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

describe.each([{ javaScript: true }, { javaScript: false }])(
  'with the keyboard alone, who is in a hurry or young (JavaScript $javaScript)',
  ({ javaScript }) => {
    it('goes on past what is told of the 24 hours and to who is under 18, and asks once', async () => {
      const page = await browser.open(portal.origin, { javaScript, screen: 'desktop' });
      const { keyboard } = page;
      const pressButton = async (name: string): Promise<void> => {
        await tabTo(page, page.getByRole('button', { name, exact: true }));
        await keyboard.press('Enter');
      };
      await page.goto('/yeu-cau/');
      await tabTo(page, page.locator('#resultKnown'));
      // To the second one, that the result is known.
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await seeHeading(page, request.stop.title);
      await pressButton(request.stop.proceed);
      await seeHeading(page, request.form.forWhom.legend);

      for (const [field, answer] of ANSWERS) {
        await tabTo(page, page.locator(`#${field}`));
        // To the second age, under 18.
        if (field === 'ageBand') await keyboard.press('ArrowDown');
        else if (answer === 'Space' || answer === 'ArrowDown') await keyboard.press(answer);
        else await keyboard.type(answer);
        if (field === 'answerBy') {
          await tabTo(page, page.locator('#once'));
          await keyboard.press('Space');
        }
        if (javaScript && field === 'words') await pressButton(request.form.next);
        else if (javaScript) await keyboard.press('Enter');
        if (field === 'ageBand' && javaScript) {
          await seeHeading(page, request.form.under18.title);
          await pressButton(request.form.stillAsk);
        }
      }
      if (!javaScript) await pressButton(request.form.check.button);
      await seeHeading(page, request.form.check.title);
      await pressButton(request.form.submit);
      await seeHeading(page, askOnce.title);
    });

    it('erases from the first screen', async () => {
      const page = await browser.open(portal.origin, { javaScript, screen: 'desktop' });
      const code = await sendSealed(portal.origin);
      await page.goto('/theo-doi/');
      await page.getByText(javaScript ? followMessages.openedHere : follow.openedByServer).waitFor();
      await tabTo(page, page.getByLabel(follow.codeLabel));
      await page.keyboard.type(code);
      for (const [button, heading] of [
        [followActs.eraseFirst.button, follow.withdrawSure],
        [follow.withdrawConfirm, follow.withdrawnTitle],
      ] as const) {
        await tabTo(page, page.getByRole('button', { name: button, exact: true }));
        await page.keyboard.press('Enter');
        await seeHeading(page, heading);
      }
    });
  },
);
