/** What the stores hold, as counts, and whether it is whole. */
import type { Change } from './api-routes.ts';

type Stores = Pick<Env, 'DB' | 'ERASE_KEYS'>;

let countAll = '';

/** How many rows every table has, and how many erase keys R2. */
export async function countEverything(env: Stores): Promise<Change> {
  if (countAll === '') countAll = await countingStatement(env);
  const row = await env.DB.prepare(countAll).first<Change>();
  return { ...row, keys: (await eraseKeyNames(env)).length };
}

/** What is different between two counts. */
export function changeBetween(before: Change, after: Change): Change {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  return Object.fromEntries(names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
}

/** Rows of which only a part stands: no parent, no key, no first event. None may ever be there. */
export async function partialRows(env: Stores): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT 'message without its request' AS fault, id FROM message
       WHERE inquiry_id NOT IN (SELECT id FROM inquiry)
     UNION ALL SELECT 'event without its request', id FROM status_event
       WHERE inquiry_id NOT IN (SELECT id FROM inquiry)
     UNION ALL SELECT 'request without its first event', id FROM inquiry
       WHERE id NOT IN (SELECT inquiry_id FROM status_event WHERE kind = 'received')
     UNION ALL SELECT 'contact opened without its row in the chain', inquiry_id
       FROM status_event JOIN inquiry ON inquiry.id = inquiry_id WHERE kind = 'contact-opened'
       GROUP BY inquiry_id HAVING count(*) <> (SELECT count(*) FROM audit_event
         WHERE kind = 'contact-opened' AND audit_ref = inquiry.audit_ref)`,
  ).all<{ fault: string; id: string }>();
  const keys = new Set(await eraseKeyNames(env));
  const named = await env.DB.prepare('SELECT erase_key FROM inquiry').all<{ erase_key: string }>();
  const keyless = named.results.filter(({ erase_key }) => !keys.delete(erase_key));
  return [
    ...results.map(({ fault, id }) => `${fault}: ${id}`),
    ...keyless.map(() => 'request without its erase key'),
    ...[...keys].map(() => 'erase key without its request'),
  ];
}

/** Removes every request with all that hangs on it: counting, and looking for parts, takes as long as there are rows. */
export async function forgetRequests(env: Stores): Promise<void> {
  const tables = ['message', 'status_event', 'inquiry'];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
  await env.ERASE_KEYS.delete(await eraseKeyNames(env));
}

async function countingStatement(env: Stores): Promise<string> {
  const { results } = await env.DB.prepare(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
       AND name NOT LIKE 'sqlite%'`,
  ).all<{ name: string; sql: string }>();
  const virtual = results.filter(({ sql }) => sql.startsWith('CREATE VIRTUAL')).map(({ name }) => name);
  // Shadow tables hold segments of an index, whose number says nothing of rows.
  const tables = results.filter(({ name }) => !virtual.some((table) => name.startsWith(`${table}_`)));
  return `SELECT ${tables.map(({ name }) => `(SELECT count(*) FROM ${name}) AS ${name}`).join()}`;
}

async function eraseKeyNames(env: Stores): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await env.ERASE_KEYS.list(cursor === undefined ? {} : { cursor });
    names.push(...page.objects.map(({ key }) => key));
    if (!page.truncated) return names;
    cursor = page.cursor;
  }
}
