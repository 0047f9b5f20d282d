/** The officers' console, each of its states as an officer meets it. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { SESSION_IDLE_MINUTES } from '../../domain/session-time.ts';
import { staff } from '../../words/vi.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { expectFit, expectProblem, expectView } from './console-views.ts';
import { walkWithKeyboard } from './keyboard.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import {
  answer,
  choose,
  expectAccessible,
  openFirstInquiry,
  press,
  registerOfficer,
  seeHeading,
  signIn,
  TYPED,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

let links: string[] = [];

beforeAll(async () => {
  links = await portal.inviteOfficers(8);
  await portal.openDesk();
});

const nextLink = () => links.pop() ?? '';

/** The next use of a passkey fails as when the officer turns the device's question away. */
function turnPasskeyAway(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { credentials } = navigator;
    const real = { create: credentials.create.bind(credentials), get: credentials.get.bind(credentials) };
    const refuse = (): Promise<never> => {
      Object.assign(credentials, real);
      return Promise.reject(new DOMException('', 'NotAllowedError'));
    };
    Object.assign(credentials, { create: refuse, get: refuse });
  });
}

/** Presses Tab until the focus is on the control of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let pressed = 0; pressed < 30; pressed += 1) {
    await page.keyboard.press('Tab');
    const labels = await focused.evaluate((element) =>
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map((label) => label.textContent.trim())
        : [element.textContent?.trim().replace(/\s+/g, ' ') ?? ''],
    );
    if (labels.some((label) => label.startsWith(name))) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}

it('says without JavaScript what it needs', async () => {
  const desk = await browser.open(portal.origin, { javaScript: false });

  await desk.goto('/can-bo/');

  await desk.getByText(staff.starting).waitFor();
  await expectAccessible(desk);
});

it('breaks no rule at 320 pixels in any state from the first sign-in to the empty list', async () => {
  const desk = await browser.open(portal.origin, { width: 320, expectedProblems: [/status of 410/] });
  await addAuthenticator(desk, false);

  await desk.goto('/can-bo/');
  await expectView(desk, staff.signIn.title);
  await turnPasskeyAway(desk);
  await press(desk, staff.signIn.button);
  await expectProblem(desk, staff.problems.cancelled);

  await desk.goto('/');
  await desk.goto(`/can-bo/#moi=${'A'.repeat(43)}`);
  await desk.getByRole('alert').waitFor();
  await expectFit(desk);

  await desk.goto('/');
  await desk.goto(nextLink().replace(/&phuc-hoi=.*/, ''));
  await expectView(desk, staff.register.title);
  await press(desk, staff.register.button);
  await expectProblem(desk, staff.problems.codeMissing);

  await desk.goto('/');
  await desk.goto(nextLink());
  await seeHeading(desk, staff.register.title);
  await turnPasskeyAway(desk);
  await press(desk, staff.register.button);
  await expectProblem(desk, staff.problems.cancelled);
  await press(desk, staff.register.button);
  await expectView(desk, staff.card.title);
  await press(desk, staff.card.button);
  await expectView(desk, staff.list.title);
  await desk.getByText(staff.list.empty).waitFor();

  await press(desk, staff.list.signOut);
  await expectView(desk, staff.signIn.title);
  await desk.getByText(staff.signIn.signedOut).waitFor();
  await press(desk, staff.signIn.button);
  await expectView(desk, staff.unlock.title);
  await press(desk, staff.unlock.button);
  await expectProblem(desk, staff.problems.codeMissing);
});

it('breaks no rule at 320 pixels in any state of a request, and keeps the opened contact while it is answered', async () => {
  await sendSealed(portal.origin);
  const desk = await browser.open(portal.origin, { width: 320 });
  await addAuthenticator(desk, true);
  await registerOfficer(desk, nextLink());
  await expectView(desk, staff.list.title);

  await openFirstInquiry(desk);
  await expectView(desk, staff.inquiry.title);
  await press(desk, staff.inquiry.answerButton);
  await expectProblem(desk, staff.inquiry.answerMissing);
  await press(desk, staff.inquiry.contactOpen);
  await expectProblem(desk, staff.inquiry.contactMissing);
  await choose(desk, staff.inquiry.reasons['call-as-asked']);
  await press(desk, staff.inquiry.contactOpen);
  await desk.getByText(TYPED.phone).waitFor();
  expect(await desk.locator(':focus').innerText()).toContain(TYPED.safeHours);
  await expectFit(desk);

  await answer(desk, TYPED.answer);
  await expectView(desk, staff.inquiry.title);
  expect(await desk.getByText(TYPED.phone).isVisible()).toBe(true);

  await press(desk, staff.inquiry.back);
  await expectView(desk, staff.list.title);
  await openFirstInquiry(desk);
  expect(await desk.getByText(TYPED.phone).count()).toBe(0);
});

it('prints a key card that names the desk, the day and what it opens, and nothing else', async () => {
  const desk = await browser.open(portal.origin, { screen: 'desktop' });
  await addAuthenticator(desk, true);
  await desk.goto(nextLink());
  await press(desk, staff.register.button);
  await seeHeading(desk, staff.card.title);
  await desk.emulateMedia({ media: 'print' });

  const printed = await desk.locator('body').innerText();

  expect(printed).toContain('Đầu mối thử nghiệm');
  expect(printed).toMatch(/\d{1,2}\/\d{1,2}\/\d{4}/);
  expect(printed).toContain(staff.card.opens);
  expect(printed).toContain(staff.card.keepApart);
  expect(printed).not.toContain(staff.card.lost);
  expect(printed).not.toContain('Cán bộ thử');
});

it('is worked with the keyboard alone, from signing in to an answer', async () => {
  await sendSealed(portal.origin);
  const desk = await browser.open(portal.origin, { screen: 'desktop' });
  await addAuthenticator(desk, true);
  await registerOfficer(desk, nextLink());
  await desk.goto('/can-bo/');
  await seeHeading(desk, staff.signIn.title);

  await tabTo(desk, staff.signIn.button);
  await desk.keyboard.press('Enter');
  await seeHeading(desk, staff.list.title);
  await tabTo(desk, staff.list.open);
  await desk.keyboard.press('Enter');
  await seeHeading(desk, staff.inquiry.title);
  await tabTo(desk, staff.inquiry.answerLabel);
  await desk.keyboard.type(TYPED.answer);
  await tabTo(desk, staff.inquiry.answerButton);
  await desk.keyboard.press('Enter');

  await desk.getByText(staff.inquiry.answered).waitFor();
  await desk.getByText(TYPED.answer).waitFor();
});

it('lets the keyboard reach everything of the list and of a request, seen and not covered', async () => {
  await sendSealed(portal.origin);
  const desk = await browser.open(portal.origin, {});
  await addAuthenticator(desk, true);
  await registerOfficer(desk, nextLink());

  // Rings are drawn for whoever uses keys.
  await desk.keyboard.press('Tab');
  expect(await walkWithKeyboard(desk)).toEqual([]);
  await openFirstInquiry(desk);
  await desk.keyboard.press('Tab');
  expect(await walkWithKeyboard(desk)).toEqual([]);
});

it('says why it is locked after half an hour', async () => {
  const desk = await browser.open(portal.origin, { width: 320 });
  await addAuthenticator(desk, true);
  await desk.clock.install();
  await registerOfficer(desk, nextLink());

  await desk.clock.fastForward('31:00');

  await expectView(desk, staff.signIn.title);
  await desk.getByText(staff.signIn.locked(SESSION_IDLE_MINUTES)).waitFor();
  await signIn(desk);
  await seeHeading(desk, staff.list.title);
});

it('asks before an answer that was not sent is left behind', async () => {
  await sendSealed(portal.origin);
  const desk = await browser.open(portal.origin);
  await addAuthenticator(desk, true);
  await registerOfficer(desk, nextLink());
  await openFirstInquiry(desk);
  await desk.getByLabel(staff.inquiry.answerLabel).fill(TYPED.answer);
  const questions: string[] = [];
  let stays = true;
  desk.on('dialog', (dialog) => {
    questions.push(dialog.message());
    void (stays ? dialog.dismiss() : dialog.accept());
  });

  await desk.goBack();
  await expect.poll(() => questions).toEqual([staff.unsaved]);
  expect(await desk.getByLabel(staff.inquiry.answerLabel).inputValue()).toBe(TYPED.answer);
  await press(desk, staff.list.signOut);
  await expect.poll(() => questions.length).toBe(2);
  expect(await desk.getByLabel(staff.inquiry.answerLabel).inputValue()).toBe(TYPED.answer);

  stays = false;
  await desk.goBack();
  await seeHeading(desk, staff.list.title);
  expect(questions).toHaveLength(3);
});
