/** What the console does when an answer of the server is lost: nothing is dropped, nothing stays open. */
import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SESSION_IDLE_MINUTES } from '../../domain/session-time.ts';
import { makeInvite } from '../../functions/staff/invite.ts';
import { apiErrors, staff } from '../../words/vi.ts';
import { deskActs } from '../../words/vi-desk-acts.ts';
import { editor } from '../../words/vi-editor.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { expectProblem, expectView } from './console-views.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { openFirstInquiry, press, registerOfficer, seeHeading, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

let links: string[] = [];

beforeAll(async () => {
  links = await portal.inviteOfficers(4);
  await portal.openDesk();
});

const nextLink = () => links.pop() ?? '';

const LOST = /ERR_FAILED|Failed to fetch/;

/** The next call of this address reaches the server; its answer is lost. */
function cutAfter(page: Page, address: string): Promise<unknown> {
  const loseAnswer = async (each: Route): Promise<void> => {
    await each.fetch();
    await each.abort();
  };
  return page.route(`**/api/staff/${address}`, loseAnswer, { times: 1 });
}

/** A console that shows the desk's first request. */
async function openRequest(): Promise<Page> {
  await sendSealed(portal.origin);
  const desk = await browser.open(portal.origin, { screen: 'desktop', expectedProblems: [LOST] });
  await addAuthenticator(desk, true);
  await registerOfficer(desk, nextLink());
  await openFirstInquiry(desk);
  return desk;
}

const countMessages = () =>
  portal.reachInto(({ DB }) => DB.prepare('SELECT count(*) AS n FROM message').first<number>('n'));

describe('an answer whose acknowledgement is lost', () => {
  it('stands once when it is sent again as it is, and beside the mended one when it was mended', async () => {
    const desk = await openRequest();
    const field = desk.getByLabel(staff.inquiry.answerLabel);
    const send = () => press(desk, staff.inquiry.answerButton);
    const loseOne = async (): Promise<void> => {
      await cutAfter(desk, 'inquiries/*/messages');
      await send();
      await expectProblem(desk, staff.problems.network);
    };
    const seeSent = () => desk.getByText(staff.inquiry.answered, { exact: true }).waitFor();

    await field.fill(TYPED.answer);
    await loseOne();
    await send();
    await seeSent();
    expect(await countMessages()).toBe(1);

    await field.fill('Mời bạn gọi 0900 000 456 (số hư cấu).');
    await loseOne();
    await field.fill('Mời bạn gọi 0900 000 789 (số hư cấu).');
    await loseOne();
    // The words are the same, what they do is not.
    await desk.getByLabel(deskActs.referralLabel).fill(TYPED.place);
    await send();
    await seeSent();

    expect(await countMessages()).toBe(4);
    for (const shown of ['0900 000 456', '0900 000 789', TYPED.place])
      await desk.getByText(shown).first().waitFor();
  });
});

describe('a registration whose answer is lost', () => {
  it('shows the key card all the same, which opens the desk after signing in', async () => {
    await sendSealed(portal.origin);
    const desk = await browser.open(portal.origin, { width: 320, expectedProblems: [LOST] });
    // Without PRF it is the card alone that opens anything.
    await addAuthenticator(desk, false);
    await desk.goto(nextLink());
    await cutAfter(desk, 'register');

    await press(desk, staff.register.button);

    await expectView(desk, staff.card.title);
    await desk.getByText(staff.card.unsure).waitFor();
    const card = (await desk.locator('.code-groups').innerText()).replace(/\s/g, '');
    await desk.emulateMedia({ media: 'print' });
    expect(await desk.getByText(staff.card.unsure).isVisible()).toBe(false);
    await desk.emulateMedia({ media: 'screen' });
    await press(desk, staff.card.unsureButton);
    await expectView(desk, staff.signIn.title);
    await desk.getByText(staff.card.ifRefused).waitFor();
    await press(desk, staff.signIn.button);
    await seeHeading(desk, staff.unlock.title);
    await desk.getByLabel(staff.unlock.label).fill(card);
    await press(desk, staff.unlock.button);
    await seeHeading(desk, staff.list.title);
    await openFirstInquiry(desk);
    await desk.getByText(TYPED.words).waitFor();
  });

  it('of somebody without a desk, who has no card, leads to signing in', async () => {
    const token = await portal.reachInto(({ DB }) =>
      makeInvite(DB, { name: 'Biên tập viên thử', role: 'editor', deskId: null }, new Date()),
    );
    const page = await browser.open(portal.origin, { screen: 'desktop', expectedProblems: [LOST] });
    await addAuthenticator(page, true);
    await page.goto(`/can-bo/#moi=${token}`);
    await cutAfter(page, 'register');

    await press(page, staff.register.button);

    await expectView(page, staff.signIn.title);
    await page.getByText(staff.register.unsure).waitFor();
    await press(page, staff.signIn.button);
    await seeHeading(page, editor.title);
  });

  it('that reached nothing leaves the link as it was', async () => {
    const link = nextLink();
    const desk = await browser.open(portal.origin, {
      screen: 'desktop',
      expectedProblems: [LOST, /status of 401/],
    });
    await addAuthenticator(desk, true);
    await desk.goto(link);
    await desk.route('**/api/staff/register', (each) => each.abort(), { times: 1 });
    await press(desk, staff.register.button);
    await press(desk, staff.card.unsureButton);
    await press(desk, staff.signIn.button);
    await expectProblem(desk, apiErrors.passkey_refused);
    await desk.getByText(staff.card.ifRefused).waitFor();

    await desk.goto('/');
    await registerOfficer(desk, link);
  });
});

describe('signing out without a network', () => {
  it('shows nothing more of a request at once, and says that the session may live on', async () => {
    const desk = await openRequest();
    let reach = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      reach = resolve;
    });
    let lose = (): void => undefined;
    const lost = new Promise<void>((resolve) => {
      lose = resolve;
    });
    await desk.route(
      '**/api/staff/sign-out',
      async (each) => {
        reach();
        await lost;
        await each.abort();
      },
      { times: 1 },
    );

    await press(desk, staff.list.signOut);
    await asked;
    await expectView(desk, staff.signIn.signingOut);
    expect(await desk.getByText(TYPED.words).count()).toBe(0);
    expect(await desk.getByRole('button', { name: staff.list.signOut }).isVisible()).toBe(false);

    lose();
    await expectProblem(desk, staff.signIn.maybeSignedIn(SESSION_IDLE_MINUTES));
    await press(desk, staff.signIn.button);
    await seeHeading(desk, staff.list.title);
    await press(desk, staff.list.signOut);
    await desk.getByText(staff.signIn.signedOut).waitFor();
  });
});
