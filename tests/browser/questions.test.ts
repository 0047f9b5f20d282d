import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCard } from '../../domain/derive.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { footer, request, requestMessages } from '../../words/vi.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import {
  beginRequest,
  changeAnswer,
  choose,
  expectAccessible,
  fillQuestions,
  fillRequest,
  goOn,
  goToCheck,
  press,
  readReceiptCode,
  seeHeading,
  TYPED,
  waitForSealing,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();
const words = request.form;

beforeAll(async () => {
  await portal.openDesk();
  await portal.reachInto(async (env) => {
    for (const [slug, area] of [
      ['thanh-pho', '79'],
      ['thu-do', '01'],
    ] as const) {
      const recovery = await deriveFromCard(makeCode());
      const description = { operator: 'Hư cấu', duty: 'Chỉ để thử.', hours: 'Không có', isDemo: true };
      const name = `Đầu mối ${slug} (hư cấu)`;
      const desk = { slug, name, operatorKind: 'civil', areas: [area], ...description } as const;
      const id = await makeDesk(env.DB, desk, recovery, new Date());
      await addMadeUpOfficer(env, id, recovery, new Date());
    }
  });
});

/** The names of the desks in the order in which they are offered. */
async function offeredDesks(page: Page): Promise<string[]> {
  const labels = await page.locator('[data-step="desk"] label').allInnerTexts();
  return labels.map((label) => /thanh-pho|thu-do|thử nghiệm/.exec(label)?.[0] ?? label);
}

/** Up to the question of the place, which every other one precedes or follows. */
async function walkToPlace(page: Page): Promise<void> {
  await beginRequest(page);
  await choose(page, words.forWhom.self);
  await goOn(page, words.ageBand.legend);
  await choose(page, words.ageBand.unsaid);
  await goOn(page, words.help.legend);
  await goOn(page, words.substances.legend);
  await goOn(page, words.urgency.legend);
  await goOn(page, words.place.title);
}

const screens = [{ screen: 'phone' }, { screen: 'desktop' }] as const;

describe.each(screens)('one question a screen ($screen)', (options) => {
  it('shows each question by itself, named, and every screen without a fault', async () => {
    const page = await browser.open(portal.origin, options);
    await beginRequest(page);
    const shown = async (name: string): Promise<void> => {
      expect(await page.getByRole('group').allInnerTexts()).toHaveLength(1);
      expect(await page.getByRole('group', { name, exact: true }).count()).toBe(1);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      await expectAccessible(page);
    };

    await shown(words.forWhom.legend);
    await choose(page, words.forWhom.relative);
    await goOn(page, words.ageBand.legend);
    await shown(words.ageBand.legend);
    await choose(page, words.ageBand['under-18']);
    await goOn(page, words.under18.title);
    expect(await page.locator('main').getByRole('link', { name: footer.childNumber }).isVisible()).toBe(true);
    await expectAccessible(page);
    await press(page, words.stillAsk);
    await seeHeading(page, words.help.legend);
    await shown(words.help.legend);
    await goOn(page, words.substances.legend);
    await shown(words.substances.legend);
    await goOn(page, words.urgency.legend);
    await expectAccessible(page);
    await choose(page, words.urgency.options.danger);
    await goOn(page, words.danger.title);
    expect(
      await page.locator('main').getByRole('link', { name: footer.emergencyNumber }).first().isVisible(),
    ).toBe(true);
    await expectAccessible(page);
    await press(page, words.stillAsk);
    await seeHeading(page, words.place.title);
    await page.getByText(words.place.relative).waitFor();
    await expectAccessible(page);
    await goOn(page, words.desk.legend);
    await expectAccessible(page);
    await page.getByRole('radio', { name: /thử nghiệm/ }).waitFor();
    await choose(page, 'Đầu mối thử nghiệm');
    await goOn(page, words.answerBy.legend);
    await expectAccessible(page);
    await choose(page, words.answerBy.code);
    await goOn(page, words.words.title);
    await expectAccessible(page);
    await press(page, words.next);
    await page.getByRole('alert').getByText(requestMessages.problems.help).waitFor();
    await expectAccessible(page);
    await page.getByLabel(words.words.label).fill(TYPED.words);
    await goOn(page, words.consent.title);
    expect(await page.getByRole('checkbox').count()).toBe(1);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await expectAccessible(page);
    await press(page, words.next);
    await page.getByRole('alert').getByText(requestMessages.problems.consentRead).waitFor();
    await page.locator('label[for="consentRead"]').click();
    await goOn(page, words.check.title);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

describe('the answers in the browser', () => {
  it('leave no trace before they are sent: no request, title, address, history or storage holds any', async () => {
    const page = await browser.open(portal.origin);
    const asked: string[] = [];
    page.on('request', (sent) => asked.push(`${sent.method()} ${sent.url()} ${sent.postData() ?? ''}`));
    await fillRequest(page);
    await waitForSealing(page, true);

    const kept = await page.evaluate(async () =>
      JSON.stringify([
        history.state,
        document.title,
        location.href,
        { ...localStorage },
        { ...sessionStorage },
        await caches.keys(),
        await indexedDB.databases(),
        document.cookie,
      ]),
    );

    expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
    expect(new Set(asked.map((line) => new URL(line.split(' ')[1] ?? '').search))).toEqual(new Set(['']));
    expect(kept).toBe(
      JSON.stringify([{ at: 12 }, await page.title(), `${portal.origin}/yeu-cau/`, {}, {}, [], [], '']),
    );
  });

  it('are kept by Back and Forward, back to the first question', async () => {
    const page = await browser.open(portal.origin);
    await fillRequest(page);

    for (const heading of [words.consent.title, words.words.title, words.call.title]) {
      await page.goBack();
      await seeHeading(page, heading);
    }
    expect(await page.getByLabel(words.phone.label).inputValue()).toBe(TYPED.phone);
    await page.goForward();
    await seeHeading(page, words.words.title);
    expect(await page.getByLabel(words.words.label).inputValue()).toBe(TYPED.words);
    await page.evaluate(() => history.go(-10));
    await seeHeading(page, request.clock.legend);

    expect(await page.getByLabel(request.clock.options.no).isChecked()).toBe(true);
    await press(page, words.next);
    await seeHeading(page, words.check.title);
  });

  it('can each be changed from the check, which asks what a change makes necessary', async () => {
    const page = await browser.open(portal.origin);
    await fillRequest(page);
    expect(await page.getByRole('link', { name: /^Sửa/ }).count()).toBe(15);

    await changeAnswer(page, words.ageBand.legend);
    await choose(page, words.ageBand['under-18']);
    await goOn(page, words.under18.title);
    await press(page, words.stillAsk);
    await seeHeading(page, words.check.title);
    await changeAnswer(page, request.clock.legend);
    await choose(page, request.clock.options.yes);
    await press(page, request.clock.next);
    await seeHeading(page, request.stop.title);
    await press(page, request.stop.proceed);
    await seeHeading(page, words.check.title);

    const text = await page.locator('dl').innerText();
    expect(text).toContain(words.ageBand['under-18']);
    expect(text).toContain(request.clock.options.yes);
  });

  it('are asked about before they are left, and forgotten after that', async () => {
    const page = await browser.open(portal.origin);
    let isAsked = false;
    await fillRequest(page);
    page.once('dialog', (dialog) => {
      isAsked = dialog.type() === 'beforeunload';
      void dialog.accept();
    });

    await page.reload();

    await seeHeading(page, request.clock.legend);
    expect(isAsked).toBe(true);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await page.content()).not.toContain(TYPED.words);
    await page.goBack();
    await seeHeading(page, request.clock.legend);
  });

  it('lead to the code in sight, however far the first screen was scrolled', async () => {
    const page = await browser.open(portal.origin, { screen: 'phone' });
    await page.goto('/yeu-cau/');
    await page.getByRole('button', { name: request.clock.next }).scrollIntoViewIfNeeded();
    await fillRequest(page);
    await press(page, words.submit);
    await readReceiptCode(page);
    // The screens leave the browser's history after the receipt is drawn.
    await page.waitForFunction(() => history.state === null);

    for (let frame = 0; frame < 2; frame++)
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    const top = (await page.locator('.code-groups').first().boundingBox())?.y;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(740);
  });

  it('are asked for again at the check when one was taken back behind it', async () => {
    const page = await browser.open(portal.origin);
    await fillRequest(page);
    await page.goBack();
    await page.getByLabel(words.consent.readWithCode).uncheck();
    await page.goForward();
    await seeHeading(page, words.check.title);

    await press(page, words.submit);

    await page.getByRole('alert').getByText(requestMessages.problems.consentRead).waitFor();
    await seeHeading(page, words.consent.title);
  });

  it('put the desks of the place first without sending its name', async () => {
    const page = await browser.open(portal.origin);
    await walkToPlace(page);
    const asked: string[] = [];
    page.on('request', (sent) => asked.push(new URL(sent.url()).pathname));

    await page.getByLabel(words.place.label).fill('quan hoang mai');
    await goOn(page, words.desk.legend);
    await page.getByRole('status').getByText('Quận Hoàng Mai').waitFor();

    expect((await offeredDesks(page)).at(-1)).toBe('thanh-pho');
    expect(asked).toEqual(['/yeu-cau/don-vi.json']);
    await expectAccessible(page);
    await press(page, words.back);
    await page.getByLabel(words.place.label).fill('Không Có Nơi Này');
    await goOn(page, words.desk.legend);
    await page.getByRole('status').getByText(words.place.unknown).waitFor();
  });
});

describe('a browser that lacks something', () => {
  it('says that the server seals when it cannot do so itself, and sends all the same', async () => {
    const page = await browser.open(portal.origin, { expectedProblems: [/ERR_FAILED/] });
    await page.route('**/seal-in-browser*', (route) => route.abort());

    await fillRequest(page);
    await page.getByText(requestMessages.sealedByServer).waitFor();
    await expectAccessible(page);
    await press(page, words.submit);

    expect(await readReceiptCode(page)).toMatch(/^[0-9A-Z]{25}$/);
  });

  it('gets the plain page when the questions cannot be fetched', async () => {
    const page = await browser.open(portal.origin, { expectedProblems: [/ERR_FAILED/] });
    await page.route('**/yeu-cau/phan/', (route) => route.abort());

    await fillQuestions(page);

    expect(await page.getByText(words.sealedByServer).isVisible()).toBe(true);
    expect(await page.getByRole('group', { name: words.desk.legend }).isVisible()).toBe(true);
  });
});

describe.each(screens)('the plain page without JavaScript ($screen)', ({ screen }) => {
  const options = { javaScript: false, screen } as const;

  it('puts the desks of the place first and keeps what was typed', async () => {
    const page = await browser.open(portal.origin, options);
    await fillQuestions(page);
    await page.getByLabel(words.place.label).fill('Sài Gòn');

    await press(page, words.place.sort);

    await page.getByRole('status').getByText('Sài Gòn').waitFor();
    expect((await offeredDesks(page)).at(-1)).toBe('thu-do');
    expect(await page.getByLabel(words.words.label).inputValue()).toBe(TYPED.words);
    await expectAccessible(page);
  });

  it('says 115 before it sends anything when there are signs of danger', async () => {
    const page = await browser.open(portal.origin, { ...options, expectedProblems: [/status of 422/] });
    await fillQuestions(page);
    await choose(page, words.urgency.options.danger);

    await press(page, words.check.button);

    await page.getByRole('alert').getByText(requestMessages.problems.urgency).waitFor();
    await seeHeading(page, words.danger.title);
    expect(await page.getByLabel(words.opening.label).inputValue()).toBe(TYPED.opening);
    await expectAccessible(page);
    await goToCheck(page);
    await press(page, words.submit);
    await readReceiptCode(page);
  });

  it('reads every answer once more, each of which can be changed without losing another', async () => {
    const page = await browser.open(portal.origin, { ...options, expectedProblems: [/status of 422/] });
    await fillRequest(page);
    const answered = async (question: string): Promise<string> =>
      page.locator('.check-answers > div').filter({ hasText: question }).locator('dd').first().innerText();
    for (const [question, answer] of [
      [words.forWhom.legend, words.forWhom.relative],
      [words.place.label, TYPED.place],
      [words.phone.label, TYPED.phone],
      [words.opening.label, TYPED.opening],
      [words.words.label, TYPED.words],
    ] as const)
      expect(await answered(question)).toBe(answer);
    expect(await page.getByRole('button', { name: /^Sửa/ }).count()).toBe(15);
    expect(await page.getByText(words.sealedByServer).isVisible()).toBe(true);
    await expectAccessible(page);

    await changeAnswer(page, words.safeHours.label);
    await page.getByText(words.changing.rest).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('safeHours');
    await expectAccessible(page);
    await page.getByLabel(words.safeHours.label).fill('Buổi sáng (thử)');
    await goToCheck(page);
    expect(await answered(words.safeHours.label)).toBe('Buổi sáng (thử)');

    await changeAnswer(page, request.clock.legend);
    await choose(page, request.clock.options.unsure);
    await press(page, request.clock.next);
    await seeHeading(page, request.stop.title);
    await press(page, request.stop.proceed);
    await seeHeading(page, words.check.title);

    expect(await answered(request.clock.legend)).toBe(request.clock.options.unsure);
    expect(await answered(words.words.label)).toBe(TYPED.words);
    expect([page.url(), await page.context().cookies()]).toEqual([`${portal.origin}/yeu-cau/`, []]);
    await changeAnswer(page, words.words.label);
    await page.getByLabel(words.phone.label).fill('1');
    await press(page, words.check.button);
    await page.getByRole('alert').getByText(requestMessages.problems.phone).waitFor();
  });

  it('holds every question, and names what is missing at its field', async () => {
    const page = await browser.open(portal.origin, { ...options, expectedProblems: [/status of 422/] });
    await beginRequest(page);
    for (const name of [
      words.forWhom.legend,
      words.ageBand.legend,
      words.help.legend,
      words.substances.legend,
      words.urgency.legend,
      words.desk.legend,
      words.answerBy.legend,
    ]) {
      expect(await page.getByRole('group', { name, exact: true }).count(), name).toBe(1);
    }
    expect(await page.getByText(words.under18.may).isVisible()).toBe(true);

    await press(page, words.check.button);

    const { problems } = requestMessages;
    for (const field of ['forWhom', 'ageBand', 'help', 'desk', 'answerBy', 'consentRead'] as const) {
      await page.getByRole('alert').getByText(problems[field]).waitFor();
      expect(await page.locator(`#${field}-loi`).innerText()).toContain(problems[field]);
    }
    await expectAccessible(page);
  });
});
