/** All figures and indicators, checked against each other. */
import { type CollectionEntry, getCollection } from 'astro:content';
import type { Figure } from '../../content-schemas/figure.ts';
import type { Indicator } from '../../content-schemas/indicator.ts';

/** What the pages of figures draw. */
export interface Figures {
  indicators: ReadonlyMap<string, Indicator>;
  /** The figures of one page, in order. */
  of: (page: Figure['page']) => CollectionEntry<'figures'>[];
}

/**
 * Reads both collections.
 *
 * @throws when a figure names a row that does not exist, or a row stands in no figure or in several
 */
export async function readFigures(): Promise<Figures> {
  const rows = (await getCollection('indicators')).map(({ data }) => data);
  const indicators = new Map(rows.map((row) => [row.id, row]));
  const figures = (await getCollection('figures')).toSorted((a, b) => a.data.order - b.data.order);
  const shown = new Map<string, string>();
  for (const { id: figure, data } of figures) {
    const named = [
      ...data.indicators,
      ...data.charts.flatMap(({ bars }) => bars.map((bar) => bar.indicator)),
    ];
    const unknown = named.find((id) => !indicators.has(id));
    if (unknown !== undefined)
      throw new Error(
        `content/figures/${figure}.md names ${unknown}, which content/indicators.csv does not hold`,
      );
    for (const id of data.indicators) {
      const other = shown.get(id);
      if (other !== undefined)
        throw new Error(`${id} stands in content/figures/${other}.md and ${figure}.md`);
      shown.set(id, figure);
    }
  }
  const forgotten = rows.find(({ id }) => !shown.has(id));
  if (forgotten !== undefined) throw new Error(`no file of content/figures shows ${forgotten.id}`);
  return { indicators, of: (page) => figures.filter(({ data }) => data.page === page) };
}
