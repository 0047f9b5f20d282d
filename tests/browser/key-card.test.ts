import { beforeAll, describe, expect, it } from 'vitest';
import { staff } from '../../words/vi.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import {
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
  links = await portal.inviteOfficers(6);
  await portal.openDesk();
});
const nextLink = () => links.pop() ?? '';

describe('an officer whose passkey has no PRF', () => {
  it('is told so, and opens the desk with the key card', async () => {
    const link = nextLink();
    const desk = await browser.open(portal.origin, { screen: 'desktop' });
    await addAuthenticator(desk, false);
    await sendSealed(portal.origin);

    await desk.goto(link);
    await expectAccessible(desk);
    await press(desk, staff.register.button);
    await seeHeading(desk, staff.card.title);
    await desk.getByText(staff.card.noPrf).waitFor();
    await expectAccessible(desk);
    const card = (await desk.locator('.code-groups').innerText()).replace(/\s/g, '');
    await press(desk, staff.card.button);
    await seeHeading(desk, staff.list.title);
    await press(desk, staff.list.signOut);
    await seeHeading(desk, staff.signIn.title);

    await signIn(desk);
    await seeHeading(desk, staff.unlock.title);
    await expectAccessible(desk);
    await desk.getByLabel(staff.unlock.label).fill('XMCSN-QBJ64-078GX-FKBGG-51RVC');
    await press(desk, staff.unlock.button);
    await desk.getByRole('alert').getByText(staff.unlock.wrong).waitFor();
    await desk.getByLabel(staff.unlock.label).fill(card.toLowerCase());
    await press(desk, staff.unlock.button);

    await seeHeading(desk, staff.list.title);
    await openFirstInquiry(desk);
    await desk.getByText(TYPED.words).waitFor();
  });
});

describe('an officer with PRF', () => {
  it('signs in again after a reload without the card', async () => {
    const desk = await browser.open(portal.origin, { screen: 'desktop' });
    await addAuthenticator(desk, true);
    await registerOfficer(desk, nextLink());

    await desk.reload();
    await seeHeading(desk, staff.signIn.title);
    await expectAccessible(desk);
    await signIn(desk);

    await seeHeading(desk, staff.list.title);
  });

  it('keeps the secrets of the link out of the address and the history', async () => {
    const desk = await browser.open(portal.origin, { screen: 'desktop' });
    await addAuthenticator(desk, true);

    await desk.goto(nextLink());
    await seeHeading(desk, staff.register.title);

    expect(desk.url()).toBe(`${portal.origin}/can-bo/`);
  });
});

describe('a console that nobody touches for half an hour', () => {
  it('forgets the key and asks to sign in again', async () => {
    const desk = await browser.open(portal.origin, { screen: 'desktop' });
    await addAuthenticator(desk, true);
    await desk.clock.install();
    await registerOfficer(desk, nextLink());

    await desk.clock.fastForward('29:00');
    await seeHeading(desk, staff.list.title);
    await desk.clock.fastForward('02:00');

    await seeHeading(desk, staff.signIn.title);
  });
});

describe('a one-time link', () => {
  it('says what to do when it has been used', async () => {
    const link = nextLink();
    const desk = await browser.open(portal.origin, {
      screen: 'desktop',
      expectedProblems: [/status of 410/],
    });
    await addAuthenticator(desk, true);
    await registerOfficer(desk, link);

    await desk.goto('/');
    await desk.goto(link);

    await desk.getByRole('alert').waitFor();
    expect(await desk.getByRole('alert').innerText()).toContain('Liên kết này đã dùng');
  });

  it('asks for the recovery code when the link holds none, and names a wrong one', async () => {
    const link = nextLink();
    const desk = await browser.open(portal.origin, { screen: 'phone' });
    await addAuthenticator(desk, true);

    await desk.goto(link.replace(/&phuc-hoi=.*/, ''));
    await desk.getByLabel(staff.register.recoveryLabel).fill('XMCSN-QBJ64-078GX-FKBGG-51RVC');
    await press(desk, staff.register.button);

    await desk.getByRole('alert').getByText(staff.problems.recovery).waitFor();
    await expectAccessible(desk);
  });
});
