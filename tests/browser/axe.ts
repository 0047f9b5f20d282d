import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { withScriptsAllowed } from './browser.ts';

const require = createRequire(import.meta.url);
const { version } = require('axe-core/package.json') as { version: string };

/** Half as long as what the package gives as its source, and it is read anew in each page. */
const source = `${readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')}; undefined`;

const options: RunOptions = {
  runOnly: {
    type: 'tag',
    values: [
      'wcag2a',
      'wcag2aa',
      'wcag2aaa',
      'wcag21a',
      'wcag21aa',
      'wcag21aaa',
      'wcag22a',
      'wcag22aa',
      'wcag22aaa',
      'best-practice',
    ],
  },
  // Off by default in axe, even when their tags are asked for.
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'identical-links-same-purpose': { enabled: true },
    'target-size': { enabled: true },
  },
  resultTypes: ['violations'],
};

/** Brings axe into a page unless it is there. */
export async function loadAxe(page: Page): Promise<void> {
  const loaded = await page.evaluate(() => 'axe' in globalThis);
  if (!loaded) await page.evaluate(source);
}

/**
 * Runs axe, AAA rules included, on the page as it stands, and returns one line for each violated rule and
 * element; none means that axe found nothing.
 *
 * axe reaches the page through the debugging protocol: neither the Content-Security-Policy nor Trusted Types
 * apply to that. Where a test has scripts off, they are on while axe runs, because its timers need them.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const results = await withScriptsAllowed(page, async () => {
    await loadAxe(page);
    // From the top, where the bar that stays in view while scrolling covers nothing.
    await page.evaluate(() => scrollTo(0, 0));
    // A string, because the `axe` meant here is the one in the page, not the one imported above.
    return (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  });
  if (results.testEngine.version !== version) throw new Error('another axe stands in the page');
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')}: ${violation.help} (${node.failureSummary ?? ''})`,
    ),
  );
}
