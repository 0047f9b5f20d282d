/** The steps of a person and of an officer, as the tests walk them. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { directory, follow, followMessages, home, request, requestMessages, staff } from '../../words/vi.ts';
import { axeViolations } from './axe.ts';

/** What the tests type: plainly fictional, and looked for byte by byte afterwards. */
export const TYPED = {
  words: 'Em trai tôi (hư cấu) muốn hỏi về uống thuốc thay thế.',
  phone: '0900 000 123',
  safeHours: 'Sau 20 giờ, ngày thử',
  place: 'Phường Hư Cấu Thử',
  opening: 'Tôi gọi về quyển từ điển hư cấu',
  answer: 'Mời bạn ghé trạm y tế sáng thứ Hai (lời thử).',
  reply: 'Cảm ơn anh chị, tôi sẽ đến (lời thử).',
} as const;

/** Fails on any accessibility violation of the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
}

/** Presses an option by its label, as people do: the label covers the whole row. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.locator('label').filter({ hasText: label }).first().click();
}

/** Presses the button of this name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Waits for the view with this heading. */
export async function seeHeading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

/** From the first page to a place whose name is typed without diacritics. */
export async function findPlace(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: home.doors[0].title }).click();
  await page.getByLabel(directory.search.text).fill('co so cai nghien so 3 ha noi');
  await press(page, directory.search.submit);
  await page.getByRole('link', { name: 'Cơ sở cai nghiện ma túy số 3 Hà Nội' }).click();
  await page.getByRole('heading', { level: 1, name: /số 3 Hà Nội/ }).waitFor();
}

/** From the first page to the guide on registering. */
export async function readGuide(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: home.doors[2].title }).click();
  await page.getByText('24 giờ').first().waitFor();
}

/** Answers the first question. The script then shows one question a screen, the server all of them. */
export async function beginRequest(page: Page): Promise<void> {
  await page.goto('/yeu-cau/');
  await choose(page, request.clock.options.no);
  await press(page, request.clock.next);
  await seeHeading(page, request.form.forWhom.legend);
}

/** Goes on to the screen with this heading; where all questions stand on one page, it is there already. */
export async function goOn(page: Page, heading: string): Promise<void> {
  const next = page.getByRole('button', { name: request.form.next, exact: true });
  if (await next.isVisible()) await next.click();
  await seeHeading(page, heading);
}

/** Answers the first question and fills the form, up to the page on which everything is read once more. */
export async function fillRequest(page: Page): Promise<void> {
  await fillQuestions(page);
  await goToCheck(page);
}

/** From the last question, or from the plain page, to the check. */
export async function goToCheck(page: Page): Promise<void> {
  const { check, next } = request.form;
  await press(page, (await isOneAtATime(page)) ? next : check.button);
  await seeHeading(page, check.title);
}

const words = request.form;

/** A screen of the form by its heading, with what is chosen on it and what is typed, by the words of the label. */
interface Screen {
  heading: string;
  chosen?: string;
  typed?: Record<string, string>;
}

const screens: readonly Screen[] = [
  { heading: words.forWhom.legend, chosen: words.forWhom.relative },
  { heading: words.ageBand.legend, chosen: words.ageBand.adult },
  { heading: words.help.legend, chosen: words.help.options.substitution },
  { heading: words.substances.legend, chosen: words.substances.options.opioid },
  { heading: words.urgency.legend, chosen: words.urgency.options.later },
  { heading: words.place.title, typed: { [words.place.label]: TYPED.place } },
  { heading: words.desk.legend, chosen: 'Đầu mối thử nghiệm' },
  { heading: words.answerBy.legend, chosen: words.answerBy.phone },
  {
    heading: words.call.title,
    typed: {
      [words.phone.label]: TYPED.phone,
      [words.safeHours.label]: TYPED.safeHours,
      [words.opening.label]: TYPED.opening,
    },
  },
  { heading: words.words.title, typed: { [words.words.label]: TYPED.words } },
  { heading: words.consent.title },
];

/** Answers every question: the script shows the last one then, the server all of them. */
export async function fillQuestions(page: Page): Promise<void> {
  await beginRequest(page);
  for (const [at, { heading, chosen, typed = {} }] of screens.entries()) {
    if (at > 0) await goOn(page, heading);
    if (chosen !== undefined) await choose(page, chosen);
    for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
  }
  await chooseConsents(page);
}

/**
 * The same as `fillRequest`, up to the moment at which it can be sent, for tests that begin there: where the script shows one
 * question a screen, the page presses its own buttons, which takes a third of the time of a pointer that looks for each.
 */
export async function readyRequest(page: Page, hasJavaScript: boolean): Promise<void> {
  if (hasJavaScript) {
    await beginRequest(page);
    await page.evaluate(answerAll, { screens, next: words.next });
    await chooseConsents(page);
    await goToCheck(page);
  } else await fillRequest(page);
  await waitForSealing(page, hasJavaScript);
}

/** Runs in the page: answers its screens up to the last. */
async function answerAll({ screens, next }: { screens: readonly Screen[]; next: string }): Promise<void> {
  const find = <E extends HTMLElement>(kind: string, text: string, isWhole: boolean): E | undefined =>
    [...document.querySelectorAll<E>(kind)].find((one) => {
      const said = one.textContent.trim();
      return one.checkVisibility() && (isWhole ? said === text : said.includes(text));
    });
  const wait = async <E extends HTMLElement>(kind: string, text: string, isWhole: boolean): Promise<E> => {
    for (let frame = 0; frame < 900; frame += 1) {
      const found = find<E>(kind, text, isWhole);
      if (found !== undefined) return found;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    throw new Error(`there is no ${kind} “${text}”`);
  };
  for (const [at, { heading, chosen, typed = {} }] of screens.entries()) {
    await wait('h1, h2, h3', heading, true);
    if (chosen !== undefined) (await wait('label', chosen, false)).click();
    for (const [label, text] of Object.entries(typed)) {
      const { control } = await wait<HTMLLabelElement>('label', label, false);
      if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement))
        throw new Error(`nothing can be typed at “${label}”`);
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (at < screens.length - 1) (await wait('button', next, true)).click();
  }
}

/** Agrees to everything that is asked. */
export async function chooseConsents(page: Page): Promise<void> {
  for (const consent of ['consentRead', 'consentPlace', 'consentCall']) {
    const label = page.locator(`label[for="${consent}"]`);
    if (await label.isVisible()) await label.click();
  }
}

/** Whether the script shows one question a screen. */
export async function isOneAtATime(page: Page): Promise<boolean> {
  return (await page.getByRole('button', { name: request.form.back, exact: true }).count()) > 0;
}

/** Opens an answered question again from the page on which everything is checked. */
export async function changeAnswer(page: Page, question: string): Promise<void> {
  await page.locator('.check-answers :is(a, button)').filter({ hasText: question }).click();
}

/** The code on the receipt, without its spaces. */
export async function readReceiptCode(page: Page): Promise<string> {
  await seeHeading(page, request.receipt.title);
  return (await page.locator('.code-groups').innerText()).replace(/\s/g, '');
}

/** Waits until the browser seals and opens by itself; without JavaScript the server does. */
export async function waitForSealing(page: Page, hasJavaScript: boolean): Promise<void> {
  const [sealing, opening] = hasJavaScript
    ? [requestMessages.sealedHere, followMessages.openedHere]
    : [request.form.sealedByServer, follow.openedByServer];
  await page.getByText(sealing).or(page.getByText(opening)).waitFor();
}

/** Fills, sends and confirms saving. Returns the code. */
export async function sendRequest(page: Page, hasJavaScript: boolean): Promise<string> {
  await fillRequest(page);
  await waitForSealing(page, hasJavaScript);
  await press(page, request.form.submit);
  const code = await readReceiptCode(page);
  const told = hasJavaScript ? page.waitForResponse('**/api/inquiries/saved') : null;
  await proveSaved(page, code);
  await told;
  return code;
}

/** Types the last group of the code back, as on paper, and sees that this was enough. */
export async function proveSaved(page: Page, code: string): Promise<void> {
  await page.getByLabel(request.receipt.proofLabel).fill(code.slice(-5));
  await press(page, request.receipt.saved);
  await seeHeading(page, request.receipt.savedTitle);
}

/** Comes back with a code. */
export async function comeBack(page: Page, code: string, hasJavaScript: boolean): Promise<void> {
  await page.goto('/theo-doi/');
  await waitForSealing(page, hasJavaScript);
  await page.getByLabel(follow.codeLabel).fill(code);
  await press(page, follow.open);
}

/** Registers the demo desk's officer by the one-time link, and returns the code on the key card. */
export async function registerOfficer(page: Page, link: string): Promise<string> {
  await page.goto(link);
  await press(page, staff.register.button);
  await seeHeading(page, staff.card.title);
  const card = (await page.locator('.code-groups').innerText()).replace(/\s/g, '');
  await press(page, staff.card.button);
  await seeHeading(page, staff.list.title);
  return card;
}

/** Signs in anew, as after a reload. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/can-bo/');
  await press(page, staff.signIn.button);
}

/** Opens the first request of the list. */
export async function openFirstInquiry(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Mở yêu cầu/ })
    .first()
    .click();
  await seeHeading(page, staff.inquiry.title);
}

/** Answers the open request. */
export async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel(staff.inquiry.answerLabel).fill(text);
  await press(page, staff.inquiry.answerButton);
  await page.getByText(staff.inquiry.answered).waitFor();
}
