import type { D1Database, D1DatabaseSession } from '@cloudflare/workers-types';

/** What stores need of D1: the database itself or a session of it, which can promise to read the latest writes. */
export type Database = Pick<D1Database | D1DatabaseSession, 'prepare' | 'batch'>;

/** D1 gives a BLOB as an array of numbers. */
export type BlobColumn = number[];

/** A BLOB column's bytes. */
export function blobBytes(column: BlobColumn): Uint8Array<ArrayBuffer> {
  return new Uint8Array(column);
}

/**
 * Bytes as a BLOB to be bound. D1 takes typed arrays too, but makes an array of each through its iterator: of a sealed
 * part that takes fifteen times as long, and leaves so much garbage that it shows in the time of a request.
 */
export function blobValue(bytes: Uint8Array): BlobColumn {
  const column = new Array<number>(bytes.length);
  for (let i = 0; i < bytes.length; i++) column[i] = bytes[i] ?? 0;
  return column;
}

/** Whether a write failed because the row's unique key already stands (D1 tells it in the message alone). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && error.message.includes('UNIQUE constraint failed');
}

/** Whether a write failed because a condition of its batch did not hold: a row stands already, or its parent does not. */
export function isConstraintViolation(error: unknown): boolean {
  return error instanceof Error && /(?:UNIQUE|FOREIGN KEY) constraint failed/.test(error.message);
}

/**
 * Whether D1 itself failed: it could not be reached, was too busy or was reset. It tells so in the message alone
 * (developers.cloudflare.com/d1/observability/debug-d1). A broken constraint is a fault of the caller.
 */
export function isStoreFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:D1_(?:EXEC_)?ERROR\b|Network connection lost)/.test(error.message) &&
    !error.message.includes('constraint failed')
  );
}
