/** What a directory editor does to one place. Every act needs a source: who said so, or where it stands. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { oldestAssurance } from '../../domain/freshness.ts';
import { localDay } from '../../domain/local-day.ts';
import { AppError } from '../errors.ts';
import { applyForm, formOf, type PlaceForm } from './place-form.ts';
import { attributeValue, type PlaceRecord } from './place-record.ts';
import { deleteFormerSlug, insertFormerSlug } from './place-store.ts';
import { readPlaceRecords } from './read-place-records.ts';
import { refuseForeignRows } from './refuse-foreign-rows.ts';
import { moveOpenReports } from './report-store.ts';
import { readSearchContext } from './search-context.ts';
import { withOwnServices } from './shared-rows.ts';
import { readSharedServices } from './sharing-store.ts';
import type { PlaceChange } from './spread-changes.ts';
import { type Act, runGuarded, writePlaces } from './write-places.ts';

/** A place as an editor sees it. */
export interface EditedPlace {
  id: string;
  slug: string;
  form: PlaceForm;
  status: PlaceRecord['services'][number]['status'];
  assuredDate: string | null;
  /** To be handed back with a change, which is refused when the place has another one by then. */
  version: string;
}

/** @throws AppError `not_found` */
export async function readPlaceForEditor(db: D1Database, id: string): Promise<EditedPlace> {
  return editedPlace(await findRecord(db, id));
}

async function editedPlace(record: PlaceRecord): Promise<EditedPlace> {
  return {
    id: record.locationId,
    slug: attributeValue(record, 'slug') ?? '',
    form: formOf(record),
    status: statusOf(record),
    assuredDate: oldestAssurance(record.services.map(({ assured_date }) => assured_date)),
    version: await versionOf(record),
  };
}

/**
 * Writes what the form says.
 *
 * @throws AppError `not_found`, `place_changed` when someone else was quicker, `invalid` with the fields at fault
 */
export async function editPlace(
  db: D1Database,
  id: string,
  edit: { version: string; form: PlaceForm },
  act: Act,
): Promise<void> {
  const before = await findRecord(db, id, edit.version);
  await refuseForeignRows(db, before, edit.form);
  const codes = [edit.form.commune_code, attributeValue(before, 'commune-code') ?? ''];
  const context = await readSearchContext(db, codes);
  await write(db, [{ before, after: applyForm(before, edit.form, context) }], act);
}

/**
 * Says that somebody has checked every line of the place today: its `assured_date` is the day in Việt Nam.
 *
 * @throws AppError `not_found`, `place_changed`
 */
export async function confirmPlace(db: D1Database, id: string, version: string, act: Act): Promise<void> {
  const before = await findRecord(db, id, version);
  // Of another place that shares a service nobody has checked anything.
  const own = withOwnServices(before, await readSharedServices(db, id));
  const services = own.services.map((row) => ({ ...row, assured_date: localDay(act.at) }));
  // "Nobody has called this number yet" is no longer so.
  const attributes = own.attributes.filter(({ link_type }) => link_type !== 'verification');
  await write(db, [{ before, after: { ...own, services, attributes } }], act);
}

/**
 * Shows a place again or hides it, from the search, the pages and the open data alike. A merged place that is shown again
 * has its own address again.
 *
 * @throws AppError `not_found`, `place_changed`
 */
export async function setPlaceStatus(
  db: D1Database,
  id: string,
  change: { version: string; status: PlaceRecord['services'][number]['status'] },
  act: Act,
): Promise<void> {
  const before = await findRecord(db, id, change.version);
  const slug = attributeValue(before, 'slug');
  const isShown = isShownStatus(change.status) && slug !== null;
  await write(
    db,
    [{ before, after: await withStatus(db, before, change.status) }],
    act,
    isShown ? [deleteFormerSlug(db, slug)] : [],
  );
}

/**
 * Merges a place into another that is the same one: it is hidden, its address leads to the other, which takes over what
 * it lacks (phones, hours, languages) and the reports that are still open.
 *
 * @throws AppError `not_found`, `place_changed`; `invalid` when both are one or the other is not shown
 */
export async function mergePlaces(
  db: D1Database,
  from: { id: string; version: string },
  into: { id: string; version: string },
  act: Act,
): Promise<void> {
  const { gone, kept, after } = await readMerge(db, from, into);
  const changes = [
    { before: gone, after: await withStatus(db, gone, 'defunct') },
    { before: kept, after },
  ];
  const slug = attributeValue(gone, 'slug');
  await write(db, changes, act, [
    ...(slug === null ? [] : insertFormerSlug(db, slug, from.id, into.id)),
    moveOpenReports(db, from.id, into.id),
  ]);
}

/** Two places before they are merged, and what the other will be. */
export interface MergePreview {
  from: EditedPlace;
  into: EditedPlace;
  after: PlaceForm;
}

/**
 * What merging would do; nothing is written.
 *
 * @throws AppError `not_found`; `invalid` as mergePlaces
 */
export async function previewMerge(db: D1Database, fromId: string, intoId: string): Promise<MergePreview> {
  const { gone, kept, after } = await readMerge(db, { id: fromId }, { id: intoId });
  return { from: await editedPlace(gone), into: await editedPlace(kept), after: formOf(after) };
}

async function readMerge(
  db: D1Database,
  from: { id: string; version?: string },
  into: { id: string; version?: string },
): Promise<{ gone: PlaceRecord; kept: PlaceRecord; after: PlaceRecord }> {
  if (from.id === into.id) throw new AppError('invalid', { fields: ['into'] });
  const gone = await findRecord(db, from.id, from.version);
  const kept = await findRecord(db, into.id, into.version);
  // The address of the one would lead to nothing.
  if (!isShownStatus(statusOf(kept))) throw new AppError('invalid', { fields: ['into'] });
  return { gone, kept, after: withLacking(kept, gone) };
}

/** The place with the phones, hours and languages of the other that it does not have itself. */
function withLacking(kept: PlaceRecord, gone: PlaceRecord): PlaceRecord {
  const digits = (number: string): string => number.replace(/\D/g, '');
  const known = new Set(kept.phones.map(({ number }) => digits(number)));
  const own = <T extends { location_id: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, id: crypto.randomUUID(), location_id: kept.locationId }));
  return {
    ...kept,
    phones: [...kept.phones, ...own(gone.phones.filter(({ number }) => !known.has(digits(number))))],
    schedules: kept.schedules.length > 0 ? kept.schedules : own(gone.schedules),
    languages: kept.languages.length > 0 ? kept.languages : own(gone.languages),
    accessibility: kept.accessibility.length > 0 ? kept.accessibility : own(gone.accessibility),
  };
}

async function write(
  db: D1Database,
  changes: readonly PlaceChange[],
  act: Act,
  also: readonly D1PreparedStatement[] = [],
): Promise<void> {
  const codes = changes.flatMap(({ after }) => attributeValue(after, 'commune-code') ?? []);
  const statements = await writePlaces(db, changes, await readSearchContext(db, codes), act);
  if (statements.length === 0 && also.length === 0) return;
  await runGuarded(db, [...statements, ...also]);
}

/**
 * The place with all of its services of this status. A service that another place shows too stays as it is there, and
 * this place has its own from now on: that one place closes says nothing of the other.
 */
async function withStatus(
  db: D1Database,
  place: PlaceRecord,
  status: EditedPlace['status'],
): Promise<PlaceRecord> {
  const isSame = place.services.every((row) => row.status === status);
  const own = isSame ? place : withOwnServices(place, await readSharedServices(db, place.locationId));
  return { ...own, services: own.services.map((row) => ({ ...row, status })) };
}

async function findRecord(db: D1Database, id: string, version?: string): Promise<PlaceRecord> {
  const [record] = await readPlaceRecords(db, [id]);
  if (record === undefined) throw new AppError('not_found');
  if (version !== undefined && version !== (await versionOf(record))) throw new AppError('place_changed');
  return record;
}

/** Whether the page of a place with this status is shown. */
function isShownStatus(status: EditedPlace['status']): boolean {
  return status === 'active' || status === 'temporarily closed';
}

/** The worst of its services' statuses matters to nobody: a place counts as shown while one is active. */
function statusOf(record: PlaceRecord): EditedPlace['status'] {
  const statuses = record.services.map(({ status }) => status);
  return statuses.includes('active') ? 'active' : (statuses[0] ?? 'inactive');
}

/** SHA-256 of every row, in hexadecimal. */
async function versionOf(record: PlaceRecord): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(record)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
