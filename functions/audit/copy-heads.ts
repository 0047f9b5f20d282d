/**
 * Copies of the chains' heads in a bucket of their own. Whoever owns the database can recompute a whole chain: only what
 * was copied elsewhere before shows it.
 */
import type { R2Bucket } from '@cloudflare/workers-types';
import { hourOf } from '../../domain/hour.ts';
import { AppError } from '../errors.ts';
import { type HeadsCopy, HeadsCopySchema } from './schema.ts';
import { listHeads } from './store.ts';

/** Before the name of each hour's copy; these are never written again, so the bucket may be locked for them. */
const HOURS = 'hours/';

/** The same as the last hour's copy, so that one call finds it. */
const LATEST = 'latest.json';

/** A copy, or what stands in its place. */
export interface FoundCopy {
  /** The name of the object. */
  name: string;
  /** Null when it cannot be read as a copy, or names another hour than its name does. */
  copy: HeadsCopy | null;
}

/**
 * Copies the heads if they are others than those of the last copy. One copy an hour at most: what is done later in the
 * hour is copied in the next one, so nobody learns from the copies at which minute a desk works.
 *
 * @returns what was copied; null when there was nothing new, or this hour (or a later one) has its copy already
 * @throws AppError `storage_unavailable`
 */
export async function copyHeads(env: Pick<Env, 'DB' | 'AUDIT_HEADS'>, now: Date): Promise<HeadsCopy | null> {
  const hour = hourOf(now);
  const latest = await readLatestCopy(env.AUDIT_HEADS);
  if (latest !== null && latest.hour >= hour) return null;
  const desks = await listHeads(env.DB);
  if (desks.length === 0 || (latest !== null && headsOf(desks) === headsOf(latest.desks))) return null;
  const copy: HeadsCopy = { format: 'diem-tua/audit-heads/1', hour, desks };
  const text = JSON.stringify(copy);
  try {
    // Another run may have been faster: its copy stays.
    const onlyIf = { etagDoesNotMatch: '*' };
    if ((await env.AUDIT_HEADS.put(`${HOURS}${hour}.json`, text, { onlyIf })) === null) return null;
    await env.AUDIT_HEADS.put(LATEST, text);
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
  return copy;
}

/**
 * The last copy, for everybody to see.
 *
 * @returns null when there is none, or it cannot be read
 * @throws AppError `storage_unavailable`
 */
export async function readLatestCopy(bucket: R2Bucket): Promise<HeadsCopy | null> {
  return (await fetchCopy(bucket, LATEST)).copy;
}

/** Every copy in the bucket, the oldest first, the one called the latest at the end. */
export async function* listCopies(bucket: R2Bucket): AsyncGenerator<FoundCopy> {
  for (let cursor: string | undefined; ;) {
    const page = await bucket.list({ prefix: HOURS, ...(cursor === undefined ? {} : { cursor }) });
    for (const { key } of page.objects) yield await fetchCopy(bucket, key);
    if (!page.truncated) break;
    cursor = page.cursor;
  }
  if ((await bucket.head(LATEST)) !== null) yield await fetchCopy(bucket, LATEST);
}

async function fetchCopy(bucket: R2Bucket, name: string): Promise<FoundCopy> {
  let text: string | undefined;
  try {
    text = await (await bucket.get(name))?.text();
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
  const copy = text === undefined ? null : parseCopy(text);
  const isNamed = name === LATEST || name === `${HOURS}${copy?.hour}.json`;
  return { name, copy: isNamed ? copy : null };
}

/** Reads a copy's text; null when it is none. */
export function parseCopy(text: string): HeadsCopy | null {
  try {
    return HeadsCopySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // No JSON: as much a copy as any other text.
    return null;
  }
}

/** What of the heads tells whether something was done since. */
function headsOf(desks: HeadsCopy['desks']): string {
  return JSON.stringify(desks.map(({ desk, seq, hash }) => [desk, seq, hash]).sort());
}
