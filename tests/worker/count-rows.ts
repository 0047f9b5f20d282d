import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** The database, and how many rows D1 says that it has read for everything asked through it so far. */
export function countRows(db: D1Database): { db: D1Database; rowsRead: () => number } {
  let rows = 0;
  const count = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => count(target.bind(...values));
        if (name !== 'all' && name !== 'first') throw new Error(`not counted: ${String(name)}`);
        return async (column?: string) => {
          const result = await target.all<Record<string, unknown>>();
          rows += result.meta.rows_read;
          if (name === 'all') return result;
          const first = result.results[0] ?? null;
          return column === undefined || first === null ? first : first[column];
        };
      },
    });
  return {
    db: new Proxy(db, {
      get(target, name) {
        if (name !== 'prepare') throw new Error(`not counted: ${String(name)}`);
        return (sql: string) => count(target.prepare(sql));
      },
    }),
    rowsRead: () => rows,
  };
}
