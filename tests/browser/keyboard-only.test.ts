/** The whole way of a person without a pointer: asking, keeping the code, coming back, writing, erasing. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow, followMessages, request } from '../../words/vi.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { useBrowser } from './browser.ts';
import { walkWithKeyboard } from './keyboard.ts';
import { usePortal } from './portal.ts';
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
