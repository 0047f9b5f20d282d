/** Coming back with a code: every act of the person and what the desk sees of it, with and without JavaScript. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveFromCode, hashToken } from '../../domain/derive.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import { follow, followMessages, staff } from '../../words/vi.ts';
import { deskActs } from '../../words/vi-desk-acts.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import {
  answer,
  choose,
  comeBack,
  expectAccessible,
  openFirstInquiry,
  press,
  registerOfficer,
  seeHeading,
  TYPED,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

const NEW_PHONE = '0900 000 456';
const OPENING = 'Tôi gọi về cuốn sách hư cấu';
const PLACE = 'Phòng tư vấn thử (hư cấu)';
const CORRECTION = 'Em tôi 19 tuổi, không phải 18 (lời thử).';

let links: string[] = [];
beforeAll(async () => {
  links = await portal.inviteOfficers(4);
  await portal.openDesk();
});

async function openConsole(): Promise<Page> {
  const desk = await browser.open(portal.origin, { screen: 'desktop' });
  await addAuthenticator(desk, true);
  await registerOfficer(desk, links.pop() ?? '');
  return desk;
}

/** Leaves this person's request as the only one of the desk. */
async function forgetOthers(code: string): Promise<void> {
  const { lookup } = await deriveFromCode(code);
  await portal.reachInto(async ({ DB }) => {
    const others = `(SELECT id FROM inquiry WHERE lookup_hash <> '${hashToken(lookup)}')`;
    await DB.batch([
      DB.prepare(`DELETE FROM message WHERE inquiry_id IN ${others}`),
      DB.prepare(`DELETE FROM status_event WHERE inquiry_id IN ${others}`),
      DB.prepare(`DELETE FROM inquiry WHERE id IN ${others}`),
    ]);
  });
}

const day = (isoDay: string) => followActMessages.day(isoDay);

describe.each([
  { javaScript: true, screen: 'phone' },
  { javaScript: false, screen: 'desktop' },
] as const)('whoever comes back ($screen, JavaScript $javaScript)', ({ javaScript, screen }) => {
  const open = () =>
    browser.open(portal.origin, { javaScript, screen, ...(javaScript ? {} : { expectedProblems: [/422/] }) });

  it('reads what is new, hides their own words until asked, changes, corrects, keeps and erases', async () => {
    const person = await open();
    const code = await sendSealed(portal.origin);
    await forgetOthers(code);
    const desk = await openConsole();
    await openFirstInquiry(desk);
    await desk.getByLabel(deskActs.referralLabel).fill(PLACE);
    await answer(desk, TYPED.answer);

    await comeBack(person, code, javaScript);
    await person.getByText(followActMessages.unread(1)).waitFor();
    await person.getByText(followActMessages.isNew, { exact: true }).waitFor();
    await person.getByText(followActMessages.acts.referral(PLACE)).waitFor();
    await person.locator('[data-slot="status"]').getByText(followActMessages.referredTo(PLACE)).waitFor();
    expect(await person.content()).not.toContain(TYPED.words);
    await expectAccessible(person);
    await press(person, followActs.own.show);
    await person.getByText(TYPED.words).waitFor();
    await expectAccessible(person);
    await press(person, followActs.own.hide);
    await person.getByRole('button', { name: followActs.own.show }).waitFor();
    expect(await person.content()).not.toContain(TYPED.words);

    await press(person, followActs.menu.contact.label);
    await seeHeading(person, followActs.contact.title);
    await press(person, followActs.contact.submit);
    await person.getByRole('link', { name: followActMessages.problems.answerBy }).waitFor();
    await expectAccessible(person);
    await choose(person, followActs.contact.phone);
    await person.getByLabel(followActs.contact.phoneLabel).fill(NEW_PHONE);
    await person.getByLabel(followActs.contact.openingLabel).fill(OPENING);
    await choose(person, followActs.contact.consent);
    await press(person, followActs.contact.submit);
    await person.getByText(followActMessages.contactSent, { exact: true }).waitFor();
    expect(await person.content()).not.toContain(NEW_PHONE);

    await press(person, followActs.menu.data.label);
    await seeHeading(person, followActs.data.title);
    const today = localDay(new Date());
    await person
      .getByText(day(addDays(today, 10)))
      .first()
      .waitFor();
    await choose(person, followActMessages.requests.correct);
    await press(person, followActs.data.submit);
    await person.getByRole('link', { name: followActMessages.problems.correctionMissing }).waitFor();
    await expectAccessible(person);
    await person.getByLabel(followActs.data.label).fill(CORRECTION);
    await press(person, followActs.data.submit);
    await person.getByText(followActMessages.requestSent).waitFor();
    await person.getByText(followActMessages.doneBy(day(addDays(today, 10)))).waitFor();
    await expectAccessible(person);

    await press(desk, staff.inquiry.back);
    await openFirstInquiry(desk);
    await desk.getByText(deskActs.fromPersonActs.correction).waitFor();
    await desk.getByText(CORRECTION).waitFor();
    await desk.getByText(deskActs.states.due(day(addDays(today, 10)))).waitFor();
    await expectAccessible(desk);
    await choose(desk, staff.inquiry.reasons['call-as-asked']);
    await press(desk, staff.inquiry.contactOpen);
    await desk.getByText(NEW_PHONE).waitFor();
    await desk.getByText(OPENING).waitFor();
    await choose(desk, deskActs.settles.options.done);
    await answer(desk, TYPED.answer);
    await desk.getByText(deskActs.states.done(day(today))).waitFor();
    await press(desk, deskActs.closeButton);
    await desk.getByText(deskActs.closed).waitFor();
    await expectAccessible(desk);

    await comeBack(person, code, javaScript);
    await person.getByText(followActMessages.closed.desk(RETENTION_DAYS)).waitFor();
    await person.getByText(followActMessages.doneOn(day(today))).waitFor();
    await person.getByText(followActMessages.openedFor(staff.inquiry.reasons['call-as-asked'])).waitFor();
    await press(person, followActs.menu.holding.label);
    await seeHeading(person, followActs.holding.title);
    const held = await person.getByRole('group', { name: followActs.holding.textLabel }).innerText();
    for (const words of [TYPED.words, NEW_PHONE, OPENING, CORRECTION, TYPED.answer, PLACE])
      expect(held).toContain(words);
    expect(held).not.toContain(TYPED.phone);
    expect((await person.content()).replaceAll(/value="[^"]*"/g, '')).not.toContain(code);
    await expectAccessible(person);
    const downloading = person.waitForEvent('download');
    await press(person, followActs.holding.save);
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(followActMessages.fileName);
    // A form feed of the screen is no line of the file.
    expect((await readFile(await download.path(), 'utf8')).trim()).toBe(held.trim());
    await press(person, followActs.back);
    await seeHeading(person, follow.statusTitle);

    await person.getByLabel(follow.replyLabel).fill(TYPED.reply);
    await press(person, follow.replySubmit);
    await person.getByText(followMessages.replySent).waitFor();
    expect(await person.getByText(followActMessages.closed.desk(RETENTION_DAYS)).count()).toBe(0);

    expect([
      new URL(person.url()).pathname,
      new URL(person.url()).search,
      new URL(person.url()).hash,
    ]).toEqual(['/theo-doi/', '', '']);
    expect(await person.title()).not.toContain(code);
  });

  it('is told that there is nowhere else to complain, and what the law offers', async () => {
    const person = await browser.open(portal.origin, { javaScript, screen });
    const code = await sendSealed(portal.origin);

    await comeBack(person, code, javaScript);
    await press(person, followActs.menu.complaint.label);

    await person.getByText(followActs.complaint.none).waitFor();
    await person.getByText(followActs.complaint.rights[0]).waitFor();
    expect(await person.getByRole('button', { name: followActs.complaint.submit }).count()).toBe(0);
    await expectAccessible(person);
  });

  it('erases in one step from the first screen, after one question', async () => {
    const person = await browser.open(portal.origin, {
      javaScript,
      screen,
      expectedProblems: [/404/],
    });
    const code = await sendSealed(portal.origin);
    await comeBack(person, code, javaScript);
    await person.goto('/theo-doi/');
    await person.getByText(javaScript ? followMessages.openedHere : follow.openedByServer).waitFor();
    await expectAccessible(person);
    await person.getByLabel(follow.codeLabel).fill(code.toLowerCase());
    await press(person, followActs.eraseFirst.button);
    await seeHeading(person, follow.withdrawSure);
    await expectAccessible(person);
    // Whoever would not open it is shown nothing of it by keeping it either.
    await person.getByText(follow.withdrawKeep).click();
    await seeHeading(person, follow.title);
    await person.getByText(javaScript ? followMessages.openedHere : follow.openedByServer).waitFor();
    await person.getByLabel(follow.codeLabel).fill(code);
    await press(person, followActs.eraseFirst.button);
    await seeHeading(person, follow.withdrawSure);
    await press(person, follow.withdrawConfirm);
    await seeHeading(person, follow.withdrawnTitle);
    await person.getByText(day(addDays(localDay(new Date()), 31))).waitFor();
    await expectAccessible(person);

    await comeBack(person, code, javaScript);
    await person.getByText(followMessages.problems.notFound).first().waitFor();
  });
});

it('opens on the server when the views cannot be fetched', async () => {
  const person = await browser.open(portal.origin, { expectedProblems: [/ERR_FAILED/] });
  await person.route('**/theo-doi/phan/', (route) => route.abort());
  const code = await sendSealed(portal.origin);

  await comeBack(person, code, false);

  await seeHeading(person, follow.statusTitle);
});

// The attacker can write anything into the database and even holds the erase key, but neither a code nor a desk's key.
describe('an earlier number put back into the database', () => {
  it('is refused by the console', async () => {
    const person = await browser.open(portal.origin);
    const code = await sendSealed(portal.origin);
    await forgetOthers(code);
    const contact = await portal.reachInto(({ DB }) =>
      DB.prepare('SELECT contact FROM inquiry').first<number[]>('contact'),
    );
    await comeBack(person, code, true);
    await press(person, followActs.menu.contact.label);
    await choose(person, followActs.contact.code);
    await press(person, followActs.contact.submit);
    await person.getByText(followActMessages.contactSent, { exact: true }).waitFor();
    await portal.reachInto(({ DB }) =>
      DB.prepare('UPDATE inquiry SET contact = ?1')
        .bind(new Uint8Array(contact ?? []))
        .run(),
    );

    const desk = await openConsole();
    await openFirstInquiry(desk);
    await desk.getByText(deskActs.fromPersonActs.changesContact).waitFor();
    await choose(desk, staff.inquiry.reasons['call-as-asked']);
    await press(desk, staff.inquiry.contactOpen);

    await desk.getByText(staff.inquiry.problems.outdated).waitFor();
    expect(await desk.content()).not.toContain(TYPED.phone);
    await expectAccessible(desk);
  });
});
