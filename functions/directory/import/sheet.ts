/** A table as a person sees it: the one shape that CSV and XLSX become before anything is understood. */

export interface Cell {
  text: string;
  /** What the program that wrote the file took it for. A CSV has texts only. */
  kind: 'text' | 'number' | 'date' | 'formula' | 'error';
}

export interface SheetRow {
  line: number;
  cells: Cell[];
}

export interface Sheet {
  file: string;
  rows: SheetRow[];
}

export const EMPTY_CELL: Cell = { text: '', kind: 'text' };

/** Whether no cell of the row holds anything. */
export function isBlank(row: SheetRow): boolean {
  return row.cells.every(({ text, kind }) => kind === 'text' && text.trim() === '');
}
