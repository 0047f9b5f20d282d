/** A newcomer is handed the desk's key by a colleague, and what a writer in the database makes of that. */
import { beforeAll, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCard } from '../../domain/derive.ts';
import { makeDeskKey, sealKeyTo } from '../../domain/desk-key.ts';
import { fold } from '../../domain/fold.ts';
import { KEY_WORDS } from '../../words/key-words.ts';
import { staff } from '../../words/vi.ts';
import { deskKeys } from '../../words/vi-desk-keys.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { expectProblem, expectView } from './console-views.ts';
import {
  openOfficers,
  pressOfficer,
  readWords,
  registerWithoutSheet,
  registerWithSheet,
  typeWords,
} from './officers.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { openFirstInquiry, press, seeHeading, signIn, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

let links: string[] = [];

beforeAll(async () => {
  links = await portal.inviteOfficers(6);
});

/** A link and the name on it. */
function nextLink(): { link: string; name: string } {
  const name = `Cán bộ thử ${links.length - 1}`;
  return { link: links.pop() ?? '', name };
}

/** Five words of the list that are not the key's. */
const OTHER_WORDS = Array.from({ length: 5 }, () => KEY_WORDS[0]).join(' ');

it('a newcomer without the sheet gets the key by words that both sides type', async () => {
  const { page: holder } = await registerWithSheet(browser, portal.origin, nextLink().link, { width: 320 });
  await sendSealed(portal.origin);
  const { link, name } = nextLink();
  const newcomer = await browser.open(portal.origin, { width: 320 });
  await addAuthenticator(newcomer, true);

  await registerWithoutSheet(newcomer, link);
  await expectView(newcomer, deskKeys.waiting.title);
  const ownWords = await readWords(newcomer);
  await press(newcomer, deskKeys.waiting.button);
  await expectProblem(newcomer, deskKeys.waiting.notYet);

  await openOfficers(holder);
  await expectView(holder, deskKeys.officers.title);
  await holder.getByText(deskKeys.officers.states.waiting).waitFor();
  await pressOfficer(holder, deskKeys.officers.hand, name);
  await expectView(holder, deskKeys.handOver.title(name));
  await typeWords(holder, '', deskKeys.handOver.button);
  await expectProblem(holder, deskKeys.typed.missing);
  for (const [typed, problem] of [
    ['xyz', deskKeys.typed.unknown],
    [`${OTHER_WORDS} ${KEY_WORDS[1]}`, deskKeys.typed.count],
    [OTHER_WORDS, deskKeys.typed.wrong(2)],
  ] as const) {
    await typeWords(holder, typed, deskKeys.handOver.button);
    await holder.getByRole('alert').getByText(problem).waitFor();
  }
  await typeWords(holder, ownWords, deskKeys.handOver.button);
  await expectView(holder, deskKeys.handOver.doneTitle);
  const deskWords = await readWords(holder);
  await press(holder, deskKeys.backToOfficers);
  await holder.getByText(deskKeys.officers.states.unconfirmed).waitFor();
  await press(holder, deskKeys.officers.showWords);
  expect(await readWords(holder)).toBe(deskWords);

  await press(newcomer, deskKeys.waiting.button);
  await expectView(newcomer, deskKeys.confirm.title);
  await typeWords(newcomer, fold(deskWords).replace(/\W/g, ''), deskKeys.confirm.button);
  await seeHeading(newcomer, staff.list.title);
  await openFirstInquiry(newcomer);
  await newcomer.getByText(TYPED.words).waitFor();

  await newcomer.reload();
  await press(newcomer, staff.signIn.button);
  await seeHeading(newcomer, staff.list.title);
});

it('a recipient swapped in the database gives other words, and nothing is handed over', async () => {
  const { page: holder } = await registerWithSheet(browser, portal.origin, nextLink().link);
  const { link, name } = nextLink();
  const newcomer = await browser.open(portal.origin, { screen: 'desktop' });
  await addAuthenticator(newcomer, true);
  const card = await registerWithoutSheet(newcomer, link);
  const ownWords = await readWords(newcomer);
  const { recipient } = await deriveFromCard(card);
  const thief = await deriveFromCard(makeCode());
  await portal.reachInto(({ DB }) =>
    DB.prepare('UPDATE officer_recipient SET recipient = ?2 WHERE recipient = ?1')
      .bind(recipient, thief.recipient)
      .run(),
  );

  await openOfficers(holder);
  await pressOfficer(holder, deskKeys.officers.hand, name);
  for (const left of [2, 1]) {
    await typeWords(holder, ownWords, deskKeys.handOver.button);
    await holder.getByRole('alert').getByText(deskKeys.typed.wrong(left)).waitFor();
  }
  await typeWords(holder, ownWords, deskKeys.handOver.button);

  await holder.getByRole('alert').getByText(deskKeys.alarm.officerWords(name)).waitFor();
  await expectView(holder, staff.alarm.title);
  const grants = await portal.reachInto(({ DB }) =>
    DB.prepare('SELECT count(*) AS n FROM desk_key_grant WHERE recipient = ?1')
      .bind(thief.recipient)
      .first<number>('n'),
  );
  expect(grants).toBe(0);
});

it('a waiting officer who signs in again types the key card to see the words, or stops in red', async () => {
  const desk = await browser.open(portal.origin, { width: 320 });
  await addAuthenticator(desk, true);
  const card = await registerWithoutSheet(desk, nextLink().link);
  const words = await readWords(desk);

  await signIn(desk);
  await expectView(desk, deskKeys.waiting.cardTitle);
  await press(desk, deskKeys.waiting.cardButton);
  await expectProblem(desk, staff.problems.codeMissing);
  await desk.getByLabel(staff.unlock.label).fill(card);
  await press(desk, deskKeys.waiting.cardButton);
  await seeHeading(desk, deskKeys.waiting.title);
  expect(await readWords(desk)).toBe(words);

  await press(desk, deskKeys.waiting.stop);
  await desk.getByRole('alert').getByText(deskKeys.alarm.nobody).waitFor();
});

// Whoever writes the database makes a key, seals it to every recipient that stands there, and calls it the present one.
it('a key that nobody made leads to a question that nobody can answer', async () => {
  const { page: desk } = await registerWithSheet(browser, portal.origin, nextLink().link, { width: 320 });
  await portal.reachInto(async ({ DB }) => {
    const thief = await makeDeskKey();
    const { results } = await DB.prepare('SELECT officer_id, holder, recipient FROM officer_recipient').all<{
      officer_id: string;
      holder: string;
      recipient: string;
    }>();
    await DB.batch([
      DB.prepare("UPDATE desk_key SET retired_at = '2026-01-01T00:00:00.000Z'"),
      DB.prepare(
        "INSERT INTO desk_key (id, desk_id, recipient, created_at) SELECT 'of-a-thief', desk_id, ?1, created_at FROM desk_key LIMIT 1",
      ).bind(thief.recipient),
      ...(await Promise.all(
        results.map(async ({ officer_id, holder, recipient }) =>
          DB.prepare(
            `INSERT INTO desk_key_grant (id, desk_key_id, holder, officer_id, recipient, sealed, tag, created_at)
             VALUES (?1, 'of-a-thief', ?2, ?3, ?4, ?5, x'', '2026-01-01T00:00:00.000Z')`,
          ).bind(crypto.randomUUID(), holder, officer_id, recipient, await sealKeyTo(thief, recipient)),
        ),
      )),
    ]);
  });

  await press(desk, staff.list.refresh);
  await expectView(desk, deskKeys.confirm.title);
  for (const left of [2, 1]) {
    await typeWords(desk, OTHER_WORDS, deskKeys.confirm.button);
    await desk.getByRole('alert').getByText(deskKeys.typed.wrong(left)).waitFor();
  }
  await typeWords(desk, OTHER_WORDS, deskKeys.confirm.button);
  await desk.getByRole('alert').getByText(deskKeys.alarm.deskWords).waitFor();
  await expectView(desk, staff.alarm.title);

  await signIn(desk);
  await seeHeading(desk, deskKeys.confirm.title);
  await press(desk, deskKeys.confirm.stop);
  await desk.getByRole('alert').getByText(deskKeys.alarm.nobody).waitFor();
});
