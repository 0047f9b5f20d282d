/** What a person who comes back is told when an act fails on the way: only what is sure; and pressing again is safe. */
import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveFromCode, hashToken } from '../../domain/derive.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { apiErrors, follow, followMessages, unsentReply } from '../../words/vi.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { choose, comeBack, expectAccessible, press, seeHeading, TYPED, waitForSealing } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  await portal.openDesk();
});

const LOST = /ERR_FAILED|Failed to fetch/;

/** The next call of this route never reaches the server. */
function cutBefore(page: Page, route: string): Promise<unknown> {
  return page.route(`**/api/inquiries/${route}`, (each) => each.abort(), { times: 1 });
}

/** The next call of this route reaches the server; its answer is lost. */
function cutAfter(page: Page, route: string): Promise<unknown> {
  const loseAnswer = async (each: Route): Promise<void> => {
    await each.fetch();
    await each.abort();
  };
  return page.route(`**/api/inquiries/${route}`, loseAnswer, { times: 1 });
}

async function hear(page: Page, sentence: string): Promise<void> {
  await page.getByRole('alert').getByText(sentence, { exact: true }).waitFor();
}

/** How many messages and contact changes stand in the thread of a code; null when it is erased. */
async function stored(code: string): Promise<{ messages: number; changes: number } | null> {
  const lookupHash = hashToken((await deriveFromCode(code)).lookup);
  return portal.reachInto(({ DB }) =>
    DB.prepare(
      `SELECT (SELECT count(*) FROM message WHERE inquiry_id = inquiry.id) AS messages,
         (SELECT count(*) FROM status_event WHERE inquiry_id = inquiry.id AND kind = 'contact-changed') AS changes
       FROM inquiry WHERE lookup_hash = ?1`,
    )
      .bind(lookupHash)
      .first<{ messages: number; changes: number }>(),
  );
}

const countWithdrawn = () =>
  portal.reachInto(
    async ({ DB }) =>
      (await DB.prepare('SELECT sum(withdrawn) AS n FROM desk_month').first<number>('n')) ?? 0,
  );

async function opened(alsoExpected: RegExp[] = []): Promise<{ page: Page; code: string }> {
  const code = await sendSealed(portal.origin);
  const page = await browser.open(portal.origin, { expectedProblems: [LOST, ...alsoExpected] });
  await comeBack(page, code, true);
  await seeHeading(page, follow.statusTitle);
  return { page, code };
}

describe('an act whose connection is lost', () => {
  it('a reply: the page says what is sure, and pressing again leaves one message', async () => {
    const { page, code } = await opened();
    const field = page.getByLabel(follow.replyLabel);
    await field.fill(TYPED.reply);

    await cutBefore(page, 'messages');
    await press(page, follow.replySubmit);
    await hear(page, followFailures.reply.network);
    await expectAccessible(page);
    expect([await field.inputValue(), await stored(code)]).toEqual([
      TYPED.reply,
      { messages: 0, changes: 0 },
    ]);

    await cutAfter(page, 'messages');
    await press(page, follow.replySubmit);
    await expect.poll(() => stored(code)).toEqual({ messages: 1, changes: 0 });
    await hear(page, followFailures.reply.network);

    // This time it is stored and acknowledged; only the thread cannot be fetched.
    await cutBefore(page, 'open');
    await press(page, follow.replySubmit);
    await hear(page, followFailures.reply.unshown);

    await press(page, follow.replySubmit);
    await page.getByText(followMessages.replySent, { exact: true }).waitFor();
    expect(await stored(code)).toEqual({ messages: 1, changes: 0 });
  });

  it('a reply that was mended before it was sent again: both stand', async () => {
    const { page, code } = await opened();
    await page.getByLabel(follow.replyLabel).fill(TYPED.reply);
    await cutAfter(page, 'messages');
    await press(page, follow.replySubmit);
    await hear(page, followFailures.reply.network);

    await page.getByLabel(follow.replyLabel).fill(`${TYPED.reply} (sửa)`);
    await press(page, follow.replySubmit);

    await page.getByText(followMessages.replySent, { exact: true }).waitFor();
    expect(await stored(code)).toEqual({ messages: 2, changes: 0 });
  });

  it('a changed contact and a request about data: once each', async () => {
    const { page, code } = await opened();
    await press(page, followActs.menu.contact.label);
    await seeHeading(page, followActs.contact.title);
    await expectAccessible(page);
    await choose(page, followActs.contact.code);
    await cutAfter(page, 'contact');
    await press(page, followActs.contact.submit);
    await hear(page, followFailures.contact.network);
    await press(page, followActs.contact.submit);
    await page.getByText(followActMessages.contactSent, { exact: true }).waitFor();

    await press(page, followActs.menu.data.label);
    await seeHeading(page, followActs.data.title);
    await expectAccessible(page);
    await choose(page, followActMessages.requests.see);
    await cutAfter(page, 'messages');
    await press(page, followActs.data.submit);
    await hear(page, followFailures.data.network);
    await press(page, followActs.data.submit);
    await page.getByText(followActMessages.requestSent, { exact: true }).waitFor();

    expect(await stored(code)).toEqual({ messages: 2, changes: 1 });
  });

  it('a withdrawal: pressing again erases once, and says so', async () => {
    const { page, code } = await opened([/404/]);
    const before = await countWithdrawn();
    await press(page, follow.withdrawAsk);
    await seeHeading(page, follow.withdrawSure);

    await cutBefore(page, 'withdraw');
    await press(page, follow.withdrawConfirm);
    await hear(page, followFailures.withdraw.network);
    expect(await stored(code)).not.toBeNull();

    await cutAfter(page, 'withdraw');
    await press(page, follow.withdrawConfirm);
    await expect.poll(() => stored(code)).toBeNull();
    await hear(page, followFailures.withdraw.network);
    await expectAccessible(page);

    await press(page, follow.withdrawConfirm);
    await seeHeading(page, follow.withdrawnTitle);
    await page.getByText(followActMessages.day(addDays(localDay(new Date()), 31))).waitFor();
    expect(await countWithdrawn()).toBe(before + 1);
  });

  it('a withdrawal from the first screen: where the code was never opened, nothing is called erased', async () => {
    const code = await sendSealed(portal.origin);
    const page = await browser.open(portal.origin, { expectedProblems: [LOST, /404/] });
    await page.goto('/theo-doi/');
    await waitForSealing(page, true);
    await page.getByLabel(follow.codeLabel).fill(code);
    await press(page, followActs.eraseFirst.button);
    await seeHeading(page, follow.withdrawSure);
    await cutAfter(page, 'withdraw');
    await press(page, follow.withdrawConfirm);
    await hear(page, followFailures.withdraw.network);

    await press(page, follow.withdrawConfirm);

    await hear(page, followFailures.withdraw.nothingLeft);
    expect(await stored(code)).toBeNull();
  });

  it('opening: the code stays, and opening again works', async () => {
    const code = await sendSealed(portal.origin);
    const page = await browser.open(portal.origin, { expectedProblems: [LOST] });
    await page.goto('/theo-doi/');
    await waitForSealing(page, true);
    await page.getByLabel(follow.codeLabel).fill(code);
    await cutBefore(page, 'open');
    await press(page, follow.open);
    await hear(page, followFailures.opening.network);
    await expectAccessible(page);

    await press(page, follow.open);

    await seeHeading(page, follow.statusTitle);
  });
});

describe('an act that cannot be sealed', () => {
  it('is told to have stayed in the browser', async () => {
    const code = await sendSealed(portal.origin);
    const page = await browser.open(portal.origin);
    await comeBack(page, code, true);
    await page.getByLabel(follow.replyLabel).fill(TYPED.reply);
    let posts = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/messages')) posts += 1;
    });
    await page.evaluate(() => {
      const refuse = (): never => {
        throw new Error('no randomness');
      };
      Object.defineProperty(crypto, 'getRandomValues', { value: refuse, configurable: true });
    });

    await press(page, follow.replySubmit);

    await hear(page, followFailures.reply.unsealed);
    expect([posts, await page.getByLabel(follow.replyLabel).inputValue()]).toEqual([0, TYPED.reply]);
    await page.evaluate(() => Reflect.deleteProperty(crypto, 'getRandomValues'));
    await press(page, follow.replySubmit);
    await page.getByText(followMessages.replySent, { exact: true }).waitFor();
  });
});

describe('without JavaScript', () => {
  it('a message that the database did not take waits in the page', async () => {
    const code = await sendSealed(portal.origin);
    const page = await browser.open(portal.origin, {
      javaScript: false,
      screen: 'desktop',
      expectedProblems: [/503/],
    });
    await comeBack(page, code, false);
    await page.getByLabel(follow.replyLabel).fill(TYPED.reply);
    await portal.reachInto(({ DB }) => DB.prepare('ALTER TABLE holiday RENAME TO holiday_away').run());
    try {
      await press(page, follow.replySubmit);
      await seeHeading(page, unsentReply.title);
      await hear(page, apiErrors.storage_unavailable);
      await expectAccessible(page);
    } finally {
      await portal.reachInto(({ DB }) => DB.prepare('ALTER TABLE holiday_away RENAME TO holiday').run());
    }

    await press(page, unsentReply.again);

    await page.getByText(followMessages.replySent, { exact: true }).waitFor();
    expect(await stored(code)).toEqual({ messages: 1, changes: 0 });
  });
});

describe('on a phone whose clock is years off', () => {
  it.each(['2019-03-01T00:00:00Z', '2031-03-01T00:00:00Z'])(
    'days are those of the server: %s',
    async (time) => {
      const code = await sendSealed(portal.origin);
      const daysOff = await portal.reachInto(async ({ DB }) => {
        const { results } = await DB.prepare('SELECT date, is_expected AS isExpected FROM holiday').all<{
          date: string;
          isExpected: number;
        }>();
        return results.map(({ date, isExpected }) => ({ date, isExpected: isExpected === 1 }));
      });
      const page = await browser.open(portal.origin);
      await page.clock.install({ time });
      await comeBack(page, code, true);
      await press(page, followActs.menu.data.label);
      await seeHeading(page, followActs.data.title);
      const { day } = followActMessages;
      const today = localDay(new Date());
      const days = page.locator('[data-slot="days"]');

      const shown = await days.innerText();
      expect(shown).toContain(followActMessages.firstBy(day(addWorkingDays(today, 2, daysOff))));
      expect(shown).toContain(day(addDays(today, 10)));
      expect(shown).not.toContain(time.slice(0, 4));

      await press(page, followActs.back);
      await press(page, followActs.menu.holding.label);
      const held = await page.getByRole('group', { name: followActs.holding.textLabel }).innerText();
      expect(held).toContain(`ngày ${day(today)}`);
      expect(held).not.toContain(time.slice(0, 4));

      await press(page, followActs.back);
      await press(page, follow.withdrawAsk);
      await press(page, follow.withdrawConfirm);
      await seeHeading(page, follow.withdrawnTitle);
      const gone = await page.locator('[data-slot="gone"]').innerText();
      expect(gone).toContain(day(addDays(today, 31)));
      expect(gone).not.toContain(time.slice(0, 4));
    },
  );
});
