import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { apiErrors } from '../../words/vi.ts';
import { AppError, ERROR_STATUS, type ErrorCode } from '../errors.ts';

/** The JSON body of every error of the API. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; fields?: string[] };
}

/** The body for a code: the sentence for people and, where input was at fault, the names of its fields. */
export function errorBody(code: ErrorCode, fields: string[] = []): ErrorBody {
  return { error: { code, message: apiErrors[code], ...(fields.length > 0 ? { fields } : {}) } };
}

/**
 * Turns whatever was thrown into a code. Unexpected errors are logged by their stack alone: it holds no input,
 * because no message in this code base repeats any.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  console.error(error instanceof Error ? error.stack : 'a value that is no error was thrown');
  return 'internal';
}

/** Hono's `onError` for the API. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof HTTPException) return error.getResponse();
  const code = errorCodeOf(error);
  return c.json(errorBody(code, error instanceof AppError ? error.fields : []), ERROR_STATUS[code]);
}
