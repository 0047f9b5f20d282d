import * as z from 'zod';
import { AUDIT_KINDS } from '../../domain/audit-chain.ts';

const HashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** An hour as `hourOf` writes it. */
const HourSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);

/** Where the chain of one desk stood. */
const DeskHeadSchema = z.strictObject({
  /** The desk's id. */
  desk: z.string().min(1),
  slug: z.string(),
  name: z.string(),
  /** 0 and 64 zeros where nothing was done yet. */
  seq: z.int().min(0),
  hash: HashSchema,
});

/** A copy of every desk's head, as it is kept outside the database and answered by `/api/audit-heads`. */
export const HeadsCopySchema = z.strictObject({
  format: z.literal('diem-tua/audit-heads/1'),
  /** The hour in which it was made. */
  hour: HourSchema,
  desks: z.array(DeskHeadSchema),
});

/** A row of the chain as D1 gives it. Who changed it from outside may have written anything. */
export const AuditRowSchema = z.object({
  deskId: z.string(),
  seq: z.int().min(1),
  atHour: z.string(),
  officerId: z.string().nullable(),
  kind: z.enum(AUDIT_KINDS),
  reason: z.string().nullable(),
  auditRef: z.string().nullable(),
  previousHash: HashSchema,
  hash: HashSchema,
});

export type HeadsCopy = z.infer<typeof HeadsCopySchema>;
export type DeskHead = z.infer<typeof DeskHeadSchema>;
