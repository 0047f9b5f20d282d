import type { D1Database } from '@cloudflare/workers-types';
import { AppError } from '../errors.ts';
import type { PlaceForm } from './place-form.ts';
import type { PlaceRecord } from './place-record.ts';
import { readStandingRows } from './sharing-store.ts';

/** Parts of the form of which each line is a row with an id that the browser may have made. */
const PARTS = ['phones', 'schedules'] as const;

/**
 * Refuses a form that names a row of another place as its own, or one row twice: writing it would take that row away.
 *
 * @throws AppError `invalid` with the paths of the ids at fault ("phones.0.id")
 */
export async function refuseForeignRows(db: D1Database, before: PlaceRecord, form: PlaceForm): Promise<void> {
  const fields: string[] = [];
  for (const part of PARTS) {
    const own = new Set(before[part].map(({ id }) => id));
    const given = form[part].map(({ id }) => id);
    const unknown = given.filter((id) => !own.has(id));
    const standing = unknown.length === 0 ? null : await readStandingRows(db, part, unknown);
    for (const [index, id] of given.entries()) {
      if (standing?.has(id) || given.indexOf(id) !== index) fields.push(`${part}.${index}.id`);
    }
  }
  if (fields.length > 0) throw new AppError('invalid', { fields });
}
