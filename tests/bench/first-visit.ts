/** Bytes and requests of a first visit to each page type, beside the same text in the peers' pages. */
import { budgetedBytes, PAGE_BUDGET, type WeighedPage } from '../../scripts/page-budget.ts';
import type { PageWeight } from '../../scripts/page-weight.ts';
import type { Measurement, Section } from './measurement.ts';

/** A page built with another project, and its name. */
export interface PeerPage {
  name: string;
  weight: PageWeight;
}

/**
 * Figures of every page type; the guide, whose text the peers repeat, as a ratio to each.
 *
 * @param notMeasured peers that could not be built, each with the reason
 */
export function firstVisitSection(
  pages: readonly WeighedPage[],
  peers: readonly PeerPage[],
  notMeasured: string[] = [],
): Section {
  const guide = pages.find(({ name }) => name === 'guide');
  return {
    title: 'First visit',
    how: `HTML, CSS and JavaScript that a browser without a cache fetches before the page is whole, compressed by Node (gzip level 6, Brotli quality 5), without headers. Requests count the icon too. The budget is ${PAGE_BUDGET} bytes in gzip for public pages. "later" is what scripts fetch afterwards by \`import()\`: on the request page the questions once the person begins, the sealing once the first is answered. The peers are our guide's text on a page of their own markup, styles and scripts: govuk-frontend's template without its fonts and without an icon, and a Starlight site of this one page as Starlight sets it up, with its search (Pagefind), whose program comes later.`,
    measurements: [
      ...pages.flatMap((page) => figuresOf(page.name, page, page === guide ? peers : [])),
      ...peers.flatMap((peer) => figuresOf(peer.name, peer.weight, [])),
    ],
    notMeasured,
  };
}

function figuresOf(name: string, weight: PageWeight, peers: readonly PeerPage[]): Measurement[] {
  const figure = (what: string, unit: string, measure: (weight: PageWeight) => number): Measurement[] => {
    const value = measure(weight);
    const own = { name: `${name}: ${what}`, value, unit };
    if (peers.length === 0) return [own];
    return peers.map((peer) => ({ ...own, peer: peer.name, ratio: value / measure(peer.weight) }));
  };
  const later = weight.later.reduce((sum, { gzip }) => sum + gzip, 0);
  return [
    ...figure('gzip', 'bytes', budgetedBytes),
    ...figure('Brotli', 'bytes', brotliBytes),
    ...figure('requests', 'requests', ({ parts }) => parts.length),
    ...(later === 0 ? [] : [{ name: `${name}: later, gzip`, value: later, unit: 'bytes' }]),
  ];
}

function brotliBytes({ parts }: PageWeight): number {
  return parts.filter(({ kind }) => kind !== 'other').reduce((sum, { brotli }) => sum + brotli, 0);
}
