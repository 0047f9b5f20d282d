/**
 * Reads the shipped directory from content/: admin-units/*.csv, places/*.csv and two beside them. Thin over the row schemas of
 * functions/directory/schema.ts; a bad row is refused with file, line, column and why, and nothing is returned.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { foldedWords } from '../domain/fold.ts';
import {
  AccessibilityRowSchema,
  AddressRowSchema,
  type AttributeRow,
  AttributeRowSchema,
  CommuneRowSchema,
  CostOptionRowSchema,
  type DirectoryData,
  FormerProvinceRowSchema,
  FormerUnitRowSchema,
  HolidayRowSchema,
  LanguageRowSchema,
  LocationRowSchema,
  OrganizationRowSchema,
  PhoneRowSchema,
  ProvinceRowSchema,
  RequiredDocumentRowSchema,
  ScheduleRowSchema,
  ServiceAtLocationRowSchema,
  ServiceRowSchema,
  TaxonomyRowSchema,
  TaxonomyTermRowSchema,
  TermPhraseRowSchema,
} from '../functions/directory/schema.ts';

/** Longest list of problems that one error names; the first ones are what a person mends first. */
const MAX_PROBLEMS = 20;

/** The files, by their path under content/. */
const FILES = {
  provinces: 'admin-units/provinces.csv',
  communes: 'admin-units/communes.csv',
  formerProvinces: 'admin-units/former-provinces.csv',
  formerUnits: 'admin-units/former-units.csv',
  organizations: 'places/organizations.csv',
  services: 'places/services.csv',
  locations: 'places/locations.csv',
  serviceAtLocations: 'places/service_at_locations.csv',
  addresses: 'places/addresses.csv',
  phones: 'places/phones.csv',
  schedules: 'places/schedules.csv',
  languages: 'places/languages.csv',
  accessibility: 'places/accessibility.csv',
  requiredDocuments: 'places/required_documents.csv',
  costOptions: 'places/cost_options.csv',
  attributes: 'places/attributes.csv',
  taxonomies: 'places/taxonomies.csv',
  taxonomyTerms: 'places/taxonomy_terms.csv',
  termPhrases: 'taxonomy-synonyms.csv',
  holidays: 'holidays.csv',
} as const;

type TableName = keyof typeof FILES;

/** The text of every file, by table. An empty text is a file that is not there. */
export type DirectoryFiles = Record<TableName, string>;

/** Files of the package that may be missing: nothing is known yet that they could hold. */
const OPTIONAL: ReadonlySet<TableName> = new Set([
  'schedules',
  'languages',
  'accessibility',
  'requiredDocuments',
  'costOptions',
]);

/** The shipped files cannot be used; `problems` says where and why, one line each. */
export class DirectoryFileError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const shown = problems.slice(0, MAX_PROBLEMS);
    const rest = problems.length - shown.length;
    super([...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n'));
    this.name = 'DirectoryFileError';
    this.problems = problems;
  }
}

interface Row {
  line: number;
  cells: Record<string, string>;
}

interface Table<T> {
  path: string;
  rows: { line: number; row: T }[];
}

/** Reads content/ from disk. Throws DirectoryFileError when a file is missing or holds a bad row. */
export async function readDirectory(contentFolder: string): Promise<DirectoryData> {
  const missing: string[] = [];
  const names = Object.keys(FILES) as TableName[]; // Object.keys gives string[]; FILES has these keys only.
  const texts = await Promise.all(
    names.map(async (name) => {
      try {
        return await readFile(join(contentFolder, FILES[name]), 'utf8');
      } catch {
        if (!OPTIONAL.has(name)) missing.push(`${FILES[name]}: the file cannot be read`);
        return '';
      }
    }),
  );
  if (missing.length > 0) throw new DirectoryFileError(missing);
  const files = Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
  return parseDirectory(files as DirectoryFiles); // Every table name is a key of the object just built.
}

/** Checks the text of all files. Throws DirectoryFileError naming every problem found. */
export function parseDirectory(files: DirectoryFiles): DirectoryData {
  const problems: string[] = [];
  const read = <S extends z.ZodType>(name: TableName, schema: S): Table<z.infer<S>> =>
    OPTIONAL.has(name) && isWithoutRows(files[name])
      ? { path: FILES[name], rows: [] }
      : readTable(FILES[name], files[name], schema, problems);

  const provinces = read('provinces', ProvinceRowSchema);
  const communes = read('communes', CommuneRowSchema);
  const formerProvinces = read('formerProvinces', FormerProvinceRowSchema);
  const formerUnits = read('formerUnits', FormerUnitRowSchema);
  const organizations = read('organizations', OrganizationRowSchema);
  const services = read('services', ServiceRowSchema);
  const locations = read('locations', LocationRowSchema);
  const serviceAtLocations = read('serviceAtLocations', ServiceAtLocationRowSchema);
  const addresses = read('addresses', AddressRowSchema);
  const phones = read('phones', PhoneRowSchema);
  const schedules = read('schedules', ScheduleRowSchema);
  const languages = read('languages', LanguageRowSchema);
  const accessibility = read('accessibility', AccessibilityRowSchema);
  const requiredDocuments = read('requiredDocuments', RequiredDocumentRowSchema);
  const costOptions = read('costOptions', CostOptionRowSchema);
  const attributes = read('attributes', AttributeRowSchema);
  const taxonomies = read('taxonomies', TaxonomyRowSchema);
  const taxonomyTerms = read('taxonomyTerms', TaxonomyTermRowSchema);
  const termPhrases = read('termPhrases', TermPhraseRowSchema);
  const holidays = read('holidays', HolidayRowSchema);

  // A cell that failed above would fail here again, so what rows say of each other waits until all can be read.
  if (problems.length > 0) throw new DirectoryFileError(problems);

  const provinceCodes = keysOf(provinces, 'code', problems);
  const communeCodes = keysOf(communes, 'code', problems);
  const formerProvinceCodes = keysOf(formerProvinces, 'former_province_code', problems);
  const organizationIds = keysOf(organizations, 'id', problems);
  const serviceIds = keysOf(services, 'id', problems);
  const locationIds = keysOf(locations, 'id', problems);
  const phoneIds = keysOf(phones, 'id', problems);
  const taxonomyIds = keysOf(taxonomies, 'id', problems);
  const termIds = keysOf(taxonomyTerms, 'id', problems);
  keysOf(serviceAtLocations, 'id', problems);
  keysOf(addresses, 'id', problems);
  keysOf(attributes, 'id', problems);

  refer(communes, 'province_code', provinceCodes, 'provinces.csv', problems);
  refer(formerProvinces, 'province_code', provinceCodes, 'provinces.csv', problems);
  refer(formerUnits, 'former_province_code', formerProvinceCodes, 'former-provinces.csv', problems);
  refer(formerUnits, 'commune_code', communeCodes, 'communes.csv', problems);
  refer(services, 'organization_id', organizationIds, 'organizations.csv', problems);
  refer(locations, 'organization_id', organizationIds, 'organizations.csv', problems);
  refer(serviceAtLocations, 'service_id', serviceIds, 'services.csv', problems);
  refer(serviceAtLocations, 'location_id', locationIds, 'locations.csv', problems);
  refer(addresses, 'location_id', locationIds, 'locations.csv', problems);
  refer(phones, 'location_id', locationIds, 'locations.csv', problems);
  for (const table of [schedules, languages, accessibility]) {
    keysOf(table, 'id', problems);
    refer(table, 'location_id', locationIds, 'locations.csv', problems);
  }
  for (const table of [requiredDocuments, costOptions]) {
    keysOf(table, 'id', problems);
    refer(table, 'service_id', serviceIds, 'services.csv', problems);
  }
  refer(taxonomyTerms, 'taxonomy_id', taxonomyIds, 'taxonomies.csv', problems);
  refer(taxonomyTerms, 'parent_id', termIds, 'taxonomy_terms.csv', problems);
  refer(attributes, 'taxonomy_term_id', termIds, 'taxonomy_terms.csv', problems);

  checkLinks(
    attributes,
    { organization: organizationIds, service: serviceIds, location: locationIds, phone: phoneIds },
    problems,
  );
  keysOf(holidays, 'date', problems);
  checkPhrases(termPhrases, rowsOf(taxonomyTerms), problems);
  checkPlacing(attributes, locations, communeCodes, provinceCodes, problems);
  if (problems.length > 0) throw new DirectoryFileError(problems);

  return {
    contentHash: hashOf(files),
    provinces: rowsOf(provinces),
    communes: rowsOf(communes),
    formerProvinces: rowsOf(formerProvinces),
    formerUnits: rowsOf(formerUnits),
    organizations: rowsOf(organizations),
    services: rowsOf(services),
    locations: rowsOf(locations),
    serviceAtLocations: rowsOf(serviceAtLocations),
    addresses: rowsOf(addresses),
    phones: rowsOf(phones),
    schedules: rowsOf(schedules),
    languages: rowsOf(languages),
    accessibility: rowsOf(accessibility),
    requiredDocuments: rowsOf(requiredDocuments),
    costOptions: rowsOf(costOptions),
    attributes: rowsOf(attributes),
    taxonomies: rowsOf(taxonomies),
    taxonomyTerms: rowsOf(taxonomyTerms),
    termPhrases: rowsOf(termPhrases),
    holidays: rowsOf(holidays),
  };
}

/** Whether a file is missing or holds its header alone, as an export leaves it when there is nothing to say. */
function isWithoutRows(text: string): boolean {
  return !text.trimEnd().includes('\n');
}

function readTable<S extends z.ZodType>(
  path: string,
  text: string,
  schema: S,
  problems: string[],
): Table<z.infer<S>> {
  const rows: Table<z.infer<S>>['rows'] = [];
  for (const { line, cells } of readRows(path, text, problems)) {
    const parsed = schema.safeParse(cells);
    if (parsed.success) {
      rows.push({ line, row: parsed.data });
      continue;
    }
    for (const issue of parsed.error.issues) {
      const column = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.');
      const why = issue.code === 'unrecognized_keys' ? 'this column is not known' : plainReason(issue);
      problems.push(`${path} line ${line}, column ${column}: ${why}`);
    }
  }
  return { path, rows };
}

/** A missing column is undefined to zod; optional cells are unions whose last branch holds the useful reason. */
function plainReason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return 'this column is missing';
  if (issue.code === 'invalid_union') {
    const reason = issue.errors.at(-1)?.[0];
    return reason === undefined ? issue.message : plainReason(reason);
  }
  return issue.message;
}

function readRows(path: string, text: string, problems: string[]): Row[] {
  try {
    const records: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
    });
    if (records.length === 0) problems.push(`${path}: the file holds no rows`);
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` line ${String(error.lines)}` : '';
    const reason =
      error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS'
        ? 'the row has more or fewer cells than the header has columns'
        : `not valid CSV (${error.code})`;
    problems.push(`${path}${line}: ${reason}`);
    return [];
  }
}

/** The keys of a table; a key given twice is a problem. */
function keysOf<K extends string>(
  table: Table<Record<K, string>>,
  column: K,
  problems: string[],
): Set<string> {
  const keys = new Set<string>();
  for (const { line, row } of table.rows) {
    if (keys.has(row[column])) {
      problems.push(`${table.path} line ${line}, column ${column}: an earlier row has this key`);
    }
    keys.add(row[column]);
  }
  return keys;
}

/** Every cell of the column that is not empty must be a key of the other file. */
function refer<K extends string>(
  table: Table<Record<K, string | null>>,
  column: K,
  keys: Set<string>,
  other: string,
  problems: string[],
): void {
  for (const { line, row } of table.rows) {
    const key = row[column];
    if (key !== null && !keys.has(key)) {
      problems.push(`${table.path} line ${line}, column ${column}: ${other} has no such row`);
    }
  }
}

/** Every attribute must belong to a row of the table it names. */
function checkLinks(
  attributes: Table<AttributeRow>,
  ids: Record<AttributeRow['link_entity'], Set<string>>,
  problems: string[],
): void {
  for (const { line, row } of attributes.rows) {
    if (ids[row.link_entity].has(row.link_id)) continue;
    problems.push(`${attributes.path} line ${line}, column link_id: no ${row.link_entity} has this id`);
  }
}

/** Every phrase must be one of a term that exists, and be made of letters or digits. */
function checkPhrases(
  phrases: Table<DirectoryData['termPhrases'][number]>,
  terms: readonly { taxonomy: string; code: string }[],
  problems: string[],
): void {
  const known = new Set(terms.map(({ taxonomy, code }) => `${taxonomy} ${code}`));
  for (const { line, row } of phrases.rows) {
    if (!known.has(`${row.taxonomy} ${row.term_code}`)) {
      problems.push(`${phrases.path} line ${line}, column term_code: taxonomy_terms.csv has no such row`);
    }
    if (foldedWords(row.phrase).length === 0) {
      problems.push(`${phrases.path} line ${line}, column phrase: must hold letters or digits`);
    }
  }
}

/** Every location needs a slug of its own and a province; the units named must exist. */
function checkPlacing(
  attributes: Table<AttributeRow>,
  locations: Table<{ id: string }>,
  communeCodes: Set<string>,
  provinceCodes: Set<string>,
  problems: string[],
): void {
  const codes = new Map([
    ['commune-code', communeCodes],
    ['province-code', provinceCodes],
  ]);
  const slugs = new Set<string>();
  const having = new Set<string>();
  for (const { line, row } of attributes.rows) {
    const where = `${attributes.path} line ${line}, column value`;
    const value = row.value ?? '';
    having.add(`${row.link_type} ${row.link_id}`);
    if (codes.get(row.link_type)?.has(value) === false) {
      problems.push(`${where}: no administrative unit has this code`);
    }
    if (row.link_type !== 'slug') continue;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) {
      problems.push(`${where}: a slug must be words of a-z and 0-9 with hyphens`);
    } else if (slugs.has(value)) {
      problems.push(`${where}: another place has this slug`);
    }
    slugs.add(value);
  }
  for (const { line, row } of locations.rows) {
    for (const needed of ['slug', 'province-code']) {
      if (having.has(`${needed} ${row.id}`)) continue;
      problems.push(`${locations.path} line ${line}, column id: attributes.csv gives it no ${needed}`);
    }
  }
}

function rowsOf<T>(table: Table<T>): T[] {
  return table.rows.map(({ row }) => row);
}

function hashOf(files: DirectoryFiles): string {
  const hash = createHash('sha256');
  for (const text of Object.values(files)) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
