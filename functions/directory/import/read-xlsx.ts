/**
 * The one sheet of an XLSX file (ECMA-376 part 1, section 18), as texts. Formulas, merged cells and errors are told
 * apart, never resolved: what a cell shows may differ from what it holds.
 */

import { faultsOf } from '../fault.ts';
import type { ImportFault } from './fault-code.ts';
import { LIMITS } from './limits.ts';
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
    const paths = await readSheetPaths(zip);
    const [texts, dateStyles] = [await readSharedTexts(zip), await readDateStyles(zip)];
    const sheets: { name: string; rows: SheetRow[] }[] = [];
    for (const { name, path } of paths) {
      const part = await zip.read(path);
      if (part === null) throw new ZipError('zip-damaged');
      const rows = readRows(part, texts, dateStyles, (code, line, detail) => fault(code, line, null, detail));
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

async function readSheetPaths(zip: Zip): Promise<{ name: string; path: string }[]> {
  const workbook = await zip.read('xl/workbook.xml');
  const relations = await zip.read('xl/_rels/workbook.xml.rels');
  if (workbook === null || relations === null) throw new ZipError('zip-damaged');
  const targets = new Map<string, string>();
  readXml(relations, {
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  readXml(workbook, {
    open: (element, { name, ...attributes }) => {
      const path = targets.get(attributes['r:id'] ?? '');
      if (element === 'sheet' && name !== undefined && path !== undefined) sheets.push({ name, path });
    },
  });
  return sheets;
}

async function readSharedTexts(zip: Zip): Promise<string[]> {
  const part = await zip.read('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (part === null) return texts;
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

/** Numbers of the cell styles that show a number as a day (ECMA-376 part 1, 18.8.30). */
async function readDateStyles(zip: Zip): Promise<Set<number>> {
  const styles = new Set<number>();
  const part = await zip.read('xl/styles.xml');
  if (part === null) return styles;
  const custom = new Set<number>();
  let isCell = false;
  let index = 0;
  readXml(part, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined && isDateFormat(formatCode))
        custom.add(Number(numFmtId));
      if (name === 'cellXfs') isCell = true;
      if (name !== 'xf' || !isCell) return;
      const id = Number(numFmtId);
      if ((id >= 14 && id <= 22) || custom.has(id)) styles.add(index);
      index += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return styles;
}

function isDateFormat(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

type Report = (code: 'merged-cells' | 'too-many-columns', line: number | null, detail: string | null) => void;

function readRows(
  part: Uint8Array,
  texts: readonly string[],
  dateStyles: ReadonlySet<number>,
  report: Report,
): SheetRow[] {
  const rows: SheetRow[] = [];
  let row: SheetRow = { line: 0, cells: [] };
  let cell = { column: 0, type: '', style: -1, value: '', hasFormula: false };
  let isValue = false;
  readXml(part, {
    open: (name, attributes) => {
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
      isValue = name === 'v' || name === 't';
      if (name === 'mergeCell') report('merged-cells', lineOf(attributes.ref ?? ''), attributes.ref ?? null);
    },
    text: (piece) => {
      if (isValue && cell.value.length <= LIMITS.cellLength) cell.value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && cell.column >= LIMITS.columns) {
        if (cell.value !== '') report('too-many-columns', row.line, null);
      } else if (name === 'c') {
        while (row.cells.length < cell.column) row.cells.push(EMPTY_CELL);
        row.cells[cell.column] = cellOf(cell, texts, dateStyles);
      }
      if (name === 'row' && !isBlank(row)) rows.push(row);
    },
  });
  return rows;
}

function cellOf(
  { type, style, value, hasFormula }: { type: string; style: number; value: string; hasFormula: boolean },
  texts: readonly string[],
  dateStyles: ReadonlySet<number>,
): Cell {
  if (hasFormula) return { text: value, kind: 'formula' };
  if (type === 'e') return { text: value, kind: 'error' };
  if (type === 's') return { text: texts[Number(value)] ?? '', kind: 'text' };
  if (type === 'd') return { text: value.slice(0, 10), kind: 'date' };
  if (type !== 'n' || value === '') return { text: value, kind: 'text' };
  if (dateStyles.has(style)) return { text: dayOf(Number(value)), kind: 'date' };
  // A double keeps 15 to 17 digits, and longer ones are written with an exponent: both show as they stand.
  return { text: String(Number(value)), kind: 'number' };
}

/** Day of a serial number; Excel's day 60, 29/2/1900, never was, so days count from 30/12/1899. */
function dayOf(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
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
