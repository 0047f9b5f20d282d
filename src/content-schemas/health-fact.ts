import { z } from 'astro/zod';

/**
 * A row of content/health-facts.csv: one statement on health that has a source. `publish` is the editors' mark: `được`
 * may be told to everybody, `duyệt` only after a clinician has read it. Statements for editors alone are not kept here.
 */
export const HealthFactSchema = z.strictObject({
  id: z.string().regex(/^\d\.\d+(\.\d+)?b?$/),
  statement: z.string().min(1),
  publish: z.enum(['được', 'duyệt']),
  confidence: z.enum(['cao', 'vừa', 'thấp']),
  /** Rows of content/health-sources.csv. */
  sources: z
    .string()
    .min(1)
    .transform((cell) => cell.split(' ')),
});

export type HealthFact = z.infer<typeof HealthFactSchema>;

/** Whether only a clinician's reading lets a statement out. */
export function waitsForClinician({ publish }: Pick<HealthFact, 'publish'>): boolean {
  return publish === 'duyệt';
}

/** A row of content/health-sources.csv; `date` is the source's own, as far as it gives one, or empty. */
export const HealthSourceSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  date: z.string().regex(/^(\d{4}(-\d{2}){0,2})?$/),
});

export type HealthSource = z.infer<typeof HealthSourceSchema>;

/**
 * The frontmatter of content/clinical/*.md: parts of guides that are shown only once a clinician has read them.
 * Each file's name is its guide's, and its text follows the guide's own.
 */
export const ClinicalPartSchema = z.strictObject({
  guide: z.string().min(1),
  /** Rows of content/health-facts.csv on which the part rests. */
  healthFacts: z.array(z.string()).min(1),
});

export type ClinicalPart = z.infer<typeof ClinicalPartSchema>;
