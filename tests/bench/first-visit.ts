/** Bytes and requests of a first visit to each page type, beside the same text in a peer's page. */
import { budgetedBytes, PAGE_BUDGET, type WeighedPage } from '../../scripts/page-budget.ts';
import type { PageWeight } from '../../scripts/page-weight.ts';
import type { Measurement, Section } from './measurement.ts';

/** A page built with another project, and its name. */
export interface PeerPage {
  name: string;
  weight: PageWeight;
}

/** Figures of every page type; the guide, whose text the peer repeats, as a ratio to it. */
export function firstVisitSection(pages: readonly WeighedPage[], peer: PeerPage): Section {
  const guide = pages.find(({ name }) => name === 'guide');
  return {
    title: 'First visit',
    how: `HTML, CSS and JavaScript that a browser without a cache fetches before the page is whole, compressed by Node (gzip level 6, Brotli quality 5), without headers. Requests count the icon too. The budget is ${PAGE_BUDGET} bytes in gzip for public pages. "later" is what scripts fetch afterwards by \`import()\`. The peer is our guide's text in a page of its own markup, styles and script, without its fonts and without an icon.`,
    measurements: [
      ...pages.flatMap((page) => figuresOf(page.name, page, page === guide ? peer : null)),
      ...figuresOf(peer.name, peer.weight, null),
    ],
  };
}

function figuresOf(name: string, weight: PageWeight, peer: PeerPage | null): Measurement[] {
  const figure = (what: string, unit: string, measure: (weight: PageWeight) => number): Measurement => {
    const value = measure(weight);
    const own = { name: `${name}: ${what}`, value, unit };
    return peer === null ? own : { ...own, peer: peer.name, ratio: value / measure(peer.weight) };
  };
  const later = weight.later.reduce((sum, { gzip }) => sum + gzip, 0);
  return [
    figure('gzip', 'bytes', budgetedBytes),
    figure('Brotli', 'bytes', brotliBytes),
    figure('requests', 'requests', ({ parts }) => parts.length),
    ...(later === 0 ? [] : [{ name: `${name}: later, gzip`, value: later, unit: 'bytes' }]),
  ];
}

function brotliBytes({ parts }: PageWeight): number {
  return parts.filter(({ kind }) => kind !== 'other').reduce((sum, { brotli }) => sum + brotli, 0);
}
