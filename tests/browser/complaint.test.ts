import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCard, deriveFromCode, hashToken } from '../../domain/derive.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { demoDesk, follow, receiptMessages, request, staff } from '../../words/vi.ts';
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
