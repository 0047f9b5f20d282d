import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { registrationPath, requestPath } from '../../domain/paths.ts';
import {
  budgetedBytes,
  heaviest,
  overBudget,
  PAGE_BUDGET,
  type WeighedPage,
} from '../../scripts/page-budget.ts';
import { weighPage } from '../../scripts/page-weight.ts';
import { weighBuiltPages } from '../../scripts/weigh-pages.ts';

const root = new URL('../../dist/client/', import.meta.url);
const pages = globSync('**/*.html', { cwd: root });

const readBuilt = (path: string): string => readFileSync(new URL(path.replace(/^\//, ''), root), 'utf8');

describe('the page types on the built Worker', () => {
  let weighed: WeighedPage[] = [];
  beforeAll(async () => {
    weighed = await weighBuiltPages();
  });

  it('keep to the page budget', () => {
    expect(overBudget(weighed)).toEqual([]);
    expect(weighed.filter(({ isPublic }) => isPublic)).toHaveLength(22);
  });

  it('load at most 3 kB of scripts for the steps of registering', () => {
    const steps = weighed.filter(({ path }) => path === registrationPath());
    const bytes = steps.flatMap(({ parts }) => parts.map(({ kind, gzip }) => (kind === 'js' ? gzip : 0)));

    expect(steps).toHaveLength(1);
    expect(bytes.reduce((sum, gzip) => sum + gzip, 0)).toBeLessThanOrEqual(3000);
  });

  // Whoever writes may be on a slow network and in a hurry: the sealing code comes while they answer.
  it('load at most 4 kB of scripts before a request is begun', () => {
    const bytes = weighed
      .filter(({ path }) => path === requestPath())
      .map(({ parts }) => parts.reduce((sum, { kind, gzip }) => sum + (kind === 'js' ? gzip : 0), 0));

    expect(bytes).toHaveLength(2);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(4000);
  });
});

describe.each(pages)('%s', (page) => {
  const html = readBuilt(page);

  it('weighs no more than the page budget with its styles and scripts', async () => {
    const weight = await weighPage(page, html, async (path) => readBuilt(path));

    expect(budgetedBytes(weight), heaviest(weight).join(', ')).toBeLessThanOrEqual(PAGE_BUDGET);
  });

  it('holds no inline script, no inline style and nothing from another site', () => {
    // Data blocks are no scripts: the policy does not concern them.
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)(?! type="application\/ld\+json">)/);
    expect(html).not.toMatch(/<style|\sstyle=/);
    // A canonical link only says an address; nothing is fetched from it.
    const fetched = html.replaceAll(/<link rel="canonical"[^>]*>/g, '');
    expect(fetched).not.toMatch(/<(?:script|link|img)[^>]*\s(?:src|href)="(?:https?:)?\/\//);
  });
});
