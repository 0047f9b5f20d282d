/** CSV as RFC 4180 has it, in the one form that the shipped files and every export have. Pure. */

/**
 * One record with its line break (LF). A cell is quoted only when it must be. Cells are data and stay as they are, also
 * those that a spreadsheet would take for a formula: a mark before them would be a change, and would not come off again.
 */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: string | number | null): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
