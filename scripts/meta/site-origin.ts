import { LOCAL_ORIGIN, parseSiteOrigin } from '../../domain/site-origin.ts';
import { CommandError } from '../command-error.ts';

/**
 * The origin that SITE_ORIGIN names; this machine's when it is empty or missing.
 *
 * @throws CommandError when it names none
 */
export function siteOriginFrom(value: string | undefined): string {
  if (value === undefined || value === '') return LOCAL_ORIGIN;
  const origin = parseSiteOrigin(value);
  if (origin !== null) return origin;
  throw new CommandError(
    'SITE_ORIGIN must be the address of the portal and nothing behind it, for example `SITE_ORIGIN=https://diemtua.example npm run build`.',
  );
}
