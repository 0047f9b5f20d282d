/**
 * The attacker of this file can write anything into the database, and nothing else: no erase key, no desk key, no
 * code. Whatever they write is noticed by whoever reads it, and named.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCode, hashToken } from '../../domain/derive.ts';
import { makeDeskKey, sealGrant } from '../../domain/desk-key.ts';
import { openEnvelope } from '../../domain/envelope.ts';
import { sealMessage } from '../../domain/seal-request.ts';
import { fetchEraseKey, unwrap, wrap } from '../../functions/inquiries/erase-key.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { apiErrors, follow, followMessages, staff } from '../../words/vi.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import {
  answer,
  comeBack,
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

/** The key of the desk that was there first, which these requests are sent to. */
const OF_DEMO = 'WHERE desk_id = (SELECT id FROM desk ORDER BY rowid LIMIT 1)';

beforeAll(async () => {
  links = await portal.inviteOfficers(6);
  await portal.openDesk();
});

/** Writes into the database, where this person's request is then the only one. */
async function tamper(code: string, work: (env: Env) => Promise<unknown>): Promise<void> {
  const { lookup } = await deriveFromCode(code);
  await portal.reachInto(async (env) => {
    const others = `(SELECT id FROM inquiry WHERE lookup_hash <> '${hashToken(lookup)}')`;
    await env.DB.batch([
      env.DB.prepare(`DELETE FROM message WHERE inquiry_id IN ${others}`),
      env.DB.prepare(`DELETE FROM status_event WHERE inquiry_id IN ${others}`),
      env.DB.prepare(`DELETE FROM inquiry WHERE id IN ${others}`),
    ]);
    await work(env);
  });
}

/** The only message, unwrapped. */
async function readMessage(env: Env): Promise<Uint8Array> {
  const row = await env.DB.prepare(
    'SELECT message.id, sealed, inquiry_id, erase_key FROM message JOIN inquiry ON inquiry.id = inquiry_id',
  ).first<{ id: string; sealed: number[]; inquiry_id: string; erase_key: string }>();
  const key = row && (await fetchEraseKey(env.ERASE_KEYS, row.erase_key));
  const sealed =
    row &&
    key &&
    (await unwrap(new Uint8Array(row.sealed), key, {
      inquiry: row.inquiry_id,
      column: `message:${row.id}`,
    }));
  if (!sealed) throw new Error('no message to open');
  return sealed;
}

/** Writes both parts of a grant. */
async function writeGrant(
  db: Env['DB'],
  { id, sealed, tag }: { id: string; sealed: Uint8Array; tag: Uint8Array },
): Promise<void> {
  await db
    .prepare('UPDATE desk_key_grant SET sealed = ?2, tag = ?3 WHERE id = ?1')
    .bind(id, sealed, tag)
    .run();
}

/** A desk's console, registered and showing its list. */
async function openConsole() {
  const desk = await browser.open(portal.origin, { screen: 'desktop' });
  await addAuthenticator(desk, true);
  await registerOfficer(desk, links.pop() ?? '');
  return desk;
}

describe('what is written into the database behind the server', () => {
  it('a genuine answer copied under another id is named', async () => {
    const person = await browser.open(portal.origin);
    const code = await sendSealed(portal.origin);
    const desk = await openConsole();
    await openFirstInquiry(desk);
    await answer(desk, TYPED.answer);
    await tamper(code, async (env) => {
      const { DB } = env;
      const row = await DB.prepare(
        `SELECT message.id, sealed, inquiry_id, erase_key FROM message JOIN inquiry ON inquiry.id = inquiry_id`,
      ).first<{ id: string; sealed: number[]; inquiry_id: string; erase_key: string }>();
      const key = row && (await fetchEraseKey(env.ERASE_KEYS, row.erase_key));
      if (!row || !key) throw new Error('nothing to copy');
      const sealed = await unwrap(new Uint8Array(row.sealed), key, {
        inquiry: row.inquiry_id,
        column: `message:${row.id}`,
      });
      if (!sealed) throw new Error('the answer does not unwrap');
      const id = crypto.randomUUID();
      const wrapped = await wrap(sealed, key, { inquiry: row.inquiry_id, column: `message:${id}` });
      await DB.prepare(
        `INSERT INTO message (id, inquiry_id, sender, sent_hour, sealed)
         VALUES (?1, ?2, 'desk', '2026-01-01T00:00:00Z', ?3)`,
      )
        .bind(id, row.inquiry_id, wrapped)
        .run();
    });

    await comeBack(person, code, true);

    await person.getByText(followMessages.messageProblems.copied).waitFor();
    expect(await person.getByText(TYPED.answer).count()).toBe(1);
  });

  it('a swapped recipient stops the officer from answering to it', async () => {
    const code = await sendSealed(portal.origin);
    const { recipient } = await deriveFromCode(makeCode());
    await tamper(code, ({ DB }) => DB.prepare('UPDATE inquiry SET recipient = ?1').bind(recipient).run());

    const desk = await openConsole();
    await openFirstInquiry(desk);

    await desk.getByRole('alert').getByText(staff.inquiry.problems.recipient).waitFor();
    expect(await desk.getByText(TYPED.words).count()).toBe(0);
    expect(await desk.getByLabel(staff.inquiry.answerLabel).isVisible()).toBe(false);
    await expectAccessible(desk);
  });

  it('a swapped ciphertext is named and not shown', async () => {
    const code = await sendSealed(portal.origin);
    await tamper(code, ({ DB }) => DB.prepare('UPDATE inquiry SET request = contact').run());

    const desk = await openConsole();
    await openFirstInquiry(desk);

    await desk.getByRole('alert').getByText(staff.inquiry.problems.altered).waitFor();
    expect(await desk.getByText(TYPED.words).count()).toBe(0);
  });

  it.each([{ javaScript: true }, { javaScript: false }])(
    'a forged answer is not shown as the desk’s (JavaScript $javaScript)',
    async ({ javaScript }) => {
      const person = await browser.open(portal.origin, { javaScript });
      const code = await sendSealed(portal.origin);
      // The forger even holds the erase key, as whoever runs the deployment can: only the proof is out of reach.
      await tamper(code, async (env) => {
        const [desk] = await listDesks(env.DB, new Date());
        const row = await env.DB.prepare('SELECT id, recipient, erase_key FROM inquiry LIMIT 1').first<{
          id: string;
          recipient: string;
          erase_key: string;
        }>();
        const key = row && (await fetchEraseKey(env.ERASE_KEYS, row.erase_key));
        if (!desk || !row || !key) throw new Error('nothing to forge');
        const id = crypto.randomUUID();
        const { proof } = await deriveFromCode(makeCode());
        const sealed = await sealMessage(
          { id, from: 'desk', text: 'Hãy ra công viên tối nay (lời giả).' },
          { desk, recipient: row.recipient, proof },
        );
        const wrapped = await wrap(sealed, key, { inquiry: row.id, column: `message:${id}` });
        await env.DB.prepare(
          `INSERT INTO message (id, inquiry_id, sender, sent_hour, sealed)
           VALUES (?1, ?2, 'desk', '2026-01-01T00:00:00Z', ?3)`,
        )
          .bind(id, row.id, wrapped)
          .run();
      });

      await comeBack(person, code, javaScript);

      await person.getByText(followMessages.messageProblems.proof).waitFor();
      expect(await person.getByText('lời giả').count()).toBe(0);
      expect(await person.getByText(followMessages.fromDesk).count()).toBe(0);
      await expectAccessible(person);
    },
  );

  it.each([{ javaScript: true }, { javaScript: false }])(
    'a request moved to another desk is named to the person, who is asked for no more words (JavaScript $javaScript)',
    async ({ javaScript }) => {
      const person = await browser.open(portal.origin, { javaScript });
      const code = await sendSealed(portal.origin);
      await tamper(code, async ({ DB }) => {
        const recovery = await deriveFromCode(makeCode());
        const other = await makeDesk(
          DB,
          {
            slug: `dau-moi-gia-${javaScript}`,
            name: 'Đầu mối giả (hư cấu)',
            operatorKind: 'private',
            operator: 'Kẻ giả mạo',
            duty: 'Không có.',
            hours: 'Không có',
            isDemo: true,
          },
          recovery,
          new Date(),
        );
        await DB.prepare('UPDATE inquiry SET desk_id = ?1').bind(other).run();
      });

      await comeBack(person, code, javaScript);

      await person.getByRole('alert').getByText(apiErrors.request_altered).waitFor();
      expect(await person.getByLabel(follow.replyLabel).isVisible()).toBe(false);
      await expectAccessible(person);
    },
  );

  it.each([{ javaScript: true }, { javaScript: false }])(
    'a swapped desk key does not get the later words of a request (JavaScript $javaScript)',
    async ({ javaScript }) => {
      const person = await browser.open(portal.origin, { javaScript });
      const code = await sendSealed(portal.origin);
      const thief = await deriveFromCode(makeCode());
      let deskRecipient = '';
      await tamper(code, async ({ DB }) => {
        const row = await DB.prepare(`SELECT recipient FROM desk_key ${OF_DEMO}`).first<{
          recipient: string;
        }>();
        deskRecipient = row?.recipient ?? '';
        await DB.prepare(`UPDATE desk_key SET recipient = ?1 ${OF_DEMO}`).bind(thief.recipient).run();
      });

      await comeBack(person, code, javaScript);
      await person.getByLabel(follow.replyLabel).fill(TYPED.reply);
      await press(person, follow.replySubmit);
      await person.getByText(followMessages.replySent).waitFor();

      const { identity } = await deriveFromCode(code);
      const envelope = await portal.reachInto(async (env) => {
        const sealed = await readMessage(env);
        await expect(openEnvelope(sealed, thief.identity)).rejects.toThrow();
        await env.DB.prepare(`UPDATE desk_key SET recipient = ?1 ${OF_DEMO}`).bind(deskRecipient).run();
        return openEnvelope(sealed, identity);
      });
      expect(envelope).toMatchObject({ text: TYPED.reply, deskRecipient });
    },
  );

  it('a key swapped in every grant as well stops the console in red', async () => {
    const own: { id: string; sealed: Uint8Array; tag: Uint8Array }[] = [];
    let deskRecipient = '';
    const desk = await openConsole();
    await portal.reachInto(async ({ DB }) => {
      const thief = await makeDeskKey();
      const { results } = await DB.prepare(
        `SELECT g.id, g.recipient, sealed, tag, desk_id
         FROM desk_key_grant AS g JOIN desk_key ON desk_key.id = desk_key_id`,
      ).all<{ id: string; recipient: string; sealed: number[]; tag: number[]; desk_id: string }>();
      deskRecipient =
        (await DB.prepare(`SELECT recipient FROM desk_key ${OF_DEMO}`).first<string>('recipient')) ?? '';
      for (const { id, recipient, sealed, tag, desk_id: deskId } of results) {
        own.push({ id, sealed: new Uint8Array(sealed), tag: new Uint8Array(tag) });
        // The holder's secret, without which nobody can make the tag, is the one thing that the writer lacks.
        const forged = await sealGrant(deskId, thief, { identity: thief.identity, recipient });
        await writeGrant(DB, { id, ...forged });
      }
      await DB.prepare(`UPDATE desk_key SET recipient = ?1 ${OF_DEMO}`).bind(thief.recipient).run();
    });

    await signIn(desk);
    await desk.getByRole('alert').getByText(staff.alarm.forged).waitFor();
    expect(await desk.getByText(staff.list.title).count()).toBe(0);
    await expectAccessible(desk);

    const another = await browser.open(portal.origin, { screen: 'desktop' });
    await addAuthenticator(another, true);
    await another.goto(links.pop() ?? '');
    await press(another, staff.register.button);
    await another.getByRole('alert').getByText(staff.alarm.forged).waitFor();

    await portal.reachInto(async ({ DB }) => {
      await DB.prepare(`UPDATE desk_key SET recipient = ?1 ${OF_DEMO}`).bind(deskRecipient).run();
      for (const grant of own) await writeGrant(DB, grant);
    });
  });

  it('a swapped desk key stops the console in red', async () => {
    const { recipient } = await deriveFromCode(makeCode());
    await portal.reachInto(({ DB }) =>
      DB.prepare(`UPDATE desk_key SET recipient = ?1 ${OF_DEMO}`).bind(recipient).run(),
    );
    const desk = await browser.open(portal.origin, { screen: 'desktop' });
    await addAuthenticator(desk, true);

    await desk.goto(links.pop() ?? '');
    await press(desk, staff.register.button);
    await press(desk, staff.card.button);

    await seeHeading(desk, staff.alarm.title);
    await expectAccessible(desk);
  });
});
