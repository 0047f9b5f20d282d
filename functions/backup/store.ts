/** The SQL that reads a database without knowing its tables. */
import { z } from 'zod';
import type { Database } from '../database.ts';

/** A table as a backup sees it. */
export interface TableShape {
  name: string;
  /** Its statement, as it was written. */
  sql: string;
  /** What the rows are addressed by: a rowid of its own, a column that is the rowid, or a primary key alone. */
  rowid: 'own' | { column: string } | { key: string[] };
  columns: string[];
  /** Columns that must name a row of another table, or of this one. */
  references: Reference[];
  /** A search table of FTS5, whose rows are read and written like those of a table; or one without rows of its own. */
  kind: 'table' | 'fts5' | 'rowless';
}

/** A foreign key of one column. */
export interface Reference {
  column: string;
  table: string;
  to: string;
}

const TableRow = z.object({
  name: z.string(),
  type: z.enum(['table', 'virtual']),
  wr: z.number(),
  sql: z.string(),
});
const ColumnRow = z.object({
  name: z.string(),
  type: z.string(),
  pk: z.number(),
  hidden: z.number(),
});
const ReferenceRow = z.object({
  id: z.number(),
  seq: z.number(),
  table: z.string(),
  from: z.string(),
  to: z.string(),
});

/**
 * The tables, in the order in which they were made. Those of SQLite, of D1 and the inner ones of FTS5 are left out.
 *
 * @throws Error for a shape that a backup does not know how to keep
 */
export async function listTables(db: Database): Promise<TableShape[]> {
  const { results } = await db
    .prepare(
      `SELECT list.name, list.type, list.wr, made.sql FROM pragma_table_list AS list
       JOIN sqlite_schema AS made ON made.type = 'table' AND made.name = list.name
       WHERE list.schema = 'main' AND list.type IN ('table', 'virtual')
         AND list.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND list.name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
       ORDER BY made.rowid`,
    )
    .all();
  const shapes: TableShape[] = [];
  for (const row of z.array(TableRow).parse(results)) shapes.push(await describeTable(db, row));
  return shapes;
}

async function describeTable(
  db: Database,
  { name, type, wr, sql }: z.infer<typeof TableRow>,
): Promise<TableShape> {
  const [columnRows, referenceRows] = await db.batch([
    db.prepare('SELECT name, type, pk, hidden FROM pragma_table_xinfo(?1) ORDER BY cid').bind(name),
    db.prepare('SELECT id, seq, "table", "from", "to" FROM pragma_foreign_key_list(?1)').bind(name),
  ]);
  const columns = z
    .array(ColumnRow)
    .parse(columnRows?.results ?? [])
    .filter(({ hidden }) => hidden === 0);
  const references = z.array(ReferenceRow).parse(referenceRows?.results ?? []);
  if (references.some(({ seq }) => seq > 0)) throw new Error(`${name} has a foreign key of several columns`);
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const [only] = key;
  const rowid =
    wr === 1
      ? { key: key.map((column) => column.name) }
      : key.length === 1 && only?.type === 'INTEGER'
        ? { column: only.name }
        : ('own' as const);
  return {
    name,
    sql,
    rowid,
    columns: columns.map((column) => column.name),
    references: references.map(({ from, table, to }) => ({ column: from, table, to })),
    kind: type === 'table' ? 'table' : kindOfVirtual(name, sql),
  };
}

function kindOfVirtual(name: string, sql: string): 'fts5' | 'rowless' {
  const [, module] = /\sUSING\s+(\w+)/i.exec(sql) ?? [];
  if (module === 'fts5') return 'fts5';
  if (module === 'fts5vocab') return 'rowless';
  throw new Error(`${name} is a virtual table of a kind that no backup keeps`);
}

/** The statements of indexes, then triggers and views, as they were written. */
export async function listLateStatements(db: Database): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL
       ORDER BY type = 'trigger', rowid`,
    )
    .all();
  return z
    .array(z.object({ sql: z.string() }))
    .parse(results)
    .map(({ sql }) => sql);
}

/** What was set on a search table (`rank`), name and value as SQL literals. */
export async function listSearchSettings(db: Database, table: string): Promise<[string, string][]> {
  const rows = await db
    .prepare(`SELECT quote(k), quote(v) FROM ${quoteName(`${table}_config`)} WHERE k <> 'version' ORDER BY k`)
    .raw();
  return z.array(z.tuple([z.string(), z.string()])).parse(rows);
}

/** Texts from here on are read as hexadecimal, which can be cut anywhere. */
const LONG_TEXT = 20_000;

/** One page of a table's rows: for each its place (a rowid, or null) and its columns as SQL literals on one line. */
export async function readPage(
  db: Database,
  table: TableShape,
  condition: string,
  { after, offset, limit }: { after: number; offset: number; limit: number },
): Promise<{ rowid: number | null; literals: string[] }[]> {
  const hasKey = typeof table.rowid === 'object' && 'key' in table.rowid;
  const literals = table.columns.map(quoteName).map(
    // A line of the dump is a line: line feeds, and what quote() would cut at a NUL, stand as hexadecimal.
    (c) =>
      `CASE WHEN typeof(${c}) = 'text' AND (length(${c}) > ${LONG_TEXT} OR instr(${c}, char(0)) OR instr(${c}, char(10))
         OR instr(${c}, char(13))) THEN 'CAST(X''' || hex(${c}) || ''' AS TEXT)' ELSE quote(${c}) END`,
  );
  const rows = await db
    .prepare(
      hasKey
        ? `SELECT NULL, ${literals.join(', ')} FROM ${quoteName(table.name)} WHERE ${condition}
           ORDER BY ${keyOf(table)} LIMIT ?1 OFFSET ?2`
        : `SELECT rowid, ${literals.join(', ')} FROM ${quoteName(table.name)} WHERE rowid > ?2 AND ${condition}
           ORDER BY rowid LIMIT ?1`,
    )
    .bind(limit, hasKey ? offset : after)
    .raw();
  return z
    .array(z.tuple([z.number().nullable()], z.string()))
    .parse(rows)
    .map(([rowid, ...columns]) => ({ rowid, literals: columns }));
}

function keyOf({ rowid }: TableShape): string {
  return typeof rowid === 'object' && 'key' in rowid ? rowid.key.map(quoteName).join(', ') : 'rowid';
}

/** A name as SQL takes it, whatever it holds. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
