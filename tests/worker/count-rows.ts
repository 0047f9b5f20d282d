import type { D1Database, D1DatabaseSession, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';

/** The database, and how many rows D1 says that it has read for everything asked through it so far. */
export function countRows(db: D1Database): {
  db: D1Database;
  rowsRead: () => number;
  /** How often the database was asked; a batch is one trip. */
  trips: () => number;
} {
  let rows = 0;
  let trips = 0;
  // A batch takes D1's own statements only.
  const reals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const add = <T extends D1Result>(result: T): T => {
    rows += result.meta.rows_read;
    return result;
  };
  const countStatement = (real: D1PreparedStatement): D1PreparedStatement => {
    const counted = new Proxy(real, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => countStatement(target.bind(...values));
        if (name === 'all' || name === 'run')
          return async () => {
            trips += 1;
            return add(await target.all());
          };
        if (name !== 'first') throw new Error(`not counted: ${String(name)}`);
        return async (column?: string) => {
          trips += 1;
          const first = add(await target.all<Record<string, unknown>>()).results[0] ?? null;
          return column === undefined || first === null ? first : first[column];
        };
      },
    });
    reals.set(counted, real);
    return counted;
  };
  const countDatabase = <T extends D1Database | D1DatabaseSession>(real: T): T =>
    new Proxy(real, {
      get(target, name) {
        if (name === 'prepare') return (sql: string) => countStatement(target.prepare(sql));
        if (name === 'withSession' && 'withSession' in target)
          return (constraint?: string) => countDatabase(target.withSession(constraint));
        if (name !== 'batch') throw new Error(`not counted: ${String(name)}`);
        return async (statements: D1PreparedStatement[]) => {
          trips += 1;
          return (await target.batch(statements.map((one) => reals.get(one) ?? one))).map(add);
        };
      },
    });
  return { db: countDatabase(db), rowsRead: () => rows, trips: () => trips };
}
