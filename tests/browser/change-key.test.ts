/** A colleague leaves: a new key for later requests, the others hear of it by words, the old one does not come back. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { KEY_WORDS } from '../../words/key-words.ts';
import { apiErrors, followMessages, staff } from '../../words/vi.ts';
import { deskKeys } from '../../words/vi-desk-keys.ts';
import { useBrowser } from './browser.ts';
import { expectProblem, expectView } from './console-views.ts';
import { openOfficers, pressOfficer, readWords, registerWithSheet, typeWords } from './officers.ts';
import { readDemoRecovery, usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { answer, comeBack, openFirstInquiry, press, seeHeading, signIn, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

/** What the recovery sheet in force says; each change makes a new one. */
let recovery = '';

/** Links for the last of so many officers, whose names end with their places, with the sheet in force. */
async function makeLinks(count: number, last: number): Promise<string[]> {
  const links = await portal.inviteOfficers(count);
  recovery ||= await readDemoRecovery(portal.stateDir);
  return links.slice(-last).map((link) => link.replace(/&phuc-hoi=.*/, `&phuc-hoi=${recovery}`));
}

const OTHER_WORDS = Array.from({ length: 5 }, () => KEY_WORDS[0]).join(' ');

/** Every row of a table that a writer in the database may bring back later. */
function readRows(table: string): Promise<Record<string, unknown>[]> {
  return portal.reachInto(async ({ DB }) => (await DB.prepare(`SELECT * FROM ${table}`).all()).results);
}

/** From the view that asks for the old sheet and the card, to the new key. */
async function changeKey(page: Page, card: string, button: string): Promise<void> {
  await page.getByLabel(deskKeys.change.recoveryLabel).fill(recovery);
  // Right after registering the page still knows the card.
  const asked = page.getByLabel(deskKeys.change.cardLabel);
  if (await asked.isVisible()) await asked.fill(card);
  await press(page, deskKeys.change.button);
  await seeHeading(page, deskKeys.sheet.title);
  recovery = (await page.locator('.code-groups').innerText()).replace(/\s/g, '');
  await page.getByLabel(deskKeys.sheet.proofLabel).fill(recovery.slice(-5));
  await press(page, button);
  await seeHeading(page, deskKeys.sheet.doneTitle);
}

it('removes a colleague, who is out at once, by a new key and a new sheet', async () => {
  const [first = '', second = ''] = await makeLinks(3, 2);
  const name = 'Cán bộ thử 2';
  const { page: head, card } = await registerWithSheet(browser, portal.origin, first, { width: 320 });
  const { page: leaver } = await registerWithSheet(browser, portal.origin, second, {
    expectedProblems: [/status of 401/, /status of 401/],
  });

  await signIn(head);
  await openOfficers(head);
  await pressOfficer(head, deskKeys.officers.remove, name);
  await expectView(head, deskKeys.change.removeTitle(name));
  await press(head, deskKeys.change.button);
  await expectProblem(head, staff.problems.codeMissing);
  await head.getByLabel(deskKeys.change.recoveryLabel).fill(card);
  await head.getByLabel(deskKeys.change.cardLabel).fill(recovery);
  await press(head, deskKeys.change.button);
  await head.getByRole('alert').getByText(deskKeys.change.wrongSheet).waitFor();
  await head.getByLabel(deskKeys.change.recoveryLabel).fill(recovery);
  await press(head, deskKeys.change.button);
  await head.getByRole('alert').getByText(staff.unlock.wrong).waitFor();
  await head.getByLabel(deskKeys.change.cardLabel).fill(card);
  await press(head, deskKeys.change.button);
  await expectView(head, deskKeys.sheet.title);
  await press(head, deskKeys.sheet.removeButton(name));
  await expectProblem(head, deskKeys.sheet.proofMissing);
  await press(head, deskKeys.backToOfficers);
  await seeHeading(head, deskKeys.officers.title);
  await pressOfficer(head, deskKeys.officers.remove, name);
  await changeKey(head, card, deskKeys.sheet.removeButton(name));
  await expectView(head, deskKeys.sheet.doneTitle);
  await head.getByText(deskKeys.sheet.doneAlone).waitFor();
  await press(head, deskKeys.backToOfficers);
  await seeHeading(head, deskKeys.officers.title);
  expect(await head.getByText(name).count()).toBe(0);

  await press(leaver, staff.list.refresh);
  await seeHeading(leaver, staff.signIn.title);
  await signIn(leaver);
  await leaver.getByRole('alert').getByText(apiErrors.passkey_refused).waitFor();
});

it('asks the others for the words of a new key, and opens old and new requests with it', async () => {
  const [first = '', second = ''] = await makeLinks(5, 2);
  const { page: head, card } = await registerWithSheet(browser, portal.origin, first);
  const { page: other, card: otherCard } = await registerWithSheet(browser, portal.origin, second, {
    width: 320,
  });
  const code = await sendSealed(portal.origin);
  const oldGrants = await readRows('desk_key_grant');
  await openOfficers(head);
  await press(head, deskKeys.officers.change);
  await changeKey(head, card, deskKeys.sheet.button);

  // The colleague's words, and the key's: wrong ones stop in red.
  await press(other, staff.list.refresh);
  await expectView(other, deskKeys.waiting.cardTitle);
  await other.getByLabel(staff.unlock.label).fill(otherCard);
  await press(other, deskKeys.waiting.cardButton);
  await seeHeading(other, deskKeys.waiting.title);
  await press(head, deskKeys.backToOfficers);
  await seeHeading(head, deskKeys.officers.title);
  await pressOfficer(head, deskKeys.officers.hand, 'Cán bộ thử 4');
  await typeWords(head, await readWords(other), deskKeys.handOver.button);
  await seeHeading(head, deskKeys.handOver.doneTitle);
  await press(other, deskKeys.waiting.button);
  await seeHeading(other, deskKeys.confirm.title);
  for (const left of [2, 1]) {
    await typeWords(other, OTHER_WORDS, deskKeys.confirm.button);
    await other.getByRole('alert').getByText(deskKeys.typed.wrong(left)).waitFor();
  }
  await typeWords(other, OTHER_WORDS, deskKeys.confirm.button);
  await other.getByRole('alert').getByText(deskKeys.alarm.deskWords).waitFor();
  await signIn(other);
  await seeHeading(other, deskKeys.confirm.title);
  await typeWords(other, await readWords(head), deskKeys.confirm.button);
  await seeHeading(other, staff.list.title);

  // The answer to an old request reaches the person under the old key; a new request comes under the new one.
  await openFirstInquiry(other);
  await other.getByText(TYPED.words).waitFor();
  await answer(other, TYPED.answer);
  const person = await browser.open(portal.origin);
  await comeBack(person, code, true);
  await person.getByText(TYPED.answer).waitFor();
  expect(await person.getByText(followMessages.fromDesk).count()).toBe(1);
  await sendSealed(portal.origin);
  await press(other, staff.inquiry.back);
  await openFirstInquiry(other);
  await other.getByText(staff.inquiry.noMessages).waitFor();
  await other.getByText(TYPED.words).waitFor();

  // Whoever kept the old key and writes the database puts it back with its old grants: this browser remembers.
  await portal.reachInto(async ({ DB }) => {
    const putBack = (row: Record<string, unknown>) =>
      DB.prepare(
        `INSERT INTO desk_key_grant (${Object.keys(row).join()})
         VALUES (${Object.keys(row).map((_, at) => `?${at + 1}`)})`,
      ).bind(...Object.values(row).map((value) => (Array.isArray(value) ? new Uint8Array(value) : value)));
    await DB.batch([
      DB.prepare('DELETE FROM earlier_key'),
      DB.prepare('DELETE FROM desk_key_grant'),
      DB.prepare("UPDATE desk_key SET retired_at = '2026-01-01T00:00:00.000Z'"),
      DB.prepare('UPDATE desk_key SET retired_at = NULL WHERE id = ?1').bind(oldGrants[0]?.['desk_key_id']),
      ...oldGrants.map(putBack),
    ]);
  });
  await signIn(other);
  await other.getByRole('alert').getByText(deskKeys.alarm.putBack).waitFor();
  await expectView(other, staff.alarm.title);
});
