/** The bench's figures as text: for the terminal and for docs/figures.md. */
import type { Measurement, Section } from './measurement.ts';

const HEAD = ['what', 'value', 'unit', 'against', 'ratio'] as const;

/** One row of cells for each figure. */
export function rowsOf(measurements: readonly Measurement[]): string[][] {
  return measurements.map(({ name, value, unit, peer, ratio }) => [
    name,
    readable(value),
    unit,
    peer ?? '',
    ratio === undefined ? '' : readable(ratio),
  ]);
}

/** A table with aligned columns, numbers to the right. */
export function terminalTable(measurements: readonly Measurement[]): string {
  const rows = [[...HEAD], ...rowsOf(measurements)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => HEAD[column] === 'value' || HEAD[column] === 'ratio';
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A section of a Markdown file. */
export function markdownSection({ title, how, measurements }: Section): string {
  const hasPeer = measurements.some(({ peer }) => peer !== undefined);
  const columns = hasPeer ? HEAD.length : 3;
  const line = (cells: readonly string[]): string => `| ${cells.slice(0, columns).join(' | ')} |`;
  const ruler = HEAD.map((name) => (name === 'value' || name === 'ratio' ? '---:' : '---'));
  return [`## ${title}`, '', how, '', line(HEAD), line(ruler), ...rowsOf(measurements).map(line)].join('\n');
}

/** Whole numbers as they are; others with three significant digits. */
function readable(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
