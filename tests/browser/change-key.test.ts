/** A colleague leaves: a new key for later requests, the others hear of it by words, the old one does not come back. */
import { beforeAll, expect, it } from 'vitest';
import { KEY_WORDS } from '../../words/key-words.ts';
import { followMessages, staff } from '../../words/vi.ts';
import { deskKeys } from '../../words/vi-desk-keys.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { expectProblem, expectView } from './console-views.ts';
import { openOfficers, pressOfficer, readWords, registerWithSheet, typeWords } from './officers.ts';
import { readDemoRecovery, usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { answer, comeBack, openFirstInquiry, press, seeHeading, signIn, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

let links: string[] = [];

beforeAll(async () => {
  links = await portal.inviteOfficers(5);
});

const OTHER_WORDS = Array.from({ length: 5 }, () => KEY_WORDS[0]).join(' ');

/** Every row of a table that a writer in the database may bring back later. */
function readRows(table: string): Promise<Record<string, unknown>[]> {
  return portal.reachInto(async ({ DB }) => (await DB.prepare(`SELECT * FROM ${table}`).all()).results);
}

it('removes a colleague by a new key, which the others trust after hearing its words', async () => {
  const { page: head, card } = await registerWithSheet(browser, portal.origin, links[1] ?? '', {
    width: 320,
  });
  const { page: other, card: otherCard } = await registerWithSheet(browser, portal.origin, links[2] ?? '');
  const leaver = await browser.open(portal.origin, {
    screen: 'desktop',
    expectedProblems: [/status of 401/, /status of 403/],
  });
  await addAuthenticator(leaver, true);
  await leaver.goto(links[3] ?? '');
  await press(leaver, staff.register.button);
  await press(leaver, staff.card.button);
  await seeHeading(leaver, staff.list.title);
  const code = await sendSealed(portal.origin);
  const person = await browser.open(portal.origin);
  const oldGrants = await readRows('desk_key_grant');
  const oldRecipients = await readRows('officer_recipient');

  // The change, step by step.
  await openOfficers(head);
  await pressOfficer(head, deskKeys.officers.remove, 'Cán bộ thử 3');
  await expectView(head, deskKeys.change.removeTitle('Cán bộ thử 3'));
  await press(head, deskKeys.change.button);
  await expectProblem(head, staff.problems.codeMissing);
  await head.getByLabel(deskKeys.change.recoveryLabel).fill(card);
  await head.getByLabel(deskKeys.change.cardLabel).fill(card);
  await press(head, deskKeys.change.button);
  await expectProblem(head, deskKeys.change.wrongSheet);
  await head.getByLabel(deskKeys.change.recoveryLabel).fill(await readDemoRecovery(portal.stateDir));
  await press(head, deskKeys.change.button);
  await expectView(head, deskKeys.sheet.title);
  const sheet = (await head.locator('.code-groups').innerText()).replace(/\s/g, '');
  await press(head, deskKeys.sheet.removeButton('Cán bộ thử 3'));
  await expectProblem(head, deskKeys.sheet.proofMissing);
  await head.getByLabel(deskKeys.sheet.proofLabel).fill(sheet.slice(-5));
  await press(head, deskKeys.sheet.removeButton('Cán bộ thử 3'));
  await expectView(head, deskKeys.sheet.doneTitle);
  await head.getByText(deskKeys.sheet.doneOthers(1)).waitFor();

  // Who left is out at once and cannot come back.
  await press(leaver, staff.list.refresh);
  await seeHeading(leaver, staff.signIn.title);
  await signIn(leaver);
  await leaver.getByRole('alert').waitFor();
  await seeHeading(leaver, staff.signIn.title);

  // The colleague who stays is asked for words, wrong ones stop in red, right ones open.
  await press(other, staff.list.refresh);
  await expectView(other, deskKeys.waiting.cardTitle);
  await other.getByLabel(staff.unlock.label).fill(otherCard);
  await press(other, deskKeys.waiting.cardButton);
  await seeHeading(other, deskKeys.waiting.title);
  const ownWords = await readWords(other);
  await press(head, deskKeys.backToOfficers);
  await seeHeading(head, deskKeys.officers.title);
  expect(await head.getByText('Cán bộ thử 3').count()).toBe(0);
  await pressOfficer(head, deskKeys.officers.hand, 'Cán bộ thử 2');
  await typeWords(head, ownWords, deskKeys.handOver.button);
  await seeHeading(head, deskKeys.handOver.doneTitle);
  const deskWords = await readWords(head);
  await press(other, deskKeys.waiting.button);
  await seeHeading(other, deskKeys.confirm.title);
  for (let tries = 0; tries < 3; tries += 1) {
    await typeWords(other, OTHER_WORDS, deskKeys.confirm.button);
    await other.getByRole('alert').waitFor();
  }
  await other.getByRole('alert').getByText(deskKeys.alarm.deskWords).waitFor();
  await signIn(other);
  await seeHeading(other, deskKeys.confirm.title);
  await typeWords(other, deskWords, deskKeys.confirm.button);
  await seeHeading(other, staff.list.title);

  // An old request still opens, and its answer reaches the person; a new one goes to the new key.
  await openFirstInquiry(other);
  await other.getByText(TYPED.words).waitFor();
  await answer(other, TYPED.answer);
  await comeBack(person, code, true);
  await person.getByText(TYPED.answer).waitFor();
  expect(await person.getByText(followMessages.fromDesk).count()).toBe(1);
  await sendSealed(portal.origin);
  await press(other, staff.inquiry.back);
  await openFirstInquiry(other);
  await other.getByText(TYPED.words).waitFor();

  // Whoever has the old key and writes the database puts it back with its old grants: this browser remembers.
  await portal.reachInto(async ({ DB }) => {
    const insert = (table: string, row: Record<string, unknown>) =>
      DB.prepare(
        `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row).map((_, at) => `?${at + 1}`)})`,
      ).bind(...Object.values(row).map((value) => (Array.isArray(value) ? new Uint8Array(value) : value)));
    const oldKey = String(oldGrants[0]?.['desk_key_id']);
    await DB.batch([
      DB.prepare('DELETE FROM desk_key_grant'),
      DB.prepare('DELETE FROM officer_recipient'),
      DB.prepare("UPDATE desk_key SET retired_at = '2026-01-01T00:00:00.000Z'"),
      DB.prepare('UPDATE desk_key SET retired_at = NULL WHERE id = ?1').bind(oldKey),
      DB.prepare('DELETE FROM earlier_key'),
      ...oldGrants.map((row) => insert('desk_key_grant', row)),
      ...oldRecipients.map((row) => insert('officer_recipient', row)),
    ]);
  });
  await signIn(other);
  await other.getByRole('alert').getByText(deskKeys.alarm.putBack).waitFor();
  await expectView(other, staff.alarm.title);
});
