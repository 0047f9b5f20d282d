import { isStoreFailure } from './database.ts';
import { AppError, type ErrorCode } from './errors.ts';

/**
 * The code of a failure that must be expected: one thrown on purpose, or a database that does not answer, after which
 * nobody can know whether the last write was made.
 *
 * @returns null for anything else: a fault of ours
 */
export function failureCode(error: unknown): ErrorCode | null {
  if (error instanceof AppError) return error.code;
  return isStoreFailure(error) ? 'storage_unavailable' : null;
}
