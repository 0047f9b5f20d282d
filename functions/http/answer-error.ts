import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { apiErrors } from '../../words/vi.ts';
import { AppError, ERROR_STATUS, type ErrorCode } from '../errors.ts';
import { failureCode } from '../failure-code.ts';

/** The JSON body of every error of the API. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; fields?: string[] };
}

/** The body for a code: the sentence for people and, where input was at fault, the names of its fields. */
export function errorBody(code: ErrorCode, fields: string[] = []): ErrorBody {
  return { error: { code, message: apiErrors[code], ...(fields.length > 0 ? { fields } : {}) } };
}

/**
 * Turns whatever was thrown into a code. Of an unexpected error the log gets its name and where it was thrown, never
 * its message: those of libraries can repeat what they were given, bech32 even a whole key.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  const code = failureCode(error);
  if (code !== null) return code;
  console.error(placeOf(error));
  return 'internal';
}

/** What may be logged of an error: its name and where it was thrown, without its message. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'a value that is no error was thrown';
  const stack = error.stack ?? '';
  // The message stands before the frames, and may itself hold lines that look like frames.
  const afterMessage = stack.indexOf(error.message) + error.message.length;
  const frames = stack
    .slice(afterMessage)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line));
  return [error.name, ...frames].join('\n');
}

/** Hono's `onError` for the API. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof HTTPException) return error.getResponse();
  const code = errorCodeOf(error);
  return c.json(errorBody(code, error instanceof AppError ? error.fields : []), ERROR_STATUS[code]);
}
