/** Coming back with a code: every act of the person and what the desk sees of it, with and without JavaScript. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCard, deriveFromCode, hashToken } from '../../domain/derive.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { demoDesk, follow, followMessages, receiptMessages, request, staff } from '../../words/vi.ts';
import { deskActs } from '../../words/vi-desk-acts.ts';
import { complaintConsent, followActMessages, followActs, holdingText } from '../../words/vi-follow.ts';
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
const COMPLAINT = 'Cán bộ gọi ngoài giờ đã ghi (lời thử).';

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

const BLAMED = { slug: 'dau-moi-bi-khieu-nai', name: 'Đầu mối bị khiếu nại thử (hư cấu)' };

/** Makes a second desk, open by an officer whom nobody is, and lets the demo desk take complaints. */
function makeBlamedDesk(): Promise<void> {
  return portal.reachInto(async (env) => {
    const { DB } = env;
    const recovery = await deriveFromCard(makeCode());
    const id = await makeDesk(
      DB,
      {
        ...BLAMED,
        operatorKind: 'civil',
        operator: 'Hội thử nghiệm',
        duty: 'Không phải báo cho ai.',
        hours: 'giờ hành chính',
        isDemo: true,
      },
      recovery,
      new Date(),
    );
    await addMadeUpOfficer(env, id, recovery, new Date());
    await DB.prepare(`UPDATE desk SET takes_complaints = 1 WHERE slug <> ?1`).bind(BLAMED.slug).run();
  });
}

/** Puts a recipient into the place of the demo desk's present one. Returns the one that stood there. */
function swapRecipient(recipient: string): Promise<string> {
  return portal.reachInto(async ({ DB }) => {
    const present = `FROM desk_key JOIN desk ON desk.id = desk_id WHERE slug <> '${BLAMED.slug}' AND retired_at IS NULL`;
    const before = await DB.prepare(`SELECT recipient ${present}`).first<string>('recipient');
    await DB.prepare(`UPDATE desk_key SET recipient = ?1 WHERE id IN (SELECT desk_key.id ${present})`)
      .bind(recipient)
      .run();
    return before ?? '';
  });
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
    await press(person, follow.withdrawConfirm);
    await seeHeading(person, follow.withdrawnTitle);
    await person.getByText(day(addDays(localDay(new Date()), 31))).waitFor();
    await expectAccessible(person);

    await comeBack(person, code, javaScript);
    await person.getByText(followMessages.problems.notFound).first().waitFor();
  });
});

describe('where the operator has named a desk for complaints', () => {
  beforeAll(makeBlamedDesk);

  it.each([
    { javaScript: true, screen: 'phone' },
    { javaScript: false, screen: 'desktop' },
  ] as const)(
    'a complaint goes past the desk, agreed to, and is answered ($screen, JavaScript $javaScript)',
    async ({ javaScript, screen }) => {
      const person = await browser.open(portal.origin, {
        javaScript,
        screen,
        ...(javaScript ? {} : { expectedProblems: [/422/] }),
      });
      const { complaint, complained } = followActs;
      const code = await sendSealed(portal.origin, BLAMED.slug);
      await comeBack(person, code, javaScript);
      await seeHeading(person, follow.statusTitle);

      // The desk has a new key by the time the complaint is sent.
      const recipient = await swapRecipient((await deriveFromCode(makeCode())).recipient);
      await press(person, followActs.menu.complaint.label);
      await seeHeading(person, complaint.title);
      await person.getByText(demoDesk.description.duty).waitFor();
      await person.getByText('Đừng viết tên người bán').waitFor();
      await swapRecipient(recipient);
      const box = person.getByRole('checkbox', { name: complaintConsent.text });
      expect(await box.isChecked()).toBe(false);
      await press(person, complaint.submit);
      const { problems } = followActMessages;
      for (const problem of [problems.complaintMissing, problems.complaintConsent])
        await person.getByRole('alert').getByRole('link', { name: problem }).waitFor();
      await expectAccessible(person);
      await person.getByLabel(complaint.label).fill(COMPLAINT);
      await press(person, complaint.submit);
      await person
        .getByRole('group', { name: complaintConsent.legend })
        .getByText(problems.complaintConsent)
        .waitFor();
      expect(await person.getByLabel(complaint.label).inputValue()).toBe(COMPLAINT);
      await choose(person, complaintConsent.text);
      await press(person, complaint.submit);

      await seeHeading(person, complained.title);
      const newCode = (await person.locator('.code-groups').innerText()).replace(/\s/g, '');
      expect(newCode).not.toBe(code);
      const { receipt } = request;
      for (const told of [
        javaScript ? receipt.reloadHere : receipt.reloadServer,
        complained.noAnswer,
        demoDesk.description.duty,
        receipt.inDanger,
      ])
        await person.getByText(told).waitFor();
      expect(await person.getByRole('button', { name: receipt.copy }).isVisible()).toBe(javaScript);
      await expectAccessible(person);
      if (javaScript) {
        let asked = 0;
        person.once('dialog', (dialog) => {
          asked += 1;
          void dialog.dismiss();
        });
        await person.reload({ timeout: 3000 }).catch(() => undefined);
        expect(asked).toBe(1);
      }
      await person.getByLabel(receipt.proofLabel).fill('BBBBB');
      await press(person, receipt.saved);
      await person.getByRole('link', { name: receiptMessages.proof.wrong }).waitFor();
      await seeHeading(person, complained.title);
      await expectAccessible(person);
      await person.getByLabel(receipt.proofLabel).fill(newCode.slice(-5));
      await press(person, receipt.saved);
      await seeHeading(person, complained.savedTitle);

      if (javaScript) await readComplaint(newCode);

      await comeBack(person, newCode, javaScript);
      await seeHeading(person, follow.statusTitle);
      if (javaScript) await person.getByText(TYPED.answer).waitFor();
      await press(person, followActs.own.show);
      await person.getByText(COMPLAINT).waitFor();
      await press(person, followActs.menu.holding.label);
      await seeHeading(person, followActs.holding.title);
      await person.getByText(holdingText.consented(complaintConsent.text)).waitFor();
    },
  );

  /** What the officer is told of a complaint, who then answers it. */
  async function readComplaint(code: string): Promise<void> {
    await forgetOthers(code);
    const desk = await openConsole();
    await openFirstInquiry(desk);
    await desk.getByText(deskActs.complaint(BLAMED.name)).waitFor();
    await desk.getByText(COMPLAINT).waitFor();
    const { dangerRule, clockRule, relativeRule, under18Rule, onceRule } = staff.inquiry;
    for (const rule of [dangerRule, clockRule, relativeRule, under18Rule, onceRule])
      expect(await desk.getByText(rule).isVisible(), rule).toBe(false);
    await expectAccessible(desk);
    await answer(desk, TYPED.answer);
  }
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
