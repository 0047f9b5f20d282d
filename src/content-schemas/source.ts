import { z } from 'astro/zod';

/** One source of a guide or a campaign page, as its author writes it. */
export const SourceSchema = z.strictObject({
  /** The document's own title, with its number if it has one. */
  title: z.string().min(1),
  /** Where it can be read; left out when nobody found it on the web. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The source's own day (`2026-05-15`). */
  date: z.iso.date().optional(),
  /** How sure the editors are that the statement is what the source says. */
  confidence: z.enum(['cao', 'vừa', 'thấp']),
  /** What a reader must know about this copy: a scan, a republication, out of force. */
  note: z.string().optional(),
});

export type Source = z.infer<typeof SourceSchema>;
