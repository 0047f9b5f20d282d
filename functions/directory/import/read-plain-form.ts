/** Understands the plain form: finds its columns, then each row. Pure; every fault names line and column. */
import { foldedWords } from '../../../domain/fold.ts';
import { isUuid } from '../../../domain/uuid.ts';
import { positionFault } from '../check-tables.ts';
import { faultsOf } from '../fault.ts';
import { cellFault, tidy } from './check-cell.ts';
import type { ImportFault, ImportFaultCode } from './fault-code.ts';
import type { ImportContext } from './import-context.ts';
import { LIMITS } from './limits.ts';
import type { ListedPlace } from './listed-place.ts';
import { isBefore, parseDay } from './parse-day.ts';
import { parseHours } from './parse-hours.ts';
import { parsePhones } from './parse-phone.ts';
import { type Placed, placeAddress } from './place-address.ts';
import { columnNamed, columnTitle, isHeader, type PlainColumn, REQUIRED_COLUMNS } from './plain-columns.ts';
import { type Cell, EMPTY_CELL, isBlank, type Sheet, type SheetRow } from './sheet.ts';

export interface PlainOptions {
  /** Source of rows that name none; null when every row must. */
  source: string | null;
  /** ISO date of today in Việt Nam. */
  today: string;
}

type Report = (code: ImportFaultCode, column: PlainColumn, detail?: string | null) => void;
type Cells = (column: PlainColumn) => Cell;

/** Statuses of HSDS by the words of a list, folded. */
const STATUSES: Readonly<Record<string, NonNullable<ListedPlace['status']>>> = {
  'dang hoat dong': 'active',
  'hoat dong': 'active',
  active: 'active',
  'tam dung': 'temporarily closed',
  'tam ngung': 'temporarily closed',
  'tam dong cua': 'temporarily closed',
  'temporarily closed': 'temporarily closed',
  'ngung hoat dong': 'defunct',
  'da dong cua': 'defunct',
  'giai the': 'defunct',
  defunct: 'defunct',
  'chua ro': 'inactive',
  inactive: 'inactive',
};

/** Reads every row. Rows with a fault are left out; the caller refuses the whole list when there is any. */
export function readPlainForm(
  sheet: Sheet,
  context: ImportContext,
  options: PlainOptions,
  faults: ImportFault[],
): ListedPlace[] {
  const fault = faultsOf(sheet.file, faults);
  const [header, ...below] = sheet.rows;
  const columns = header === undefined ? null : readHeader(sheet.file, header, faults);
  if (columns === null) return [];
  const rows = below.filter((row) => !isBlank(row));
  if (rows.length === 0) fault('no-rows', null);
  if (rows.length > LIMITS.rows) {
    fault('too-many-rows', null);
    return [];
  }
  const places: ListedPlace[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const before = faults.length;
    const report: Report = (code, column, detail = null) =>
      fault(code, row.line, columnTitle(column), detail);
    if (isHeader(row)) {
      fault('two-headers', row.line);
      continue;
    }
    if (row.cells.slice(columns.length).some(({ text }) => text.trim() !== '')) fault('row-length', row.line);
    const place = readRow(row, columns, context, options, report);
    if (place === null || faults.length > before) continue;
    const key = [foldedWords(place.name).join(' '), place.placed.placing.provinceCode, place.address].join(
      '|',
    );
    const earlier = seen.get(key);
    if (earlier !== undefined) fault('duplicate-row', row.line, null, String(earlier));
    seen.set(key, row.line);
    places.push(place);
  }
  return places;
}

function readHeader(file: string, header: SheetRow, faults: ImportFault[]): (PlainColumn | null)[] | null {
  const fault = faultsOf(file, faults);
  const before = faults.length;
  if (!isHeader(header)) {
    fault('unknown-form', header.line);
    return null;
  }
  const columns = header.cells.map(({ text }) => (text.trim() === '' ? null : columnNamed(text)));
  const seen = new Set<PlainColumn>();
  header.cells.forEach(({ text }, n) => {
    const column = columns[n] ?? null;
    if (column === null && text.trim() !== '') fault('unknown-column', header.line, tidy(text));
    if (column !== null && seen.has(column)) fault('repeated-column', header.line, columnTitle(column));
    if (column !== null) seen.add(column);
  });
  for (const column of REQUIRED_COLUMNS) {
    if (!seen.has(column)) fault('missing-column', header.line, columnTitle(column));
  }
  return faults.length > before ? null : columns;
}

function readRow(
  row: SheetRow,
  columns: readonly (PlainColumn | null)[],
  context: ImportContext,
  options: PlainOptions,
  report: Report,
): ListedPlace | null {
  const at = new Map(columns.map((column, n) => [column, row.cells[n] ?? EMPTY_CELL]));
  const cells: Cells = (column) => at.get(column) ?? EMPTY_CELL;
  if (hasUnfitCell(columns, cells, report)) return null;
  const text = (column: PlainColumn): string => tidy(cells(column).text);
  const optional = (column: PlainColumn): string | null => text(column) || null;
  for (const column of REQUIRED_COLUMNS) if (text(column) === '') report('empty', column);

  const sourceDate = readDate(cells('sourceDate'), options.today, report);
  const placed = readUnits(cells, text, sourceDate, context, report);
  const facility = readTerm('type', 'facility', 'facility-type', context, text, report);
  const confidence = readTerm('confidence', 'confidence', 'confidence', context, text, report);
  const phones = text('phone') === '' ? [] : parsePhones(text('phone'));
  if (typeof phones === 'string') report(phones, 'phone', text('phone'));
  const hours = text('hours') === '' ? [] : parseHours(text('hours'));
  if (hours === null) report('hours', 'hours', text('hours'));
  const status = text('status') === '' ? null : STATUSES[foldedWords(text('status')).join(' ')];
  if (status === undefined) report('status', 'status', text('status'));
  const [minimumAge, maximumAge] = [readAge('minimumAge', text, report), readAge('maximumAge', text, report)];
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge)
    report('ages-crossed', 'maximumAge');
  const position = readPosition(text, report);
  const source = text('source') || options.source;
  if (source === null) report('empty', 'source');
  if (source !== null && /^\w+:/.test(source) && !/^https?:\/\/\S/.test(source))
    report('url', 'source', source);
  const website = optional('website');
  if (website !== null && !isWebAddress(website)) report('url', 'website', website);
  const email = optional('email');
  if (email !== null && !/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(email)) report('email', 'email', email);
  const id = optional('id');
  if (id !== null && !isUuid(id)) report('id', 'id', id);

  if (placed === null || facility === null || typeof phones === 'string' || hours === null) return null;
  const services = readServices(text('services'), context);
  return {
    line: row.line,
    id: id === null ? null : id.toLowerCase(),
    name: text('name'),
    facilityTermId: facility.id,
    facilityType: text('type'),
    operator: optional('operator'),
    address: text('address'),
    placed,
    phones: phones.map((phone) => ({ ...phone })),
    services: optional('services'),
    ...services,
    hours,
    email,
    website,
    eligibility: optional('eligibility'),
    minimumAge,
    maximumAge,
    fees: optional('fees'),
    application: optional('application'),
    documents: splitList(text('documents')),
    ...position,
    status: status ?? null,
    note: optional('note'),
    confidenceTermId: confidence?.id ?? null,
    source: source ?? '',
    sourceDate,
  };
}

function hasUnfitCell(columns: readonly (PlainColumn | null)[], cells: Cells, report: Report): boolean {
  let found = false;
  for (const column of columns) {
    // A row's number is not read; spreadsheets often count it by a formula.
    if (column === null || column === 'rowNumber') continue;
    const { text, kind } = cells(column);
    const isPhone = column === 'phone' && /^\+?[\d\s().+;,/-]+$/.test(text);
    const code =
      kind === 'formula'
        ? 'formula'
        : kind === 'error'
          ? 'excel-error'
          : isPhone
            ? null
            : unfit(column, text);
    if (code === null) continue;
    report(code, column, text);
    found = true;
  }
  return found;
}

/** A minus before a number is no formula where a number is expected: those columns refuse it in their own words. */
function unfit(column: PlainColumn, text: string): ReturnType<typeof cellFault> {
  return column === 'minimumAge' && /^-\d+$/.test(text) ? null : cellFault(text);
}

function readUnits(
  cells: Cells,
  text: (column: PlainColumn) => string,
  sourceDate: string | null,
  context: ImportContext,
  report: Report,
): Exclude<Placed, { kind: 'fault' }> | null {
  const communeCode = text('communeCode');
  if (communeCode !== '' && cells('communeCode').kind === 'number' && communeCode.length < 5) {
    report('lost-zero', 'communeCode', communeCode);
    return null;
  }
  if (text('province') === '') return null;
  const placed = placeAddress(context.units, {
    address: text('address'),
    communeCode,
    commune: text('commune'),
    district: text('district'),
    province: text('province'),
    sourceDate,
  });
  if (placed.kind !== 'fault') return placed;
  report(placed.code, placed.column, placed.detail);
  return null;
}

function readDate(cell: Cell, today: string, report: Report): string | null {
  const written = tidy(cell.text);
  if (written === '') return null;
  const date = parseDay(written);
  if (cell.kind === 'number' && !/^(19|20)\d{2}$/.test(written))
    report('date-as-number', 'sourceDate', written);
  else if (date === null) report('date', 'sourceDate', written);
  else if (isBefore(today, date)) report('date-in-future', 'sourceDate', written);
  return date;
}

function readTerm(
  column: PlainColumn,
  taxonomy: 'facility' | 'confidence',
  code: 'facility-type' | 'confidence',
  context: ImportContext,
  text: (column: PlainColumn) => string,
  report: Report,
) {
  if (text(column) === '') return null;
  const term = context.findTerm(taxonomy, text(column));
  if (term === null) report(code, column, context.termNames(taxonomy).join('; '));
  return term;
}

function readAge(
  column: 'minimumAge' | 'maximumAge',
  text: (column: PlainColumn) => string,
  report: Report,
): number | null {
  const written = text(column);
  if (written === '') return null;
  if (/^\d{1,3}$/.test(written) && Number(written) <= 120) return Number(written);
  report('age', column, written);
  return null;
}

function readPosition(
  text: (column: PlainColumn) => string,
  report: Report,
): Pick<ListedPlace, 'latitude' | 'longitude'> {
  const none = { latitude: null, longitude: null };
  const written = (['latitude', 'longitude'] as const).map((column) => ({ column, value: text(column) }));
  if (written.every(({ value }) => value === '')) return none;
  const wrong = written.find(({ value }) => !/^\d{1,3}(\.\d+)?$/.test(value));
  if (wrong !== undefined) {
    report('coordinate', wrong.column, wrong.value);
    return none;
  }
  const [latitude = 0, longitude = 0] = written.map(({ value }) => Number(value));
  const fault = positionFault(latitude, longitude);
  if (fault !== null) report(fault, 'latitude', null);
  return { latitude, longitude };
}

function readServices(
  text: string,
  context: ImportContext,
): Pick<ListedPlace, 'serviceTermIds' | 'unknownServices'> {
  const found = splitList(text).map((name) => ({ name, term: context.findTerm('service', name) }));
  return {
    serviceTermIds: [...new Set(found.flatMap(({ term }) => term?.id ?? []))],
    unknownServices: found.flatMap(({ name, term }) => (term === null ? name : [])),
  };
}

function splitList(text: string): string[] {
  return text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && !/\s/.test(text);
}
