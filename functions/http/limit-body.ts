import type { MiddlewareHandler } from 'hono';
import { AppError } from '../errors.ts';

/** The largest body that any route takes, in bytes: a form of 3,000 Vietnamese characters is below 30 kB. */
export const MAX_BODY_BYTES = 64 * 1024;

/** How much of a larger body is read and thrown away, so that its sender hears the answer. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024;

/**
 * Refuses larger bodies, whatever length they claim. Not `hono/body-limit`: it answers while the body is still
 * arriving, and workerd then resets the connection before the sentence that explains is read.
 *
 * @throws AppError `too_large`
 */
export const limitBody: MiddlewareHandler = async (c, next) => {
  const { body } = c.req.raw;
  if (body !== null) {
    const bytes = await readBody(body);
    if (bytes === null) throw new AppError('too_large');
    c.req.raw = new Request(c.req.raw, { body: bytes });
  }
  await next();
};

/** The bytes of a body; null when there are more than the limit, of which no more than the limit is kept. */
async function readBody(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  while (size <= MAX_DISCARDED_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size <= MAX_BODY_BYTES) kept.push(value);
  }
  return size <= MAX_BODY_BYTES ? joined(kept, size) : null;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
