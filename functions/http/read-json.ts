import type { Context } from 'hono';
import type { ZodType } from 'zod';
import { AppError } from '../errors.ts';

/**
 * Reads and checks a JSON body.
 *
 * @throws AppError `unsupported_type` for another content type, `bad_json` for what is not JSON, `invalid` with the
 *   names of the fields at fault for what the schema refuses
 */
export async function readJson<T>(c: Context, schema: ZodType<T>): Promise<T> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('unsupported_type');
  let body: unknown;
  try {
    body = await c.req.json();
  } catch (cause) {
    throw new AppError('bad_json', { cause });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // An unknown key is input too: only the schema's own path names are repeated.
  const fields = parsed.error.issues.map((issue) => issue.path.join('.')).filter((path) => path !== '');
  throw new AppError('invalid', { fields: [...new Set(fields)] });
}
