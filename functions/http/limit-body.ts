import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../errors.ts';

/** The largest body that any route takes, in bytes: a form of 3,000 Vietnamese characters is below 30 kB. */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * Refuses larger bodies before they are read.
 *
 * @throws AppError `too_large`
 */
export const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new AppError('too_large');
  },
});
