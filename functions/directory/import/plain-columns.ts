/** The columns of the plain form. Their Vietnamese names stand in words/vi.ts. */
import { foldedWords } from '../../../domain/fold.ts';
import { placesImport } from '../../../words/vi.ts';
import type { SheetRow } from './sheet.ts';

export type PlainColumn = keyof typeof placesImport.columns;

/** Columns that every list must have. */
export const REQUIRED_COLUMNS = ['name', 'type', 'address', 'province'] as const satisfies PlainColumn[];

const COLUMNS = Object.keys(placesImport.columns) as PlainColumn[]; // Object.keys gives string[].

const byName = new Map<string, PlainColumn>(
  COLUMNS.flatMap((column) =>
    placesImport.columns[column].map((name) => [foldedWords(name).join(' '), column] as const),
  ),
);

/** The column that a header cell names, whatever its case, diacritics and spaces; null when none. */
export function columnNamed(header: string): PlainColumn | null {
  return byName.get(foldedWords(header).join(' ')) ?? null;
}

/** The name under which a column is spoken of. */
export function columnTitle(column: PlainColumn): string {
  return placesImport.columns[column][0];
}

/** Whether a row looks like a header: at least two of its cells, and half of them, name columns. */
export function isHeader(row: SheetRow): boolean {
  const filled = row.cells.filter(({ text }) => text.trim() !== '');
  const named = filled.filter(({ text }) => columnNamed(text) !== null);
  return named.length >= 2 && named.length * 2 >= filled.length;
}
