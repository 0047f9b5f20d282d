import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from './fault.ts';

/** One row of a delimited text as it stands, with the line on which it ends. */
export interface DelimitedRow {
  line: number;
  cells: string[];
}

/**
 * The rows of a CSV text, the header among them. Empty lines are left out; a byte order mark and Windows line ends are
 * understood. A text that is no CSV gives a fault and the rows before it are dropped.
 *
 * @param maxRows rows after this many are not read
 * @param maxRecord characters that one row may have
 */
export function readDelimited(
  file: string,
  text: string,
  addFault: (fault: Fault) => void,
  options: { delimiter?: string; maxRows?: number; maxRecord?: number } = {},
): DelimitedRow[] {
  // The defaults of csv-parse: no end, no limit.
  const { delimiter = ',', maxRows = -1, maxRecord = 0 } = options;
  try {
    const rows: DelimitedRow[] = [];
    parse(text, {
      bom: true,
      delimiter,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
      relax_column_count: true,
      skip_empty_lines: true,
      to: maxRows,
      max_record_size: maxRecord,
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    addFault({ file, line, column: null, ...reasonOf(error.code) });
    return [];
  }
}

function reasonOf(code: string): Pick<Fault, 'code' | 'detail'> {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { code: 'unclosed-quote', detail: code };
  if (code === 'CSV_MAX_RECORD_SIZE') return { code: 'cell-too-long', detail: null };
  return { code: 'bad-csv', detail: code };
}

/** The separator that the first line uses most: comma, semicolon or tab. */
export function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
