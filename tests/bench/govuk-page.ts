/** A peer: our guide's own text in a page of govuk-frontend, as its page template and typography ask for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { weighPage } from '../../scripts/page-weight.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import type { PeerPage } from './first-visit.ts';
import { plainMain } from './guide-text.ts';

const folder = join(projectRoot, 'node_modules/govuk-frontend/dist/govuk');

/** The classes that govuk-frontend's typography wants on plain elements. */
const CLASSES: readonly (readonly [string, string])[] = [
  ['h1', 'govuk-heading-l'],
  ['h2', 'govuk-heading-m'],
  ['h3', 'govuk-heading-s'],
  ['p', 'govuk-body'],
  ['a', 'govuk-link'],
  ['ul', 'govuk-list govuk-list--bullet'],
  ['ol', 'govuk-list govuk-list--number'],
];

/** @param guide the HTML of our guide page */
export async function weighGovukPage(guide: string): Promise<PeerPage> {
  return {
    name: 'the same text with govuk-frontend',
    weight: await weighPage('/', govukPage(guide), (path) => readFile(join(folder, path), 'utf8')),
  };
}

/** The page: the guide's main part in govuk-frontend's template. */
export function govukPage(guide: string): string {
  const text = CLASSES.reduce(
    (html, [tag, name]) => html.replaceAll(new RegExp(`<${tag}(?=[\\s>])`, 'g'), `<${tag} class="${name}"`),
    plainMain(guide),
  );
  return `<!DOCTYPE html><html lang="vi" class="govuk-template"><head><meta charset="utf-8"><title>Peer</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><link rel="stylesheet" href="/govuk-frontend.min.css"></head><body class="govuk-template__body"><a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip</a><header class="govuk-template__header"></header><div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">${text}</main></div><footer class="govuk-template__footer"><div class="govuk-footer"></div></footer><script type="module" src="/govuk-frontend.min.js"></script></body></html>`;
}
