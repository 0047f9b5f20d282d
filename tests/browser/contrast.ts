/** The contrast of words in states that nobody sees on a page at rest. */
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadAxe } from './axe.ts';
import { withScriptsAllowed } from './browser.ts';

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
 * then have less contrast than WCAG AAA asks for (1.4.6), or whose contrast axe could not tell. Scripts may run meanwhile.
 */
export async function faintInAnyState(page: Page): Promise<string[]> {
  return withScriptsAllowed(page, () => findFaint(page));
}

async function findFaint(page: Page): Promise<string[]> {
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
