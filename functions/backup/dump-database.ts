/**
 * The whole database as SQL, which any SQLite and D1's own import read. Cloudflare's export refuses a database with search
 * tables (virtual ones), and this one has five.
 */
import type { Database } from '../database.ts';
import {
  listLateStatements,
  listSearchSettings,
  listTables,
  quoteName,
  readPage,
  type TableShape,
} from './store.ts';

/**
 * Stands alone on a line after every statement. A statement is many lines long, and the loader need not understand SQL to
 * tell where one ends.
 */
export const END_OF_STATEMENT = '--;';

/** Which rows a backup keeps, where it is not all: nobody is signed in, or invited, by a restored copy. */
const KEPT: Readonly<Record<string, string>> = {
  session: '0',
  webauthn_challenge: '0',
  invite: 'used_at IS NOT NULL',
};

/** D1 refuses statements over 100,000 bytes (developers.cloudflare.com/d1/platform/limits). */
const STATEMENT_BYTES = 90_000;

/** Hexadecimal digits of one value in one statement; the rest of the value follows in statements of its own. */
const VALUE_DIGITS = 60_000;

/** Rows that are held in memory at once: a sealed request takes up to 100,000 characters. */
const PAGE_ROWS = 200;

/** A piece of the dump, and how many rows of which table it holds. */
export interface DumpPart {
  text: string;
  table?: string;
  rows?: number;
}

/**
 * Reads the database to its end, in pages. What is written meanwhile may be in it or not, but a row whose parent is not
 * in it is left out when the dump is loaded.
 */
export async function* dumpDatabase(db: Database): AsyncGenerator<DumpPart> {
  const tables = inOrderOfReference(await listTables(db));
  yield statement('PRAGMA defer_foreign_keys = TRUE');
  for (const { sql } of tables) yield statement(sql);
  for (const table of tables) {
    if (table.kind === 'fts5')
      for (const [name, value] of await listSearchSettings(db, table.name))
        yield statement(
          `INSERT INTO ${quoteName(table.name)} (${quoteName(table.name)}, rank) VALUES (${name}, ${value})`,
        );
    if (table.kind !== 'rowless') yield* dumpRows(db, table);
  }
  for (const sql of await listLateStatements(db)) yield statement(sql);
}

function statement(sql: string): DumpPart {
  if (sql.split('\n').includes(END_OF_STATEMENT))
    throw new Error('a statement holds the mark that ends statements');
  return { text: `${sql};\n${END_OF_STATEMENT}\n` };
}

/** Tables after those that they refer to. */
function inOrderOfReference(tables: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name, references }) =>
      references.every(({ table }) => table === name || !waiting.some((other) => other.name === table)),
    );
    if (next < 0) throw new Error('tables refer to each other in a circle');
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

async function* dumpRows(db: Database, table: TableShape): AsyncGenerator<DumpPart> {
  const form = insertForm(table);
  let after = Number.MIN_SAFE_INTEGER;
  let offset = 0;
  let values: string[] = [];
  let size = form.size;
  const later: string[] = [];
  const flush = function* (): Generator<DumpPart> {
    if (values.length > 0) yield { ...statement(form.join(values)), table: table.name, rows: values.length };
    for (const sql of later) yield statement(sql);
    values = [];
    later.length = 0;
    size = form.size;
  };
  for (;;) {
    const page = await readPage(db, table, KEPT[table.name] ?? '1', { after, offset, limit: PAGE_ROWS });
    for (const row of page) {
      const { first, rest } = splitRow(table, row);
      const bytes = new TextEncoder().encode(first).length + 2;
      if (size + bytes > STATEMENT_BYTES) yield* flush();
      values.push(first);
      later.push(...rest);
      size += bytes;
    }
    if (page.length < PAGE_ROWS) break;
    after = page.at(-1)?.rowid ?? after;
    offset += page.length;
  }
  yield* flush();
  yield* dumpOwnReferences(db, table);
}

/** The statement around the rows: where a row must name a parent, it is left out when the parent is not there. */
function insertForm(table: TableShape): { size: number; join: (values: readonly string[]) => string } {
  const columns = [...(table.rowid === 'own' ? ['rowid'] : []), ...table.columns];
  const into = `INSERT INTO ${quoteName(table.name)} (${columns.map(quoteName).join(', ')})`;
  const guards = table.references
    .filter((reference) => reference.table !== table.name)
    .map(({ column, table: parent, to }) => {
      const value = `column${columns.indexOf(column) + 1}`;
      return `(${value} IS NULL OR ${value} IN (SELECT ${quoteName(to)} FROM ${quoteName(parent)}))`;
    });
  const [before, after] =
    guards.length === 0
      ? [`${into} VALUES\n`, '']
      : [`${into} SELECT * FROM (VALUES\n`, `\n) WHERE ${guards.join(' AND ')}`];
  return {
    size: new TextEncoder().encode(before + after).length + 1,
    join: (values) => `${before}${values.join(',\n')}${after}`,
  };
}

/** A row as one line, and the statements that add to it what one statement cannot hold. */
function splitRow(
  table: TableShape,
  { rowid, literals }: { rowid: number | null; literals: string[] },
): { first: string; rest: string[] } {
  const own = new Set(table.references.filter((r) => r.table === table.name).map((r) => r.column));
  const rest: string[] = [];
  let room = VALUE_DIGITS;
  const first = literals.map((literal, index) => {
    const column = table.columns[index] ?? '';
    // Set once every row is there: dumpOwnReferences.
    if (own.has(column)) return 'NULL';
    const [, digits, type = 'BLOB'] = /^(?:CAST\()?X'([0-9A-F]*)'(?: AS (TEXT)\))?$/.exec(literal) ?? [];
    if (digits === undefined || digits.length <= room) {
      room -= digits?.length ?? 0;
      return literal;
    }
    if (rowid === null) throw new Error(`a row of ${table.name} is too large for a backup`);
    const cast = (hex: string) => (type === 'TEXT' ? `CAST(X'${hex}' AS TEXT)` : `X'${hex}'`);
    const kept = Math.max(room - (room % 2), 0);
    for (let at = kept; at < digits.length; at += VALUE_DIGITS) {
      const piece = digits.slice(at, at + VALUE_DIGITS);
      rest.push(
        `UPDATE ${quoteName(table.name)} SET ${quoteName(column)} =
CAST(${quoteName(column)} || X'${piece}' AS ${type}) WHERE rowid = ${rowid}`,
      );
    }
    room = 0;
    return cast(digits.slice(0, kept));
  });
  const place = table.rowid === 'own' ? [String(rowid)] : [];
  return { first: `(${[...place, ...first].join(', ')})`, rest };
}

/** References of a table to itself: a row may name one that stands after it. */
async function* dumpOwnReferences(db: Database, table: TableShape): AsyncGenerator<DumpPart> {
  for (const { column, to } of table.references.filter((reference) => reference.table === table.name)) {
    const shape = { ...table, columns: [column] };
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const page = await readPage(db, shape, `${quoteName(column)} IS NOT NULL`, {
        after,
        offset: 0,
        limit: PAGE_ROWS,
      });
      for (const { rowid, literals } of page)
        yield statement(
          `UPDATE ${quoteName(table.name)} SET ${quoteName(column)} =
(SELECT ${quoteName(to)} FROM ${quoteName(table.name)} WHERE ${quoteName(to)} = ${literals[0] ?? 'NULL'}) WHERE rowid = ${rowid}`,
        );
      if (page.length < PAGE_ROWS) break;
      after = page.at(-1)?.rowid ?? after;
    }
  }
}
