/** The sources of the figures, each once, with a number by which rows name it. */
import { readableSourceDate } from '../../../domain/source-date.ts';
import type { Indicator } from '../../content-schemas/indicator.ts';

/** A source as the list below the figures shows it. */
export interface FigureSource {
  number: number;
  /** Addresses that a browser can open; none where the source is only named. */
  addresses: { url: string; host: string }[];
  /** What the collector says about it in words. */
  words: string;
  date: string;
}

/** The sources of some rows in the order of the rows, and the number of each row's source by the row's id. */
export function listSources(rows: readonly Indicator[]): {
  sources: FigureSource[];
  numberOf: ReadonlyMap<string, number>;
} {
  const sources = new Map<string, FigureSource>();
  const numberOf = new Map<string, number>();
  for (const { id, source_url, source_date } of rows) {
    const key = `${source_url} ${source_date}`;
    const known = sources.get(key);
    const source = known ?? {
      number: sources.size + 1,
      ...read(source_url),
      date: readableSourceDate(source_date),
    };
    if (known === undefined) sources.set(key, source);
    numberOf.set(id, source.number);
  }
  return { sources: [...sources.values()], numberOf };
}

function read(cell: string): Pick<FigureSource, 'addresses' | 'words'> {
  const urls = cell.match(/https?:\/\/[^\s;]+/g) ?? [];
  const rest = cell
    .replace(/https?:\/\/[^\s;]+/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^không có URL trong nguồn; /, '')
    .replace(/[;()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    addresses: urls.map((url) => ({ url, host: new URL(url).hostname.replace(/^www\./, '') })),
    words: rest,
  };
}
