/** What is wrong with a file of the directory, and where. The sentences for people stand with each reader. */

/** Faults of tables and rows that the shipped files and an import share. */
export type TableFaultCode =
  | 'no-rows'
  | 'row-length'
  | 'bad-csv'
  | 'unclosed-quote'
  | 'cell-too-long'
  | 'missing-column'
  | 'unknown-column'
  | 'cell'
  | 'duplicate-key'
  | 'no-such-row'
  | 'no-such-entity'
  | 'no-such-unit'
  | 'unit-elsewhere'
  | 'bad-slug'
  | 'slug-taken'
  | 'slug-reserved'
  | 'needs-attribute'
  | 'ages-crossed'
  | 'hours-crossed'
  | 'coordinates-swapped'
  | 'coordinates-abroad';

export interface Fault<C extends string = TableFaultCode> {
  file: string;
  /** As a text editor or a spreadsheet counts, from 1; null when the whole file is meant. */
  line: number | null;
  column: string | null;
  code: C;
  /** What the sentence names: a reason, another file, a value. Null when the code says all. */
  detail: string | null;
}

/** Collects faults of one file. */
export function faultsOf<C extends string>(
  file: string,
  faults: Fault<C>[],
): (code: C, line: number | null, column?: string | null, detail?: string | null) => void {
  return (code, line, column = null, detail = null) => {
    faults.push({ file, line, column, code, detail });
  };
}
