/** Every reason for which an import refuses a file or a row. The sentences stand in words/vi.ts. */
import type { Fault, TableFaultCode } from '../fault.ts';

/** What makes a single cell unfit, whatever its column. */
export type CellFaultCode =
  | 'cell-too-long'
  | 'control'
  | 'bidi'
  | 'invisible'
  | 'html'
  | 'formula'
  | 'mixed-script'
  | 'mojibake'
  | 'old-font'
  | 'lost-letters';

/** What makes a whole file unreadable. */
export type FileFaultCode =
  | 'empty-file'
  | 'binary'
  | 'old-excel'
  | 'utf16'
  | 'not-utf8'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'zip-damaged'
  | 'zip-bomb'
  | 'xml-doctype'
  | 'xml-damaged'
  | 'many-sheets'
  | 'merged-cells'
  | 'excel-error'
  | 'unknown-table'
  | 'unknown-form'
  | 'no-table';

/** What makes a row of the plain form unfit. */
export type RowFaultCode =
  | 'two-headers'
  | 'repeated-column'
  | 'empty'
  | 'phone'
  | 'crime-line'
  | 'lost-zero'
  | 'date'
  | 'date-as-number'
  | 'date-in-future'
  | 'hours'
  | 'age'
  | 'url'
  | 'email'
  | 'coordinate'
  | 'status'
  | 'facility-type'
  | 'confidence'
  | 'id'
  | 'id-unknown'
  | 'duplicate-row'
  | 'province'
  | 'commune'
  | 'commune-elsewhere'
  | 'commune-code'
  | 'commune-mismatch'
  | 'term-unknown';

export type ImportFaultCode = TableFaultCode | CellFaultCode | FileFaultCode | RowFaultCode;
export type ImportFault = Fault<ImportFaultCode>;
