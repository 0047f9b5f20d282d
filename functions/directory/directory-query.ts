/** The query of a visitor to the directory. */
import { z } from 'zod';
import { DIRECTORY_KEYS } from '../../domain/paths.ts';
import { roughenText } from '../../domain/rough-point.ts';

/** Longest search text that is looked at; forms show it as `maxlength`. */
export const MAX_QUERY_LENGTH = 200;

/** Results on one page. */
export const PAGE_SIZE = 20;

/** A place counts as confirmed lately this many days long. */
export const CONFIRMED_DAYS = 90;

const typed = z
  .string()
  .default('')
  .transform((text) => text.slice(0, MAX_QUERY_LENGTH).trim());

/** The code of a taxonomy term as an address carries it; anything else counts as not given. */
const termCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)
  .or(z.literal(''))
  .default('')
  .catch('');

const ticked = z
  .literal('1')
  .transform(() => true)
  .or(z.string().transform(() => false))
  .default(false)
  .catch(false);

/**
 * The query of `/danh-ba/`. It never fails, because a link that someone shares may carry anything: text is cut at
 * MAX_QUERY_LENGTH, a code or page number that cannot be one counts as not given, unknown keys are dropped.
 */
export const DirectoryQuerySchema = z.object({
  /** What the visitor typed into the one box. */
  q: typed,
  /** Two-digit code of a present province. */
  tinh: z
    .string()
    .regex(/^\d{2}$/)
    .or(z.literal(''))
    .default('')
    .catch(''),
  /** A present or former unit as typed, or the five-digit code of a present commune. */
  xa: typed,
  /** What to look near; a position in it is rounded, so that no link of the answer carries more of it. */
  gan: typed.transform(roughenText),
  /** Kind of service, for whom, who pays, how to enter: codes of taxonomy terms. */
  dichVu: termCode,
  cho: termCode,
  chiPhi: termCode,
  cachVao: termCode,
  /** Run by the state or privately. */
  loai: z.enum(['cong-lap', 'tu-nhan', '']).default('').catch(''),
  /** Only places that are open now. */
  moCua: ticked,
  /** Only places that somebody confirmed within CONFIRMED_DAYS. */
  xacNhan: ticked,
  trang: z.coerce.number().int().min(1).max(500).default(1).catch(1),
});
export type DirectoryQuery = z.infer<typeof DirectoryQuerySchema>;

/** Reads the query of an address; of a key given twice the last counts. */
export function parseDirectoryQuery(params: URLSearchParams): DirectoryQuery {
  const given = new Map(params);
  const named = Object.entries(DIRECTORY_KEYS).flatMap(([name, key]) => {
    const value = given.get(key);
    return value === undefined ? [] : [[name, value] as const];
  });
  return DirectoryQuerySchema.parse(Object.fromEntries(named));
}
