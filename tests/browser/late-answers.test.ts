/** An officer is faster than the network: what they no longer wait for must not appear where they are now. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { staff } from '../../words/vi.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { choose, openFirstInquiry, press, registerOfficer, seeHeading, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

let links: string[] = [];

beforeAll(async () => {
  links = await portal.inviteOfficers(3);
  await portal.openDesk();
});

/** A desk's console showing a list of two requests. */
async function openConsole(): Promise<Page> {
  for (let sent = 0; sent < 2; sent++) await sendSealed(portal.origin);
  const desk = await browser.open(portal.origin, { screen: 'desktop' });
  await addAuthenticator(desk, true);
  await registerOfficer(desk, links.pop() ?? '');
  return desk;
}

/** Holds the next answer of this address back until the returned function is called, which waits for its arrival. */
async function holdBack(desk: Page, address: RegExp): Promise<() => Promise<void>> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const arrived = desk.waitForResponse(address);
  await desk.route(
    address,
    async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return async () => {
    letGo();
    await (await arrived).finished();
    // The page's own work on the answer ends with a frame that it may have drawn.
    await desk.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  };
}

const AN_INQUIRY = /\/api\/staff\/inquiries\/[0-9a-f-]+$/;
const A_CONTACT = /\/api\/staff\/inquiries\/[0-9a-f-]+\/contact$/;

it('a request that comes after Back does not take the place of the list', async () => {
  const desk = await openConsole();
  const release = await holdBack(desk, AN_INQUIRY);
  const asked = desk.waitForRequest(AN_INQUIRY);
  const listed = desk.waitForResponse(/\/api\/staff\/inquiries$/);
  await desk
    .getByRole('button', { name: /^Mở yêu cầu/ })
    .first()
    .click();
  await asked;
  await desk.goBack();
  await listed;

  await release();

  await seeHeading(desk, staff.list.title);
  expect(await desk.getByText(TYPED.words).count()).toBe(0);
});

it('a request that comes after signing out is not shown', async () => {
  const desk = await openConsole();
  const release = await holdBack(desk, AN_INQUIRY);
  const asked = desk.waitForRequest(AN_INQUIRY);
  await desk
    .getByRole('button', { name: /^Mở yêu cầu/ })
    .first()
    .click();
  await asked;
  await press(desk, staff.list.signOut);
  await seeHeading(desk, staff.signIn.title);

  await release();

  await seeHeading(desk, staff.signIn.title);
  expect(await desk.getByText(TYPED.words).count()).toBe(0);
});

it('the phone number of one request is not shown under the next one', async () => {
  const desk = await openConsole();
  await openFirstInquiry(desk);
  const release = await holdBack(desk, A_CONTACT);
  const asked = desk.waitForRequest(A_CONTACT);
  await choose(desk, staff.inquiry.reasons['call-as-asked']);
  await press(desk, staff.inquiry.contactOpen);
  await asked;
  await press(desk, staff.inquiry.back);
  await seeHeading(desk, staff.list.title);
  await openFirstInquiry(desk);

  await release();

  await seeHeading(desk, staff.inquiry.title);
  expect(await desk.getByText(TYPED.phone).count()).toBe(0);
});
