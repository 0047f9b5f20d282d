/** What an import would do or why it cannot, in lines for the person at the terminal. Pure. */
import { placesImport } from '../../../words/vi.ts';
import type { FieldChange, PlaceRecord } from '../place-record.ts';
import type { ImportFault } from './fault-code.ts';
import { fieldTitle } from './field-title.ts';
import { linkTypeOf } from './find-doubts.ts';
import { type ImportPlan, type PlannedPlace, UNDECIDABLE } from './import-plan.ts';

/** Problems and places that are named one by one; the rest is counted. */
const MAX_FAULTS = 20;
const MAX_PLACES = 100;

/** Characters of a value that are shown: a list may hold more than whoever reads the terminal should see. */
const MAX_SHOWN = 60;

/** Every fault with its place and its remedy. */
export function describeFaults(faults: readonly ImportFault[]): string[] {
  const rest = faults.length - MAX_FAULTS;
  return [
    placesImport.refused(faults.length),
    ...faults.slice(0, MAX_FAULTS).map((fault) => `  ${describeFault(fault)}`),
    ...(rest > 0 ? [`  ${placesImport.moreFaults(rest)}`] : []),
    placesImport.nothingWritten,
  ];
}

export function describeFault({ file, line, column, code, detail }: ImportFault): string {
  const parts = [
    file,
    line === null ? '' : placesImport.line(line),
    column === null ? '' : placesImport.column(shorten(column)),
  ];
  const where = parts.filter((part) => part !== '').join(', ');
  return `${where}: ${placesImport.faults[code](shortDetail(code, detail ?? ''))}`;
}

/** Names of terms to choose from are ours and shown whole; a cell is not. */
function shortDetail(code: ImportFault['code'], detail: string): string {
  if (code === 'facility-type' || code === 'confidence') return detail;
  if (code !== 'cell') return shorten(detail);
  const reasons: Readonly<Record<string, string>> = placesImport.cells;
  return reasons[detail] ?? placesImport.otherCell;
}

/** Names of taxonomy terms by id. */
type Terms = ReadonlyMap<string, { name: string }>;

/** What a plan holds: added, changed field by field, unchanged, doubtful, missing. */
export function describePlan(plan: ImportPlan, terms: Terms): string[] {
  const words = placesImport.plan;
  return [
    words.total(plan.file, plan.total),
    '',
    words.added(plan.added.length),
    ...some(plan.added, (place) => [`  + ${heading(place)}`]),
    words.changed(plan.changed.length),
    ...some(plan.changed, (place) => [`  ~ ${heading(place)}`, ...changesOf(place, terms)]),
    words.unchanged(plan.unchanged),
    words.doubtful(plan.doubtful.length),
    ...some(plan.doubtful, (place) => [
      `  ? ${heading(place)}`,
      ...doubtsOf(place),
      ...changesOf(place, terms),
    ]),
    words.missing(plan.missing.length),
    ...some(plan.missing, (name) => [`  - ${shorten(name, 120)}`]),
  ];
}

function some<T>(items: readonly T[], describe: (item: T) => string[]): string[] {
  const rest = items.length - MAX_PLACES;
  return [
    ...items.slice(0, MAX_PLACES).flatMap(describe),
    ...(rest > 0 ? [`  ${placesImport.plan.more(rest)}`] : []),
  ];
}

function heading({ line, key, name, area }: PlannedPlace): string {
  const where =
    line === null
      ? key
      : key === String(line)
        ? placesImport.line(line)
        : `${placesImport.line(line)} (${key})`;
  return `${where}: ${shorten(name, 100)} (${shorten(area, 80)})`;
}

function doubtsOf({ doubts, key }: PlannedPlace): string[] {
  const lines = doubts.map(({ code, values }) => {
    const shown = values.map((value) => shorten(value, 160));
    return `      ${placesImport.doubts[code](shown.slice(0, 12), Math.max(0, shown.length - 12))}`;
  });
  const isOpen = doubts.some(({ code }) => UNDECIDABLE.has(code));
  return [...lines, ...(isOpen ? [] : [`      ${placesImport.plan.accept(key)}`])];
}

function changesOf({ before, after, fields }: PlannedPlace, terms: Terms): string[] {
  if (before === null) return [];
  const updated = fields.filter(({ action, field }) => action === 'update' && !isReference(field));
  const rows = new Map(
    fields.filter(({ action }) => action !== 'update').map((change) => [change.rowId, change]),
  );
  return [
    ...updated.map((change) =>
      placesImport.plan.change(
        titleOf(after, change),
        shown(change.before, terms),
        shown(change.after, terms),
      ),
    ),
    ...[...rows.values()].flatMap((change) => wholeRow(before, after, change, terms)),
  ].map((text) => `      ${text}`);
}

function wholeRow(before: PlaceRecord, after: PlaceRecord, change: FieldChange, terms: Terms): string[] {
  const isNew = change.action === 'create';
  const place = isNew ? after : before;
  const row = place[change.table].find(({ id }) => id === change.rowId);
  if (row === undefined || change.table === 'serviceAtLocations') return [];
  const values = Object.entries(row)
    .filter(([field, value]) => value !== null && !isReference(field) && !SETTLED.has(field))
    // Words say more than the term that they stand under.
    .filter(([field]) => field !== 'taxonomy_term_id' || !('value' in row) || row.value === null)
    .map(([, value]) => shown(String(value), terms));
  const text = shorten(values.join(', '));
  return [placesImport.plan.change(titleOf(place, change), isNew ? '' : text, isNew ? text : '')];
}

/** Fields that say nothing to a reader. */
const SETTLED: ReadonlySet<string> = new Set(['link_type', 'link_entity', 'freq', 'type', 'description']);

function isReference(field: string): boolean {
  return field === 'id' || (field.endsWith('_id') && field !== 'taxonomy_term_id');
}

function titleOf(place: PlaceRecord, change: FieldChange): string {
  if (change.action === 'update' || change.table === 'attributes') {
    return fieldTitle(change.table, change.field, linkTypeOf(place, change));
  }
  return fieldTitle(change.table, '', null);
}

function shown(value: string, terms: Terms): string {
  return shorten(terms.get(value)?.name ?? value);
}

function shorten(text: string, length = MAX_SHOWN): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '·');
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}
