/** What a person sees when sending goes wrong: what is acknowledged is stored, and what they typed stays. */
import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCard } from '../../domain/derive.ts';
import { ANSWER_TIMEOUT_MS } from '../../src/client/api.ts';
import { apiErrors, askOnce, receiptMessages, request, requestMessages, trap } from '../../words/vi.ts';
import { earlierSending } from '../../words/vi-earlier-sending.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import {
  changeAnswer,
  choose,
  comeBack,
  expectAccessible,
  fillQuestions,
  fillRequest,
  goToCheck,
  press,
  readReceiptCode,
  readyRequest,
  seeHeading,
  TYPED,
  waitForSealing,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  await portal.openDesk();
});

const SENDING = /\/api\/inquiries$/;
const DESKS = /\/api\/desks$/;
const LOST = /ERR_FAILED|ERR_CONNECTION|Failed to fetch/;

/** The last screen of a filled form, ready to be sent. */
async function ready(options: { javaScript?: boolean; expectedProblems?: RegExp[] } = {}): Promise<Page> {
  const page = await browser.open(portal.origin, options);
  await readyRequest(page, options.javaScript ?? true);
  return page;
}

/** Lets the next sending be stored, and its answer be lost. */
async function loseAnswer(page: Page): Promise<void> {
  await page.route(
    SENDING,
    async (route: Route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}

/** From the check to the other answer about keeping a code, which asks for another consent, and back. */
async function changeOnce(page: Page, consent: string): Promise<void> {
  await changeAnswer(page, askOnce.legend);
  await choose(page, askOnce.label);
  await press(page, request.form.next);
  await seeHeading(page, request.form.consent.title);
  await choose(page, consent);
  await press(page, request.form.next);
  await seeHeading(page, request.form.check.title);
}

async function seeProblem(page: Page, message: string): Promise<void> {
  await page.getByRole('alert').getByText(message).waitFor();
  await expectAccessible(page);
  expect(await page.locator('[name="words"]').inputValue()).toBe(TYPED.words);
}

/** Presses send once more, and comes to a receipt whose code opens the request. */
async function sendAgain(page: Page, hasJavaScript = true): Promise<void> {
  await press(page, request.form.submit);
  const code = await readReceiptCode(page);
  const visit = await browser.open(portal.origin, { javaScript: hasJavaScript });
  await comeBack(visit, code, hasJavaScript);
  await visit.getByText('Đầu mối thử nghiệm').first().waitFor();
}

const countStored = () =>
  portal.reachInto(
    async ({ DB }) => (await DB.prepare('SELECT count(*) AS n FROM inquiry').first<number>('n')) ?? 0,
  );

describe('sending from a browser that seals', () => {
  it('finds its own request when the answer was lost after it was stored', async () => {
    const before = await countStored();
    const page = await ready({ expectedProblems: [LOST] });
    await loseAnswer(page);

    await press(page, request.form.submit);

    await seeProblem(page, requestMessages.failed.network);
    await sendAgain(page);
    await page.locator('[data-slot="earlier"]').waitFor({ state: 'hidden' });
    expect(await countStored()).toBe(before + 1);
  });

  it('tells whoever edits between two attempts that the first one counts', async () => {
    const page = await ready({ expectedProblems: [LOST] });
    await page.getByText(request.form.check.text).waitFor();
    await loseAnswer(page);

    await press(page, request.form.submit);
    await seeProblem(page, requestMessages.failed.network);
    await page.locator('[data-step="check"]').getByText(earlierSending.mayHaveArrived).waitFor();
    expect(await page.locator('#request-page').textContent()).not.toContain('hưa có gì được gửi');

    await changeAnswer(page, request.form.answerBy.legend);
    await choose(page, request.form.answerBy.code);
    await press(page, request.form.next);
    await press(page, request.form.submit);
    await page.getByText(earlierSending.withCode.changed).waitFor();
    await readReceiptCode(page);
    await expectAccessible(page);
  });

  it('draws what stands when keeping a code was chosen or given up between two attempts', async () => {
    const page = await ready({ expectedProblems: [LOST] });
    await loseAnswer(page);
    await press(page, request.form.submit);
    await seeProblem(page, requestMessages.failed.network);
    await changeOnce(page, request.form.consent.readOnce);
    await press(page, request.form.submit);
    await page.getByText(earlierSending.withCode['other-way']).waitFor();
    await readReceiptCode(page);

    const second = await ready({ expectedProblems: [LOST] });
    await changeOnce(second, request.form.consent.readOnce);
    await loseAnswer(second);
    await press(second, request.form.submit);
    await seeProblem(second, requestMessages.failed.network);
    await changeOnce(second, request.form.consent.readWithCode);
    await press(second, request.form.submit);
    await second.getByText(earlierSending.once['other-way']).waitFor();
    await second.getByText(receiptMessages.once.answer.phone).waitFor();
    expect(await second.locator('.code-groups').count()).toBe(0);
    await expectAccessible(second);
  });

  it('says that nothing was sent when the connection was lost before', async () => {
    const page = await ready({ expectedProblems: [LOST] });
    await page.route(DESKS, (route) => route.abort(), { times: 1 });

    await press(page, request.form.submit);

    await seeProblem(page, requestMessages.failed.unsent);
    await sendAgain(page);
  });

  it('stops waiting for an answer that does not come', async () => {
    const page = await browser.open(portal.origin);
    await page.clock.install();
    await fillRequest(page);
    await waitForSealing(page, true);
    const asked = page.waitForRequest(SENDING);
    await page.route(SENDING, () => undefined, { times: 1 });
    await press(page, request.form.submit);
    await asked;

    await page.clock.fastForward(ANSWER_TIMEOUT_MS + 1_000);

    await page.getByRole('alert').getByText(requestMessages.failed.network).waitFor();
    expect(await page.locator('textarea[name="words"]').inputValue()).toBe(TYPED.words);
  });

  it('takes an answer that is none of the portal for no answer', async () => {
    const page = await ready({ expectedProblems: [/status of 502/] });
    const body = '<h1>Bad gateway</h1>';
    await page.route(SENDING, (route) => route.fulfill({ status: 502, contentType: 'text/html', body }), {
      times: 1,
    });

    await press(page, request.form.submit);

    await seeProblem(page, requestMessages.failed.network);
    await sendAgain(page);
  });

  it('sends once when it is pressed twice', async () => {
    const before = await countStored();
    const page = await ready();

    await page.getByRole('button', { name: request.form.submit, exact: true }).dblclick();

    await readReceiptCode(page);
    expect(await countStored()).toBe(before + 1);
  });

  it('seals anew when the desk got another key in between', async () => {
    const page = await ready({ expectedProblems: [/status of 409/] });
    const { recipient } = await deriveFromCard(makeCode());
    await page.route(
      DESKS,
      async (route) => {
        const response = await route.fetch();
        const { desks } = (await response.json()) as { desks: object[] };
        await route.fulfill({ response, json: { desks: desks.map((desk) => ({ ...desk, recipient })) } });
      },
      { times: 1 },
    );

    await press(page, request.form.submit);

    await seeProblem(page, apiErrors.desk_key_changed);
    await sendAgain(page);
  });

  it.each(['2019-01-01T00:00:00Z', '2031-01-01T00:00:00Z'])('works on a clock that says %s', async (time) => {
    const page = await browser.open(portal.origin);
    await page.clock.install({ time });

    await fillRequest(page);
    await waitForSealing(page, true);

    await sendAgain(page);
  });

  it('keeps everything while the portal is away', async () => {
    const page = await ready({ expectedProblems: [LOST] });
    await portal.stop();
    await press(page, request.form.submit);
    await seeProblem(page, requestMessages.failed.unsent);

    await portal.start();

    await sendAgain(page);
  });
});

describe.each([true, false])('sending (JavaScript %s)', (javaScript) => {
  it('that is braked keeps what was typed, and says to try again in a minute', async () => {
    const page = await ready({ javaScript, expectedProblems: [/status of 429/] });
    await page.setExtraHTTPHeaders({ 'CF-Connecting-IP': `203.0.113.${javaScript ? 7 : 8}` });
    const { origin } = portal;
    const headers = {
      origin,
      'content-type': 'application/json',
      'CF-Connecting-IP': `203.0.113.${javaScript ? 7 : 8}`,
    };
    // Until it brakes: the minute that the platform counts may begin anew at any moment.
    let status = 0;
    while (status !== 429)
      ({ status } = await fetch(`${origin}/api/inquiries`, { method: 'POST', headers, body: '{}' }));

    await press(page, request.form.submit);

    await seeProblem(page, apiErrors.slow_down);
  });

  it('with the hidden field filled in is asked for once more, and then stored', async () => {
    const page = await browser.open(portal.origin, {
      javaScript,
      expectedProblems: javaScript ? [] : [/status of 422/],
    });
    await fillQuestions(page);
    await page.locator('input[name="website"]').fill('https://example.org', { force: true });

    if (javaScript) {
      await goToCheck(page);
      await waitForSealing(page, javaScript);
    }
    await press(page, javaScript ? request.form.submit : request.form.check.button);

    await seeProblem(page, trap.sprung);
    expect(await page.locator('input[name="website"]').count()).toBe(0);
    if (!javaScript) await goToCheck(page);
    await sendAgain(page, javaScript);
  });
});
