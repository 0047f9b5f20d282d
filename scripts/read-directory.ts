/**
 * Reads the shipped directory from content/: admin-units/*.csv, places/*.csv and two beside them. Thin over the row schemas of
 * functions/directory/schema.ts; a bad row is refused with file, line, column and why, and nothing is returned.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { foldedWords } from '../domain/fold.ts';
import {
  type CheckedPlaces,
  type CheckedTable,
  checkPlaces,
  checkRows,
  keysOf,
  refer,
} from '../functions/directory/check-tables.ts';
import { type Fault, faultsOf, type TableFaultCode } from '../functions/directory/fault.ts';
import { readDelimited } from '../functions/directory/read-delimited.ts';
import {
  AccessibilityRowSchema,
  AddressRowSchema,
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
  const faults: Fault[] = [];
  const read = <S extends z.ZodType>(name: TableName, schema: S): CheckedTable<z.infer<S>> => {
    const file = FILES[name];
    if (OPTIONAL.has(name) && isWithoutRows(files[name])) return { file, rows: [] };
    const before = faults.length;
    const rows = readDelimited(file, files[name], (fault) => faults.push(fault));
    return faults.length > before ? { file, rows: [] } : checkRows(file, rows, schema, faults);
  };

  const provinces = read('provinces', ProvinceRowSchema);
  const communes = read('communes', CommuneRowSchema);
  const formerProvinces = read('formerProvinces', FormerProvinceRowSchema);
  const formerUnits = read('formerUnits', FormerUnitRowSchema);
  const taxonomies = read('taxonomies', TaxonomyRowSchema);
  const taxonomyTerms = read('taxonomyTerms', TaxonomyTermRowSchema);
  const termPhrases = read('termPhrases', TermPhraseRowSchema);
  const holidays = read('holidays', HolidayRowSchema);
  const places: CheckedPlaces = {
    organizations: read('organizations', OrganizationRowSchema),
    services: read('services', ServiceRowSchema),
    locations: read('locations', LocationRowSchema),
    serviceAtLocations: read('serviceAtLocations', ServiceAtLocationRowSchema),
    addresses: read('addresses', AddressRowSchema),
    phones: read('phones', PhoneRowSchema),
    schedules: read('schedules', ScheduleRowSchema),
    languages: read('languages', LanguageRowSchema),
    accessibility: read('accessibility', AccessibilityRowSchema),
    requiredDocuments: read('requiredDocuments', RequiredDocumentRowSchema),
    costOptions: read('costOptions', CostOptionRowSchema),
    attributes: read('attributes', AttributeRowSchema),
  };

  // A cell that failed above would fail here again, so what rows say of each other waits until all can be read.
  refuse(faults);

  const provinceCodes = keysOf(provinces, 'code', faults);
  keysOf(communes, 'code', faults);
  const formerProvinceCodes = keysOf(formerProvinces, 'former_province_code', faults);
  const taxonomyIds = keysOf(taxonomies, 'id', faults);
  const termIds = keysOf(taxonomyTerms, 'id', faults);
  const communeProvinces = new Map(communes.rows.map(({ row }) => [row.code, row.province_code]));
  refer(communes, 'province_code', provinceCodes, 'provinces.csv', faults);
  refer(formerProvinces, 'province_code', provinceCodes, 'provinces.csv', faults);
  refer(formerUnits, 'former_province_code', formerProvinceCodes, 'former-provinces.csv', faults);
  refer(formerUnits, 'commune_code', communeProvinces, 'communes.csv', faults);
  refer(taxonomyTerms, 'taxonomy_id', taxonomyIds, 'taxonomies.csv', faults);
  refer(taxonomyTerms, 'parent_id', termIds, 'taxonomy_terms.csv', faults);
  keysOf(holidays, 'date', faults);
  checkPhrases(termPhrases, rowsOf(taxonomyTerms), faults);
  checkPlaces(places, { communes: communeProvinces, provinces: provinceCodes, terms: termIds }, faults);
  refuse(faults);

  return {
    contentHash: hashOf(files),
    provinces: rowsOf(provinces),
    communes: rowsOf(communes),
    formerProvinces: rowsOf(formerProvinces),
    formerUnits: rowsOf(formerUnits),
    organizations: rowsOf(places.organizations),
    services: rowsOf(places.services),
    locations: rowsOf(places.locations),
    serviceAtLocations: rowsOf(places.serviceAtLocations),
    addresses: rowsOf(places.addresses),
    phones: rowsOf(places.phones),
    schedules: rowsOf(places.schedules),
    languages: rowsOf(places.languages),
    accessibility: rowsOf(places.accessibility),
    requiredDocuments: rowsOf(places.requiredDocuments),
    costOptions: rowsOf(places.costOptions),
    attributes: rowsOf(places.attributes),
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

/** Every phrase must be one of a term that exists, and be made of letters or digits. */
function checkPhrases(
  phrases: CheckedTable<DirectoryData['termPhrases'][number]>,
  terms: readonly { taxonomy: string; code: string }[],
  faults: Fault[],
): void {
  const fault = faultsOf(phrases.file, faults);
  const known = new Set(terms.map(({ taxonomy, code }) => `${taxonomy} ${code}`));
  for (const { line, row } of phrases.rows) {
    if (!known.has(`${row.taxonomy} ${row.term_code}`)) {
      fault('no-such-row', line, 'term_code', 'taxonomy_terms.csv');
    }
    if (foldedWords(row.phrase).length === 0) fault('cell', line, 'phrase', 'must hold letters or digits');
  }
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DirectoryFileError(faults.map(describe));
}

function describe({ file, line, column, code, detail }: Fault): string {
  const where = [file, line === null ? '' : ` line ${line}`, column === null ? '' : `, column ${column}`];
  return `${where.join('')}: ${reasons[code](baseName(detail ?? ''))}`;
}

/** What each fault means to whoever edits the shipped files. */
const reasons: Record<TableFaultCode, (detail: string) => string> = {
  'no-rows': () => 'the file holds no rows',
  'row-length': () => 'the row has more or fewer cells than the header has columns',
  'bad-csv': (code) => `not valid CSV (${code})`,
  'unclosed-quote': (code) => `not valid CSV (${code})`,
  'cell-too-long': () => 'the row is too long',
  'missing-column': () => 'this column is missing',
  'unknown-column': () => 'this column is not known',
  cell: (reason) => reason,
  'duplicate-key': () => 'an earlier row has this key',
  'no-such-row': (other) => `${other} has no such row`,
  'no-such-entity': (entity) => `no ${entity} has this id`,
  'no-such-unit': () => 'no administrative unit has this code',
  'unit-elsewhere': (province) => `this commune lies in province ${province}`,
  'bad-slug': () => 'a slug must be words of a-z and 0-9 with hyphens',
  'slug-taken': () => 'another place has this slug',
  'slug-reserved': () => 'a page of the portal has this address',
  'needs-attribute': (attribute) => `attributes.csv gives it no ${attribute}`,
  'ages-crossed': () => 'must not be below minimum_age',
  'hours-crossed': () => 'must be later than opens_at',
  'coordinates-swapped': () => 'latitude and longitude are swapped',
  'coordinates-abroad': () => 'the point lies outside the country',
};

function baseName(detail: string): string {
  return detail.startsWith('places/') ? detail.slice('places/'.length) : detail;
}

function rowsOf<T>(table: CheckedTable<T>): T[] {
  return table.rows.map(({ row }) => row);
}

function hashOf(files: DirectoryFiles): string {
  const hash = createHash('sha256');
  for (const text of Object.values(files)) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
