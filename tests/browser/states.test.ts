import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow, request, staff } from '../../words/vi.ts';
import { loadAxe } from './axe.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import {
  changeAnswer,
  choose,
  comeBack,
  press,
  proveSaved,
  readReceiptCode,
  readyRequest,
  seeHeading,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

beforeAll(async () => {
  // Without a desk there is nothing to ask.
  await portal.openDesk();
});

/** What answers to a pointer or a finger. */
const controls = 'a, button, input:not([type="hidden"]), select, textarea, summary, .door, .choice';

const states = [['hover'], ['focus', 'focus-visible', 'focus-within', 'active']];

const options = {
  runOnly: { type: 'rule', values: ['color-contrast-enhanced'] },
  resultTypes: ['violations', 'incomplete'],
  checks: {
    'color-contrast-enhanced': {
      // As axe has them, but that the clear layer by which a whole row can be pressed hides nothing.
      options: {
        ignoreUnicode: true,
        ignoreLength: false,
        ignorePseudo: true,
        boldValue: 700,
        boldTextPt: 14,
        largeTextPt: 18,
        contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
        pseudoSizeThreshold: 0.25,
        shadowOutlineEmMax: 0.1,
      },
    },
  },
};

/**
 * Puts every control of the page into each state at once, in light and dark colours, and returns the words that
 * then have less contrast than WCAG AAA asks for (1.4.6), or whose contrast axe could not tell.
 */
async function faintInAnyState(page: Page): Promise<string[]> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('DOM.enable');
  await inspector.send('CSS.enable');
  const { root } = await inspector.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await inspector.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: controls,
  });
  expect(nodeIds.length).toBeGreaterThan(3);
  await loadAxe(page);
  const faint: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const forcedPseudoClasses of states) {
      await Promise.all(
        nodeIds.map((nodeId) => inspector.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses })),
      );
      await page.evaluate(() => scrollTo(0, 0));
      const { violations, incomplete } = (await page.evaluate(
        `axe.run(document, ${JSON.stringify(options)})`,
      )) as AxeResults;
      faint.push(
        ...[...violations, ...incomplete]
          .flatMap(({ nodes }) => nodes)
          .map(
            ({ target, any }) =>
              `${colorScheme}, ${forcedPseudoClasses.join('+')}: ${target.join(' ')}: ${any[0]?.message ?? ''}`,
          ),
      );
    }
  }
  await inspector.detach();
  return faint;
}

describe('words keep 7 : 1 under the pointer, with focus and while pressed, in light and dark', () => {
  it.each([
    '/',
    '/huong-dan/dang-ky-cai-nghien-tu-nguyen/',
    '/huong-dan/dang-ky-tung-buoc/',
    '/phap-luat/thay-doi-2026/',
    '/phap-luat/van-ban/116-2021-nd-cp/',
    '/chien-dich/2024/',
    '/bao-mat/',
    '/danh-ba/?q=quan+hoang+mai',
    '/danh-ba/co-so-cai-nghien-ma-tuy-binh-trieu/',
    '/tim-kiem/?q=chong+danh+toi',
    '/tim-kiem/?q=methadonn+quan+hoang+mai',
    '/loi/500/',
  ])('at %s', async (path) => {
    const page = await browser.open(portal.origin);

    await page.goto(path);

    expect(await faintInAnyState(page)).toEqual([]);
  });

  it('notices words that are too faint', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/loi/500/');
    await page.evaluate(() => document.documentElement.style.setProperty('--press', '#7fa8a3'));

    expect(await faintInAnyState(page)).not.toEqual([]);
  });

  it('in the console before anyone has signed in', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/can-bo/');
    await seeHeading(page, staff.signIn.title);

    expect(await faintInAnyState(page)).toEqual([]);
  });

  it('at each step of asking, with chosen answers and with errors', async () => {
    const page = await browser.open(portal.origin);

    await page.goto('/yeu-cau/');
    await press(page, request.clock.next);
    await page.locator('.error-summary').waitFor();
    expect(await faintInAnyState(page)).toEqual([]);

    await choose(page, request.clock.options.yes);
    await press(page, request.clock.next);
    await seeHeading(page, request.stop.title);
    expect(await faintInAnyState(page)).toEqual([]);

    await readyRequest(page, true);
    await changeAnswer(page, request.form.phone.label);
    await page.getByLabel(request.form.phone.label).fill('1');
    await press(page, request.form.next);
    await page.locator('.error-summary').waitFor();
    expect(await faintInAnyState(page)).toEqual([]);
  });

  it('on the receipt, in the thread and before erasing', async () => {
    const page = await browser.open(portal.origin);

    await readyRequest(page, true);
    await press(page, request.form.submit);
    const code = await readReceiptCode(page);
    expect(await faintInAnyState(page)).toEqual([]);

    await proveSaved(page, code);
    await comeBack(page, code, true);
    await seeHeading(page, follow.statusTitle);
    await press(page, follow.replySubmit);
    await page.locator('.error-summary').waitFor();
    expect(await faintInAnyState(page)).toEqual([]);

    await press(page, follow.withdrawAsk);
    await seeHeading(page, follow.withdrawSure);
    expect(await faintInAnyState(page)).toEqual([]);

    await press(page, follow.withdrawConfirm);
    await seeHeading(page, follow.withdrawnTitle);
    expect(await faintInAnyState(page)).toEqual([]);
  });
});
