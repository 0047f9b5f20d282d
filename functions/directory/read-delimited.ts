import { CsvError, parse } from 'csv-parse/sync';
import type { Fault, TableFaultCode } from './fault.ts';

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
  faults: Fault<TableFaultCode | 'cell-too-long'>[],
  options: { delimiter?: string; maxRows?: number; maxRecord?: number } = {},
): DelimitedRow[] {
  const { delimiter = ',', maxRows, maxRecord } = options;
  try {
    const records: { record: string[]; info: { lines: number } }[] = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ...(maxRows === undefined ? {} : { to: maxRows }),
      ...(maxRecord === undefined ? {} : { max_record_size: maxRecord }),
    });
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    faults.push({ file, line, column: null, ...reasonOf(error.code) });
    return [];
  }
}

function reasonOf(code: string): Pick<Fault<TableFaultCode | 'cell-too-long'>, 'code' | 'detail'> {
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
