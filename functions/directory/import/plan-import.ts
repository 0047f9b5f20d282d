import type { D1Database } from '@cloudflare/workers-types';
import { AppError } from '../../errors.ts';
import { faultsOf } from '../fault.ts';
import { readDirectoryState } from '../hsds/store.ts';
import { type MergedPlaces, readMergedPlaces } from '../merged-places.ts';
import type { PlaceRecord } from '../place-record.ts';
import { readDelimited, separatorOf } from '../read-delimited.ts';
import { readAllPlaces } from '../read-place-records.ts';
import { decodeText, isZip } from './decode-text.ts';
import type { ImportFault } from './fault-code.ts';
import type { ImportContext } from './import-context.ts';
import { type ImportPlan, sortPlanned } from './import-plan.ts';
import { LIMITS } from './limits.ts';
import { type Planned, planListed } from './plan-listed.ts';
import { planPackage } from './plan-package.ts';
import { isPackageTable, readPackage } from './read-package.ts';
import { readPlainForm } from './read-plain-form.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Sheet } from './sheet.ts';

/** What somebody wants imported: one file, or the files of a folder. */
export interface ImportInput {
  /** As the person gave it, for headings. */
  name: string;
  files: ReadonlyMap<string, Uint8Array>;
  isFolder: boolean;
}

export interface PlanOptions {
  /** Source of rows that name none; null when there is none. */
  source: string | null;
  /** Lines or slugs whose doubts somebody has settled. */
  accepted: ReadonlySet<string>;
  /** ISO date of today in Việt Nam. */
  today: string;
  newId: () => string;
}

/** What an import would do, or everything that is wrong with the list. */
export type Planning =
  | {
      plan: ImportPlan;
      /** Accepted keys that no doubtful place has. */
      unknownAccepted: string[];
    }
  | { faults: ImportFault[] };

/** Which state of the directory a plan was made over: what was loaded, and the number of the last change since. */
export interface DirectoryBasis {
  contentHash: string;
  lastChange: number;
}

/**
 * Plans an import into the directory as it stands. Reads the database and writes nothing.
 *
 * @throws AppError `storage_unavailable` before the shipped directory was loaded
 */
export async function planImport(
  db: D1Database,
  input: ImportInput,
  context: ImportContext,
  options: PlanOptions,
): Promise<Planning & { basis: DirectoryBasis }> {
  // Before the places: what changes while they are read is seen as a change.
  const basis = await readDirectoryState(db);
  if (basis === null) throw new AppError('storage_unavailable');
  const [existing, merged] = [await readAllPlaces(db), await readMergedPlaces(db)];
  return { ...(await planOver(existing, input, context, options, merged)), basis };
}

/**
 * Plans an import over these places.
 *
 * @param merged the places that were merged into another, each with that one, by id
 */
export async function planOver(
  existing: readonly PlaceRecord[],
  input: ImportInput,
  context: ImportContext,
  options: PlanOptions,
  merged: MergedPlaces = new Map(),
): Promise<Planning> {
  const faults: ImportFault[] = [];
  let planned: Planned = { places: [], missing: [] };
  if (isPackage(input)) {
    if (![...input.files.keys()].some(isPackageTable)) faultsOf(input.name, faults)('no-table', null);
    const tables = readPackage(input.files, existing, context, options.today, faults);
    if (faults.length === 0) planned = planPackage(tables, existing, options.source ?? input.name, merged);
  } else {
    const sheet = await readSheet(input, faults);
    const listed = sheet === null ? [] : readPlainForm(sheet, context, options, faults);
    if (sheet !== null && faults.length === 0) {
      planned = planListed(sheet.file, listed, { existing, merged }, context, options.newId, faults);
    }
  }
  if (faults.length > 0) return { faults };
  const doubtful = new Set(planned.places.filter(({ doubts }) => doubts.length > 0).map(({ key }) => key));
  const unknownAccepted = [...options.accepted].filter((key) => !doubtful.has(key));
  return {
    plan: sortPlanned(input.name, planned.places, options.accepted, planned.missing),
    unknownAccepted,
  };
}

/** A folder, or a file whose header speaks HSDS. */
function isPackage({ files, isFolder }: ImportInput): boolean {
  if (isFolder) return true;
  const [bytes] = files.values();
  if (bytes === undefined || isZip(bytes)) return false;
  const start = new TextDecoder().decode(bytes.subarray(0, 2_000)).replace(/^\uFEFF/, '');
  const [header = ''] = start.split(/[\r\n]/);
  const cells = header.split(separatorOf(header)).map((cell) => cell.replaceAll('"', '').trim());
  return cells.includes('id') && cells.every((cell) => /^[a-z0-9_]+$/.test(cell));
}

async function readSheet({ files }: ImportInput, faults: ImportFault[]): Promise<Sheet | null> {
  const [entry] = files;
  if (entry === undefined) return null;
  const [file, bytes] = entry;
  if (isZip(bytes)) return readXlsx(file, bytes, faults);
  const fault = faultsOf(file, faults);
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) {
    fault(decoded.code, decoded.line);
    return null;
  }
  const rows = readDelimited(file, decoded.text, (found) => faults.push(found), {
    delimiter: separatorOf(decoded.text),
    maxRows: LIMITS.rows + 2,
    maxRecord: LIMITS.cellLength * LIMITS.columns,
  });
  if (rows.length > LIMITS.rows + 1) fault('too-many-rows', null);
  if (rows.some(({ cells }) => cells.length > LIMITS.columns)) fault('too-many-columns', null);
  const width = rows[0]?.cells.length ?? 0;
  for (const { line, cells } of rows) if (cells.length < width) fault('row-length', line);
  if (faults.length > 0) return null;
  return {
    file,
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((text) => ({ text, kind: 'text' as const })),
    })),
  };
}
