import type { D1Database, D1PreparedStatement, R2Bucket } from '@cloudflare/workers-types';

type Stores = Pick<Env, 'DB' | 'ERASE_KEYS'>;

/** Sees each call to a store before it is made, may refuse it, and may fail after it was made. */
export type Tap = <T>(call: string, act: () => Promise<T>) => Promise<T>;

const reals = new WeakMap<object, D1PreparedStatement>();

/** A statement whose execution passes through the tap. The casts give plain objects the platform's overloads. */
function tapStatement(real: D1PreparedStatement, sql: string, tap: Tap): D1PreparedStatement {
  const tapped = {
    bind: (...values: unknown[]) => tapStatement(real.bind(...values), sql, tap),
    first: (column?: string) => tap(sql, () => (column === undefined ? real.first() : real.first(column))),
    all: () => tap(sql, () => real.all()),
    run: () => tap(sql, () => real.run()),
  };
  reals.set(tapped, real);
  return tapped as unknown as D1PreparedStatement;
}

function tapDatabase(real: Pick<D1Database, 'prepare' | 'batch'>, tap: Tap) {
  return {
    prepare: (sql: string) => tapStatement(real.prepare(sql), sql.replace(/\s+/g, ' ').trim(), tap),
    batch: (statements: D1PreparedStatement[]) =>
      tap('batch', () => real.batch(statements.map((statement) => reals.get(statement) ?? statement))),
  };
}

/** The bindings with every call to D1 and R2 passing through a tap. */
export function tapEnv<T extends Stores>(env: T, tap: Tap): T {
  const database = {
    ...tapDatabase(env.DB, tap),
    withSession: (constraint?: string) => tapDatabase(env.DB.withSession(constraint), tap),
  };
  const bucket = {
    put: (name: string, value: Uint8Array<ArrayBuffer>) =>
      tap('R2 put', () => env.ERASE_KEYS.put(name, value)),
    get: (name: string) => tap('R2 get', () => env.ERASE_KEYS.get(name)),
    delete: (names: string | string[]) => tap('R2 delete', () => env.ERASE_KEYS.delete(names)),
  };
  return {
    ...env,
    DB: database as unknown as D1Database,
    ERASE_KEYS: bucket as unknown as R2Bucket,
  };
}

/** The bindings with a list of the calls made to them. */
export function recordCalls<T extends Stores>(env: T): { env: T; calls: string[] } {
  const calls: string[] = [];
  const tapped = tapEnv(env, (call, act) => {
    calls.push(call);
    return act();
  });
  return { env: tapped, calls };
}

/** The bindings of which every call of this kind fails, without being made. */
export function failing<T extends Stores>(env: T, kind: string): T {
  return tapEnv(env, (call, act) => (call === kind ? Promise.reject(storeDown()) : act()));
}

/**
 * The bindings that stop at the nth call, as a Worker that dies there does.
 *
 * @param moment whether the call itself is still made: an answer can be lost after the write
 */
export function crashAt<T extends Stores>(
  env: T,
  nth: number,
  moment: 'before' | 'after',
): { env: T; hasCrashed: () => boolean } {
  let made = 0;
  const tapped = tapEnv(env, async (_call, act) => {
    made++;
    if (made > nth || (made === nth && moment === 'before')) throw storeDown();
    const outcome = await act();
    if (made >= nth) throw storeDown();
    return outcome;
  });
  return { env: tapped, hasCrashed: () => made >= nth };
}

/** How a call to a store can go wrong: not made at all, or made with its answer lost. */
export type FaultMoment = 'before' | 'after';

/** The bindings of which the nth call alone goes wrong; all others are made. */
export function faultAt<T extends Stores>(env: T, nth: number, moment: FaultMoment): T {
  let made = 0;
  return tapEnv(env, async (_call, act) => {
    made++;
    if (made !== nth) return act();
    if (moment === 'after') await act();
    throw storeDown();
  });
}

/** What D1 rejects with when it cannot be reached; R2's errors have no form of their own. */
function storeDown(): Error {
  return new Error('D1_ERROR: Network connection lost.');
}
