/**
 * The one sheet of an XLSX file (ECMA-376 part 1, section 18), as texts. Formulas, merged cells and errors are told
 * apart, never resolved: what a cell shows may differ from what it holds.
 */

import { faultsOf } from '../fault.ts';
import type { ImportFault } from './fault-code.ts';
import { LIMITS } from './limits.ts';
import { type DateStyles, readDateStyles } from './read-date-styles.ts';
import { readWorkbook } from './read-workbook.ts';
import { readXml, XmlError } from './read-xml.ts';
import { type Cell, EMPTY_CELL, isBlank, type Sheet, type SheetRow } from './sheet.ts';
import { openZip, type Zip, ZipError } from './unzip.ts';

/** Reads the sheet that holds rows. Faults are added and null is given when there is not exactly one such sheet. */
export async function readXlsx(
  file: string,
  bytes: Uint8Array,
  faults: ImportFault[],
): Promise<Sheet | null> {
  const fault = faultsOf(file, faults);
  if (bytes.length > LIMITS.fileBytes) {
    fault('too-large', null);
    return null;
  }
  try {
    const zip = openZip(bytes);
    const workbook = await readWorkbook(zip);
    const shared = await readPart(zip, workbook.sharedTexts);
    const styles = await readPart(zip, workbook.styles);
    const known: Known = {
      texts: shared === null ? [] : readSharedTexts(shared),
      dateStyles: styles === null ? new Map() : readDateStyles(styles),
      isFrom1904: workbook.isFrom1904,
    };
    const sheets: { name: string; rows: SheetRow[] }[] = [];
    for (const { name, part: path } of workbook.sheets) {
      const part = await zip.read(path);
      if (part === null) throw new ZipError('zip-damaged');
      const rows = readRows(part, known, (code, line, detail) => fault(code, line, null, detail));
      if (rows.some((row) => !isBlank(row))) sheets.push({ name, rows });
    }
    const [only, ...others] = sheets;
    if (only === undefined) fault('empty-file', null);
    else if (others.length > 0) fault('many-sheets', null, null, sheets.map(({ name }) => name).join('; '));
    else return { file, rows: only.rows };
  } catch (error) {
    if (error instanceof TooManyRows) fault('too-many-rows', null);
    else if (error instanceof ZipError || error instanceof XmlError) fault(error.code, null);
    else throw error;
  }
  return null;
}

class TooManyRows extends Error {}

/** What cells refer to. */
interface Known {
  texts: readonly string[];
  dateStyles: DateStyles;
  isFrom1904: boolean;
}

/** A part that a workbook may lack, and that writers may name without having it. */
async function readPart(zip: Zip, path: string | null): Promise<Uint8Array | null> {
  return path === null ? null : zip.read(path);
}

function readSharedTexts(part: Uint8Array): string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  readXml(part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    text: (piece) => {
      // A longer cell is refused later; its length is all that is needed for that.
      if (isText && text.length <= LIMITS.cellLength) text += piece;
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') isText = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

type Report = (code: 'merged-cells' | 'too-many-columns', line: number | null, detail: string | null) => void;

function readRows(part: Uint8Array, known: Known, report: Report): SheetRow[] {
  const rows: SheetRow[] = [];
  let row: SheetRow = { line: 0, cells: [] };
  let cell = { column: 0, type: '', style: -1, value: '', hasFormula: false };
  let isValue = false;
  let phonetic = 0;
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'rPh') phonetic += 1;
      if (name === 'row') {
        row = { line: Number(attributes.r ?? row.line + 1), cells: [] };
        if (rows.length > LIMITS.rows) throw new TooManyRows();
      }
      if (name === 'c') {
        const { r, t = 'n', s } = attributes;
        const column = r === undefined ? row.cells.length : columnOf(r);
        cell = { column, type: t, style: Number(s ?? -1), value: '', hasFormula: false };
      }
      if (name === 'f') cell.hasFormula = true;
      isValue = name === 'v' || (name === 't' && phonetic === 0);
      if (name === 'mergeCell') report('merged-cells', lineOf(attributes.ref ?? ''), attributes.ref ?? null);
    },
    text: (piece) => {
      if (isValue && cell.value.length <= LIMITS.cellLength) cell.value += piece;
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1;
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && cell.column >= LIMITS.columns) {
        if (cell.value !== '') report('too-many-columns', row.line, null);
      } else if (name === 'c') {
        while (row.cells.length < cell.column) row.cells.push(EMPTY_CELL);
        row.cells[cell.column] = cellOf(cell, known);
      }
      if (name === 'row' && !isBlank(row)) rows.push(row);
    },
  });
  return rows;
}

function cellOf(
  { type, style, value, hasFormula }: { type: string; style: number; value: string; hasFormula: boolean },
  { texts, dateStyles, isFrom1904 }: Known,
): Cell {
  if (hasFormula) return { text: value, kind: 'formula' };
  if (type === 'e') return { text: value, kind: 'error' };
  if (type === 's') {
    const text = texts[Number(value)];
    return text === undefined ? { text: value, kind: 'error' } : { text: unescaped(text), kind: 'text' };
  }
  const shown = dateStyles.get(style);
  if (type === 'd') return { text: value.slice(0, shown ?? 10), kind: 'date' };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'text' };
  if (type !== 'n' || value === '') return { text: unescaped(value), kind: 'text' };
  if (shown !== undefined) return { text: dayOf(Number(value), isFrom1904).slice(0, shown), kind: 'date' };
  // A double keeps 15 to 17 digits, and longer ones are written with an exponent: both show as they stand.
  return { text: String(Number(value)), kind: 'number' };
}

/** Characters that XML cannot hold are written "_x000D_", an underscore that would look so "_x005F_" (22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Day of a serial number; Excel's day 60, 29/2/1900, never was, so days count from 30/12/1899. */
function dayOf(serial: number, isFrom1904: boolean): string {
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(first + Math.floor(serial) * 86_400_000);
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
}

/** Column of a reference such as "AB12", from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function lineOf(reference: string): number | null {
  const line = Number(/\d+/.exec(reference)?.[0]);
  return Number.isNaN(line) ? null : line;
}
