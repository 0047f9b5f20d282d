/**
 * Understands tables of HSDS 3.0 and lays them over those that the directory has. An empty cell, a column that a table
 * leaves out and a row that is missing say nothing: what is there stays. Pure.
 */
import type { z } from 'zod';
import {
  type CheckedPlaces,
  type CheckedTable,
  checkPlaces,
  checkRows,
  keysOf,
  type Lined,
} from '../check-tables.ts';
import { type Fault, faultsOf } from '../fault.ts';
import type { PlaceRecord } from '../place-record.ts';
import { PLACE_TABLE_NAMES, PLACE_TABLES, type PlaceTableName } from '../place-tables.ts';
import { readDelimited, separatorOf } from '../read-delimited.ts';
import { type PlaceTables, TaxonomyTermRowSchema } from '../schema.ts';
import { cellFault } from './check-cell.ts';
import { decodeText } from './decode-text.ts';
import type { ImportFault } from './fault-code.ts';
import type { ImportContext } from './import-context.ts';
import { LIMITS } from './limits.ts';
import { parsePhones } from './parse-phone.ts';

const TERMS_FILE = 'taxonomy_terms.csv';

/** CSV files of the package that hold no rows of places; terms are compared, never imported. */
const OTHER_FILES: ReadonlySet<string> = new Set(['taxonomies.csv', TERMS_FILE]);

/** Whether a file is a table of the package by its name. */
export function isPackageTable(name: string): boolean {
  return PLACE_TABLE_NAMES.some((table) => PLACE_TABLES[table].file === name) || OTHER_FILES.has(name);
}

/** The tables of the files laid over those of the places that stand. Faults are added; then the result is not to be used. */
export function readPackage(
  files: ReadonlyMap<string, Uint8Array>,
  existing: readonly PlaceRecord[],
  context: ImportContext,
  today: string,
  faults: ImportFault[],
): CheckedPlaces {
  for (const name of files.keys()) {
    if (name.endsWith('.csv') && !isPackageTable(name)) faultsOf(name, faults)('unknown-table', null);
  }
  const listed = readTables(files, faults);
  checkTerms(files, context, faults);
  checkValues(listed, today, faults);
  if (faults.length > 0) return listed;

  const merged = mergeTables(listed, existing);
  const found: Fault[] = [];
  checkPlaces(
    merged,
    {
      communes: new Map([...context.units.communes].map(([code, { provinceCode }]) => [code, provinceCode])),
      provinces: context.provinces,
      terms: new Set(context.terms.keys()),
    },
    found,
  );
  // A fault without a line is of a row that stands already; this list did not bring it.
  faults.push(...found.filter(({ line }) => line !== null));
  return merged;
}

function readTables(files: ReadonlyMap<string, Uint8Array>, faults: ImportFault[]): CheckedPlaces {
  const read = <N extends PlaceTableName>(name: N): CheckedTable<PlaceTables[N][number]> => {
    const { file, schema } = PLACE_TABLES[name];
    const table = readTable(file, files.get(file), schema, files.size > 1, faults);
    // The schema of a table of this name gives its rows.
    return table as unknown as CheckedTable<PlaceTables[N][number]>;
  };
  const tables: CheckedPlaces = {
    organizations: read('organizations'),
    services: read('services'),
    locations: read('locations'),
    serviceAtLocations: read('serviceAtLocations'),
    addresses: read('addresses'),
    phones: read('phones'),
    schedules: read('schedules'),
    languages: read('languages'),
    accessibility: read('accessibility'),
    requiredDocuments: read('requiredDocuments'),
    costOptions: read('costOptions'),
    attributes: read('attributes'),
  };
  const hasRows = PLACE_TABLE_NAMES.some((name) => tables[name].rows.length > 0);
  if (files.size > 1 && !hasRows && faults.length === 0) {
    faultsOf(PLACE_TABLES.locations.file, faults)('no-rows', null);
  }
  return tables;
}

function readTable<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array | undefined,
  schema: S,
  mayBeEmpty: boolean,
  faults: ImportFault[],
): CheckedTable<z.infer<S>> {
  const empty: CheckedTable<z.infer<S>> = { file, rows: [] };
  if (bytes === undefined) return empty;
  const fault = faultsOf(file, faults);
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) {
    fault(decoded.code, decoded.line);
    return empty;
  }
  const before = faults.length;
  const rows = readDelimited(file, decoded.text, (found) => faults.push(found), {
    delimiter: separatorOf(decoded.text),
    maxRows: LIMITS.rows * 20 + 2,
    maxRecord: LIMITS.cellLength * 40,
  });
  if (faults.length > before || (mayBeEmpty && rows.length === 1)) return empty;
  // A place has some twenty attributes; the other tables have a few rows a place.
  if (rows.length > LIMITS.rows * 20 + 1) {
    fault('too-many-rows', null);
    return empty;
  }
  const [header] = rows;
  for (const { line, cells } of rows) {
    cells.forEach((cell, n) => {
      const code = cellFault(cell);
      if (code !== null) fault(code, line, header?.cells[n] ?? null, cell);
    });
  }
  if (faults.length > before) return empty;
  const found: Fault[] = [];
  const checked = checkRows(file, rows, schema, found);
  if (found.length === 0 && checked.rows.every(({ row }) => hasId(row))) {
    keysOf(checked as CheckedTable<{ id: string }>, 'id', found); // Each of these rows was just seen to have an id.
  }
  faults.push(...found);
  return checked;
}

function hasId(row: unknown): row is { id: string } {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string';
}

/** Terms of a package must be ours: a place described by words that the portal does not know could not be found. */
function checkTerms(
  files: ReadonlyMap<string, Uint8Array>,
  context: ImportContext,
  faults: ImportFault[],
): void {
  const table = readTable(TERMS_FILE, files.get(TERMS_FILE), TaxonomyTermRowSchema, true, faults);
  for (const { line, row } of table.rows) {
    const held = context.terms.get(row.id);
    if (held?.code === row.code && held.taxonomy_id === row.taxonomy_id) continue;
    faultsOf(TERMS_FILE, faults)('term-unknown', line, 'code', row.code);
  }
}

/** Values that a schema takes and a portal must not show. */
function checkValues(tables: CheckedPlaces, today: string, faults: ImportFault[]): void {
  const addresses = (
    table: CheckedTable<Readonly<Record<string, unknown>>>,
    columns: readonly string[],
  ): void => {
    for (const { line, row } of table.rows) {
      for (const column of columns) {
        const value = row[column];
        if (typeof value !== 'string') continue;
        const isRight =
          column === 'email' ? /^[^\s@:]+@[^\s@:]+$/.test(value) : /^https?:\/\/\S+$/.test(value);
        if (!isRight) faultsOf(table.file, faults)(column === 'email' ? 'email' : 'url', line, column, value);
      }
    }
  };
  addresses(tables.organizations, ['website', 'email']);
  addresses(tables.services, ['url', 'email']);
  for (const { line, row } of tables.services.rows) {
    if (row.assured_date === null || row.assured_date <= today) continue;
    faultsOf(tables.services.file, faults)('date-in-future', line, 'assured_date', row.assured_date);
  }
  for (const { line, row } of tables.phones.rows) {
    const phones = parsePhones(row.number);
    if (typeof phones === 'string') faultsOf(tables.phones.file, faults)(phones, line, 'number', row.number);
  }
}

function mergeTables(listed: CheckedPlaces, existing: readonly PlaceRecord[]): CheckedPlaces {
  const merge = <N extends PlaceTableName>(name: N): CheckedTable<PlaceTables[N][number]> => ({
    file: listed[name].file,
    rows: mergeRows(
      existing.flatMap((place): readonly PlaceTables[N][number][] => place[name]),
      listed[name].rows,
    ),
  });
  return {
    organizations: merge('organizations'),
    services: merge('services'),
    locations: merge('locations'),
    serviceAtLocations: merge('serviceAtLocations'),
    addresses: merge('addresses'),
    phones: merge('phones'),
    schedules: merge('schedules'),
    languages: merge('languages'),
    accessibility: merge('accessibility'),
    requiredDocuments: merge('requiredDocuments'),
    costOptions: merge('costOptions'),
    attributes: merge('attributes'),
  };
}

function mergeRows<T extends { id: string }>(held: readonly T[], listed: readonly Lined<T>[]): Lined<T>[] {
  const given = new Map(listed.map((lined) => [lined.row.id, lined]));
  const heldById = new Map(held.map((row) => [row.id, row]));
  return [
    ...[...heldById.values()].map((row) => {
      const lined = given.get(row.id);
      return lined === undefined ? { line: null, row } : { line: lined.line, row: overlay(row, lined.row) };
    }),
    ...listed.filter(({ row }) => !heldById.has(row.id)),
  ];
}

function overlay<T extends object>(held: T, listed: T): T {
  const known = Object.entries(listed).filter(([, value]) => value !== null);
  return { ...held, ...Object.fromEntries(known) };
}
