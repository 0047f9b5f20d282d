/** The steps by which officers of a desk hand its key to each other, as the tests walk them. */
import type { Page } from 'playwright-core';
import { staff } from '../../words/vi.ts';
import { deskKeys } from '../../words/vi-desk-keys.ts';
import { addAuthenticator } from './authenticator.ts';
import type { BrowserUnderTest, PageOptions } from './browser.ts';
import { press, registerOfficer, seeHeading } from './walk.ts';

/** An officer's window, with what they keep on paper. */
export interface OfficerPage {
  page: Page;
  /** The code on the key card. */
  card: string;
}

/** Registers an officer with the recovery sheet that the link holds; their list is shown then. */
export async function registerWithSheet(
  browser: BrowserUnderTest,
  origin: string,
  link: string,
  options: PageOptions = {},
): Promise<OfficerPage> {
  const page = await browser.open(origin, { screen: 'desktop', ...options });
  await addAuthenticator(page, true);
  return { page, card: await registerOfficer(page, link) };
}

/** Registers an officer who has no sheet, up to the words that a colleague must hear. */
export async function registerWithoutSheet(page: Page, link: string): Promise<string> {
  await page.goto(link.replace(/&phuc-hoi=.*/, ''));
  await press(page, deskKeys.noSheet.button);
  await seeHeading(page, staff.card.title);
  const card = (await page.locator('.code-groups').innerText()).replace(/\s/g, '');
  await press(page, staff.card.button);
  await seeHeading(page, deskKeys.waiting.title);
  return card;
}

/** The five words that a page shows. */
export async function readWords(page: Page): Promise<string> {
  const words = page.locator('.key-words > li');
  await words.nth(4).waitFor();
  return (await words.allInnerTexts()).join(', ');
}

/** Types words into the view that asks for them. */
export async function typeWords(page: Page, words: string, button: string): Promise<void> {
  await page.getByLabel(deskKeys.typed.label).fill(words);
  await press(page, button);
}

/** From the list to the officers of the desk. */
export async function openOfficers(page: Page): Promise<void> {
  await press(page, deskKeys.link);
  await seeHeading(page, deskKeys.officers.title);
}

/** Presses the button of one officer's line. */
export async function pressOfficer(page: Page, button: string, name: string): Promise<void> {
  // What follows the button's words is hidden from sight, so the name has a space before it.
  await page.getByRole('button', { name: new RegExp(`^${button}.*${name}$`) }).click();
}
