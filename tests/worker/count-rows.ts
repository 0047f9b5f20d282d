import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** The database, and how many rows D1 says that it has read for everything asked through it so far. */
export function countRows(db: D1Database): { db: D1Database; rowsRead: () => number } {
  let rows = 0;
  // D1 takes no proxy in a batch.
  const bare = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const count = (statement: D1PreparedStatement): D1PreparedStatement => {
    const counted = proxyOf(statement);
    bare.set(counted, statement);
    return counted;
  };
  const proxyOf = (statement: D1PreparedStatement): D1PreparedStatement =>
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
        if (name === 'batch') {
          return async (statements: D1PreparedStatement[]) => {
            const results = await target.batch(
              statements.map((statement) => bare.get(statement) ?? statement),
            );
            for (const { meta } of results) rows += meta.rows_read;
            return results;
          };
        }
        if (name !== 'prepare') throw new Error(`not counted: ${String(name)}`);
        return (sql: string) => count(target.prepare(sql));
      },
    }),
    rowsRead: () => rows,
  };
}
