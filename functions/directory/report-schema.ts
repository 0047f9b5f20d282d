import { z } from 'zod';

/** The body of `POST /api/place-reports`. What a kind and a note may be stands in domain/place-report.ts. */
export const PlaceReportSchema = z.strictObject({
  /** The last part of the place's address. */
  place: z.string().min(1).max(200),
  kind: z.string().max(20),
  note: z.string().max(4000).default(''),
  /** Filled in by machines alone. */
  website: z.string().max(4000).default(''),
});
