/** What speaks against laying new values over a place that stands. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import { attributesOf, type FieldChange, type PlaceRecord } from '../place-record.ts';
import { fieldTitle } from './field-title.ts';
import type { Doubt } from './import-plan.ts';
import { isBefore, latestDate } from './parse-day.ts';
import { phoneDigits } from './parse-phone.ts';

/** Doubts about changing a place. None when nothing changes. */
export function findDoubts(
  before: PlaceRecord,
  after: PlaceRecord,
  fields: readonly FieldChange[],
  sourceDate: string | null,
): Doubt[] {
  if (fields.length === 0) return [];
  const doubts: Doubt[] = [];
  const confirmed = before.services.flatMap(({ assured_date }) => assured_date ?? [])[0];
  if (confirmed !== undefined) doubts.push({ code: 'confirmed', values: [confirmed] });
  const held = heldDate(before);
  if (held !== null && sourceDate !== null && isBefore(sourceDate, held)) {
    doubts.push({ code: 'older-source', values: [sourceDate, held] });
  }
  const [heldPhones, newPhones] = [before, after].map(({ phones }) => phones.map(({ number }) => number));
  if (heldPhones !== undefined && newPhones !== undefined && losesPhone(heldPhones, newPhones)) {
    doubts.push({ code: 'phone-differs', values: [heldPhones.join('; '), newPhones.join('; ')] });
  }
  const commune = fields.find(
    (change) =>
      change.action === 'update' &&
      change.table === 'addresses' &&
      change.field === 'city' &&
      change.before !== '',
  );
  if (commune !== undefined) doubts.push({ code: 'moved', values: [commune.before, commune.after] });
  for (const change of fields.filter(isEmptier)) {
    const title = fieldTitle(change.table, change.field, linkTypeOf(before, change));
    doubts.push({ code: 'emptier', values: [title, change.before, change.after] });
  }
  return doubts;
}

/** The latest date of a place's sources. */
function heldDate(place: PlaceRecord): string | null {
  return latestDate(
    attributesOf(place, 'source-date')
      .map(({ value }) => value ?? '')
      .join(' '),
  );
}

function losesPhone(held: readonly string[], listed: readonly string[]): boolean {
  const digits = new Set(listed.map(phoneDigits));
  return held.some((number) => !digits.has(phoneDigits(number)));
}

/** Whether the new words are some of the old ones and nothing more. */
function isEmptier({ action, field, before, after }: FieldChange): boolean {
  if (action !== 'update' || field.endsWith('_id') || before === '') return false;
  const [held, listed] = [foldedWords(before), foldedWords(after)];
  return listed.length < held.length && listed.every((word) => held.includes(word));
}

/** The link type of the attribute that a change speaks of; null for other tables. */
export function linkTypeOf(place: PlaceRecord, change: FieldChange): string | null {
  if (change.table !== 'attributes') return null;
  return place.attributes.find(({ id }) => id === change.rowId)?.link_type ?? null;
}
