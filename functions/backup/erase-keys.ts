/** Erase keys on their way into a backup and out of one. */

import type { R2Bucket } from '@cloudflare/workers-types';
import { base64urlnopad } from '@scure/base';
import { z } from 'zod';
import { findLiving, listLiving, markGone } from './request-store.ts';

type Store = Pick<Env, 'DB' | 'ERASE_KEYS'>;

/** An erase key as a backup's file holds it. */
export const KeptEraseKeySchema = z.strictObject({
  inquiry: z.string(),
  name: z.string(),
  /** 32 bytes, base64url. */
  key: z.string().regex(/^[\w-]{43}$/),
});
export type KeptEraseKey = z.infer<typeof KeptEraseKeySchema>;

/** How many requests are looked at together. */
const GROUP = 200;

/** How many calls to R2 run at once: a Worker may have six connections open, and remote bindings run in one. */
const CALLS = 6;

/** The keys of the requests that live. A request erased meanwhile is left out. */
export async function* readEraseKeys({ DB, ERASE_KEYS }: Store): AsyncGenerator<KeptEraseKey> {
  for await (const group of livingGroups(DB)) {
    const objects = await inTurns(group, async ({ id, erase_key }) => {
      const object = await ERASE_KEYS.get(erase_key);
      return object === null
        ? null
        : {
            inquiry: id,
            name: erase_key,
            key: base64urlnopad.encode(new Uint8Array(await object.arrayBuffer())),
          };
    });
    for (const key of objects) if (key !== null) yield key;
  }
}

/**
 * Puts keys back for the requests that live in the restored database, and for no other.
 *
 * @returns how many were put back
 */
export async function writeEraseKeys(
  { DB, ERASE_KEYS }: Store,
  keys: AsyncIterable<KeptEraseKey>,
): Promise<number> {
  let written = 0;
  let group: KeptEraseKey[] = [];
  const flush = async (): Promise<void> => {
    const living = new Map(
      (
        await findLiving(
          DB,
          group.map(({ inquiry }) => inquiry),
        )
      ).map(({ id, erase_key }) => [id, erase_key]),
    );
    const wanted = group.filter(({ inquiry, name }) => living.get(inquiry) === name);
    await inTurns(wanted, ({ name, key }) => ERASE_KEYS.put(name, base64urlnopad.decode(key)));
    written += wanted.length;
    group = [];
  };
  for await (const key of keys) {
    group.push(key);
    if (group.length === GROUP) await flush();
  }
  await flush();
  return written;
}

/**
 * Begins to erase every request whose key is not there: it was erased since the backup, and nobody can open it.
 *
 * @returns how many
 */
export async function markKeyless({ DB, ERASE_KEYS }: Store): Promise<number> {
  let marked = 0;
  for await (const group of livingGroups(DB)) {
    const found = await inTurns(group, async ({ erase_key }) => (await ERASE_KEYS.head(erase_key)) !== null);
    const gone = group.filter((_row, index) => !found[index]).map(({ id }) => id);
    if (gone.length > 0) await markGone(DB, gone);
    marked += gone.length;
  }
  return marked;
}

/**
 * The object that a backup leaves beside the erase keys. Where it stands when that backup is restored, the bucket has
 * lived through, and a key that is missing in it was deleted on purpose.
 */
const markOf = (madeAt: string) => `backup/${madeAt}`;

export async function leaveMark(bucket: R2Bucket, madeAt: string): Promise<void> {
  await bucket.put(markOf(madeAt), new Uint8Array());
}

export async function hasMark(bucket: R2Bucket, madeAt: string): Promise<boolean> {
  return (await bucket.head(markOf(madeAt))) !== null;
}

async function* livingGroups(db: Env['DB']): AsyncGenerator<{ id: string; erase_key: string }[]> {
  let after = '';
  for (;;) {
    const group = await listLiving(db, after, GROUP);
    if (group.length > 0) yield group;
    if (group.length < GROUP) return;
    after = group.at(-1)?.id ?? after;
  }
}

/** Runs a call for each item, a few at once, and gives what they return in the order of the items. */
async function inTurns<T, R>(items: readonly T[], call: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += CALLS)
    results.push(...(await Promise.all(items.slice(at, at + CALLS).map(call))));
  return results;
}
