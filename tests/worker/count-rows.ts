import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';

/** The database, and how many rows D1 says that it has read for everything asked through it so far. */
export function countRows(db: D1Database): { db: D1Database; rowsRead: () => number; trips: () => number } {
  let rows = 0;
  let trips = 0;
  const counted = new Map<D1PreparedStatement, D1PreparedStatement>();
  const add = <T>(results: readonly D1Result<T>[]): void => {
    trips += 1;
    for (const { meta } of results) rows += meta.rows_read;
  };
  const count = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => count(target.bind(...values));
        if (name !== 'all' && name !== 'first') throw new Error(`not counted: ${String(name)}`);
        return async (column?: string) => {
          const result = await target.all<Record<string, unknown>>();
          add([result]);
          if (name === 'all') return result;
          const first = result.results[0] ?? null;
          return column === undefined || first === null ? first : first[column];
        };
      },
    });
    counted.set(proxy, statement);
    return proxy;
  };
  return {
    db: new Proxy(db, {
      get(target, name) {
        if (name === 'prepare') return (sql: string) => count(target.prepare(sql));
        if (name !== 'batch') throw new Error(`not counted: ${String(name)}`);
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements.map((one) => counted.get(one) ?? one));
          add(results);
          return results;
        };
      },
    }),
    rowsRead: () => rows,
    trips: () => trips,
  };
}
