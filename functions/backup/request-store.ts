/** The SQL about requests and officers that backups and restoring need. */
import { z } from 'zod';
import type { Database } from '../database.ts';

/** A request that is not being erased, and the name of its erase key. */
const LivingRow = z.object({ id: z.string(), erase_key: z.string() });
export type LivingRow = z.infer<typeof LivingRow>;

/** A request that was erased: what remains of its code, and the UTC day. */
const ErasedRow = z.object({ lookup_hash: z.string(), erased_on: z.string() });
export type ErasedRow = z.infer<typeof ErasedRow>;

/** The living requests after an id, in the order of the ids. */
export async function listLiving(db: Database, after: string, limit: number): Promise<LivingRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, erase_key FROM inquiry WHERE id > ?1 AND status <> 'erasing' ORDER BY id LIMIT ${limit}`,
    )
    .bind(after)
    .all();
  return z.array(LivingRow).parse(results);
}

/** Those of some requests that live. */
export async function findLiving(db: Database, ids: readonly string[]): Promise<LivingRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, erase_key FROM inquiry
       WHERE id IN (SELECT value FROM json_each(?1)) AND status <> 'erasing'`,
    )
    .bind(JSON.stringify(ids))
    .all();
  return z.array(LivingRow).parse(results);
}

/** How many requests live. */
export async function countLiving(db: Database): Promise<number> {
  const count = await db.prepare(`SELECT count(*) AS n FROM inquiry WHERE status <> 'erasing'`).first('n');
  return z.number().parse(count);
}

/** Begins to erase requests. They are not counted: under which reason they went was lost. */
export async function markGone(db: Database, ids: readonly string[]): Promise<void> {
  await db
    .prepare(`UPDATE inquiry SET status = 'erasing' WHERE id IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(ids))
    .run();
}

/** Every request known to be erased, those whose erasure was begun too. */
export async function listErased(db: Database): Promise<ErasedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT lookup_hash, erased_on FROM erased_code
       UNION SELECT lookup_hash, date('now') FROM inquiry WHERE status = 'erasing' ORDER BY lookup_hash`,
    )
    .all();
  return z.array(ErasedRow).parse(results);
}

/** Records that requests were erased, and begins to erase those of them that stand. @returns how many stood */
export async function addErased(db: Database, rows: readonly ErasedRow[]): Promise<number> {
  const [, marked] = await db.batch([
    db
      .prepare(
        `INSERT INTO erased_code (lookup_hash, erased_on)
         SELECT value ->> 'lookup_hash', value ->> 'erased_on' FROM json_each(?1) WHERE true
         ON CONFLICT (lookup_hash) DO NOTHING`,
      )
      .bind(JSON.stringify(rows)),
    db
      .prepare(
        `UPDATE inquiry SET status = 'erasing' WHERE status <> 'erasing'
           AND lookup_hash IN (SELECT value ->> 'lookup_hash' FROM json_each(?1))`,
      )
      .bind(JSON.stringify(rows)),
  ]);
  return marked?.meta.changes ?? 0;
}

/** The names of the migrations that a database has had, in order; none when it has no tables. */
export async function listMigrations(db: Database): Promise<string[]> {
  const made = await db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'd1_migrations'`).first();
  if (made === null) return [];
  const { results } = await db.prepare('SELECT name FROM d1_migrations ORDER BY id').all();
  return z
    .array(z.object({ name: z.string() }))
    .parse(results)
    .map(({ name }) => name);
}

/** The ids of all requests that live. */
export async function listLivingIds(db: Database): Promise<string[]> {
  const { results } = await db.prepare(`SELECT id FROM inquiry WHERE status <> 'erasing' ORDER BY id`).all();
  return z
    .array(z.object({ id: z.string() }))
    .parse(results)
    .map(({ id }) => id);
}

/** Every id among some that a request has. */
export async function countKnown(db: Database, ids: readonly string[]): Promise<number> {
  const count = await db
    .prepare('SELECT count(*) AS n FROM inquiry WHERE id IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(ids))
    .first('n');
  return z.number().parse(count);
}

/** The ids of the officers who were removed; none in a database from before officers could be. */
export async function listRemovedOfficers(db: Database): Promise<string[]> {
  const can = await db
    .prepare(`SELECT 1 FROM pragma_table_info('officer') WHERE name = 'removed_at'`)
    .first();
  if (can === null) return [];
  const { results } = await db
    .prepare('SELECT id FROM officer WHERE removed_at IS NOT NULL ORDER BY id')
    .all();
  return z
    .array(z.object({ id: z.string() }))
    .parse(results)
    .map(({ id }) => id);
}
