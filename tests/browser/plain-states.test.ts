/** The states of the forms that few come by: with scripts off each is one posted form away. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCard, deriveFromCode, hashToken } from '../../domain/derive.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { apiErrors, askOnce, follow, request } from '../../words/vi.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { useBrowser, withScriptsAllowed } from './browser.ts';
import { faintInAnyState } from './contrast.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { expectAccessible, press, readyRequest, seeHeading, TYPED } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

type Fields = Record<string, string>;

let deskId = '';

beforeAll(async () => {
  await portal.openDesk();
  deskId = await portal.reachInto(async (env) => (await listDesks(env.DB, new Date()))[0]?.id ?? '');
});

/** Posts a form of the page at this path, as a press on its button does. */
async function post(page: Page, path: string, fields: Fields): Promise<void> {
  await page.goto('/loi/500/');
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await withScriptsAllowed(page, () =>
    page.evaluate(
      ({ action, entries }) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action });
        for (const [name, value] of entries)
          form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
        document.body.append(form);
        form.submit();
      },
      { action: path, entries: Object.entries(fields) },
    ),
  );
  await answered;
  await page.waitForLoadState();
}

const ask = (page: Page, fields: Fields): Promise<void> => post(page, '/yeu-cau/', fields);
const comeWith = (page: Page, fields: Fields): Promise<void> => post(page, '/theo-doi/', fields);

/** A complete request, with other answers where they are given. */
const complete = (changes: Fields = {}): Fields => ({
  step: 'check',
  code: makeCode(),
  resultKnown: 'no',
  forWhom: 'self',
  ageBand: 'adult',
  help: 'talk',
  words: TYPED.words,
  desk: deskId,
  answerBy: 'code',
  consentRead: CONSENT.either,
  ...changes,
});

const open = (...expectedProblems: RegExp[]): Promise<Page> =>
  browser.open(portal.origin, { javaScript: false, expectedProblems });

/** Fails on a fault of the page as it stands, and on words that are faint under the pointer or with focus. */
async function expectClear(page: Page): Promise<void> {
  await expectAccessible(page);
  expect(await faintInAnyState(page)).toEqual([]);
}

/** Takes a table away while the work is done, as a database does that fails. */
async function without(table: string, work: () => Promise<void>): Promise<void> {
  const rename = (from: string, to: string) =>
    portal.reachInto(({ DB }) => DB.prepare(`ALTER TABLE ${from} RENAME TO ${to}`).run());
  await rename(table, `${table}_away`);
  try {
    await work();
  } finally {
    await rename(`${table}_away`, table);
  }
}

/** The request of a code. */
async function withCode(code: string): Promise<string> {
  return `lookup_hash = '${hashToken((await deriveFromCode(code)).lookup)}'`;
}

describe('without a script, in a state that few come by, no rule is broken and no word is faint', () => {
  it('the first question asked again, the form, its check and asking once', async () => {
    const page = await open(/422/);

    await ask(page, { ...complete(), step: 'clock', resultKnown: '' });
    await page.locator('.error-summary').waitFor();
    await expectAccessible(page);

    await ask(page, { step: 'clock', resultKnown: 'no' });
    await seeHeading(page, request.form.title);
    await expectClear(page);

    await ask(page, complete());
    await seeHeading(page, request.form.check.title);
    await expectClear(page);

    await ask(page, complete({ step: 'send', once: 'yes' }));
    await seeHeading(page, askOnce.title);
    await expectClear(page);
  });

  it.each(['request', 'complaint'])(
    'the proof of saving the code of a %s while nothing is known',
    async (of) => {
      const page = await open(/503/);
      const code = makeCode();
      const title = of === 'complaint' ? followActs.complained.savedTitle : request.receipt.savedTitle;

      await without('inquiry', async () => {
        await ask(page, { step: 'saved', of, code, lastGroup: '00000' });
        await page.locator('.error-summary').waitFor();
        expect((await page.locator('.code-groups').innerText()).replace(/\s/g, '')).toBe(code);
        await expectAccessible(page);

        await ask(page, { step: 'saved', of, code, lastGroup: code.slice(-5) });
        await seeHeading(page, title);
        await page.getByText(request.receipt.notClosed).waitFor();
        await expectAccessible(page);
      });

      await ask(page, { step: 'saved', of, code, lastGroup: code.slice(-5) });
      await seeHeading(page, title);
      await expectClear(page);
    },
  );

  it('the acts of whoever comes back, and a thread that is closed', async () => {
    const page = await open();
    const code = await sendSealed(portal.origin);
    for (const [step, title] of [
      ['contact-ask', followActs.contact.title],
      ['data-ask', followActs.data.title],
      ['holding', followActs.holding.title],
      ['complaint-ask', followActs.complaint.title],
    ] as const) {
      await comeWith(page, { step, code });
      await seeHeading(page, title);
      await expectClear(page);
    }

    const row = await withCode(code);
    await portal.reachInto(({ DB }) =>
      DB.batch([
        DB.prepare(`UPDATE inquiry SET closed_hour = received_hour WHERE ${row}`),
        DB.prepare(
          `INSERT INTO status_event (id, inquiry_id, kind, at_hour, reason)
           SELECT '${crypto.randomUUID()}', id, 'closed', received_hour, 'desk' FROM inquiry WHERE ${row}`,
        ),
      ]),
    );
    await comeWith(page, { step: 'open', code });
    await page.getByText(followActMessages.closed.desk(RETENTION_DAYS)).waitFor();
    await expectAccessible(page);
  });

  it('what was done while the thread cannot be shown', async () => {
    const page = await open();
    const code = await sendSealed(portal.origin);
    // The calendar cannot be read from the moment on at which the message is stored.
    await portal.reachInto(({ DB }) =>
      DB.batch([
        DB.prepare('ALTER TABLE holiday RENAME TO holiday_away'),
        DB.prepare(
          `CREATE VIEW holiday AS SELECT date, is_expected FROM holiday_away
           UNION ALL SELECT json('none'), 0 WHERE (SELECT count(*) FROM message) > 0`,
        ),
      ]),
    );

    try {
      await comeWith(page, { step: 'reply', code, messageId: crypto.randomUUID(), text: TYPED.reply });
      await page.getByText(followActs.unshown.text).waitFor();
      await expectClear(page);
    } finally {
      await portal.reachInto(({ DB }) =>
        DB.batch([DB.prepare('DROP VIEW holiday'), DB.prepare('ALTER TABLE holiday_away RENAME TO holiday')]),
      );
    }
    await press(page, followActs.unshown.open);
    await seeHeading(page, follow.statusTitle);
  });

  it('a complaint for which another desk is named than the one that was read of', async () => {
    const page = await open(/422/);
    const code = await sendSealed(portal.origin);
    await portal.reachInto(async (env) => {
      const recovery = await deriveFromCard(makeCode());
      const description = { operator: 'Hư cấu', duty: 'Chỉ để thử.', hours: 'Không có', isDemo: true };
      const desk = { slug: 'dau-moi-khac', name: 'Đầu mối khác thử (hư cấu)' };
      const id = await makeDesk(
        env.DB,
        { ...desk, ...description, operatorKind: 'civil' },
        recovery,
        new Date(),
      );
      await addMadeUpOfficer(env, id, recovery, new Date());
      await env.DB.prepare('UPDATE desk SET takes_complaints = 1 WHERE id = ?1').bind(id).run();
    });

    await comeWith(page, {
      step: 'complaint',
      code,
      newCode: makeCode(),
      to: crypto.randomUUID(),
      text: TYPED.reply,
      consent: CONSENT.complaint,
    });

    await page.getByRole('link', { name: followActMessages.problems.complaintMoved }).waitFor();
    await expectAccessible(page);
  });
});

it('a script that finds its request sent and saved before shows no code, and breaks no rule', async () => {
  const page = await browser.open(portal.origin);
  await page.route(/\/api\/inquiries$/, async (route) => {
    const response = await route.fetch();
    const { receipt } = (await response.json()) as { receipt: object };
    await route.fulfill({ response, json: { receipt: { ...receipt, mayShowCode: false } } });
  });
  await readyRequest(page, true);

  await press(page, request.form.submit);

  await seeHeading(page, request.receipt.beforeTitle);
  expect(await page.locator('.code-groups:visible').count()).toBe(0);
  await expectAccessible(page);
});

// The last ones: they close the desks.
describe('a form whose desk has closed meanwhile', () => {
  it('keeps the answers, whether or not another desk is left', async () => {
    const page = await open(/409|410|422|503/);

    await ask(page, complete({ desk: crypto.randomUUID() }));
    await page.getByRole('alert').getByText(apiErrors.desk_closed).waitFor();
    expect(await page.locator('#words').inputValue()).toBe(TYPED.words);
    await expectAccessible(page);

    const longAgo = `${addDays(localDay(new Date()), -400)}T00:00:00.000Z`;
    await portal.reachInto(({ DB }) =>
      DB.prepare('UPDATE desk SET created_at = ?1, last_opened_at = NULL').bind(longAgo).run(),
    );
    await ask(page, complete());
    await page.getByText(request.closedTitle).waitFor();
    expect(await page.locator('#words').inputValue()).toBe(TYPED.words);
    await expectAccessible(page);
  });
});
