import type { D1Database } from '@cloudflare/workers-types';

/** SHA-256 over every row of every table, as hexadecimal: equal dumps mean that not a byte of content changed. */
export async function dumpHash(db: D1Database): Promise<string> {
  const { results: tables } = await db
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name",
    )
    .all<{ name: string; sql: string }>();
  const rows: unknown[] = [tables];
  for (const { name, sql } of tables) {
    // A virtual table's content stands in its shadow tables.
    if (sql.startsWith('CREATE VIRTUAL')) continue;
    rows.push((await db.prepare(`SELECT * FROM "${name}"`).raw()).map((row) => row));
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(rows)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
