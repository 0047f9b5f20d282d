import { z } from 'astro/zod';

/** A row of content/indicators.csv. Its cells are the collector's words; empty ones are unknown. */
export const IndicatorSchema = z.strictObject({
  id: z.string().regex(/^I\d{2}$/),
  /** What is counted; `- trong đó …` for a part of the row above. */
  metric: z.string().min(1),
  place: z.string().min(1),
  period_or_date: z.string().min(1),
  /** Empty where only a plan is known. */
  value: z.string(),
  unit: z.string(),
  target_or_plan: z.string(),
  pct_of_plan_stated: z.string(),
  /** Arithmetic of the collector, which domain/indicator.ts does again. */
  pct_check: z.string(),
  /** For editors; figures say what readers must know. */
  check_note: z.string(),
  source_file: z.string().min(1),
  /** Addresses joined by " ; ", or in words where the source is named. */
  source_url: z.string().min(1),
  source_date: z.string().min(1),
});

export type Indicator = z.infer<typeof IndicatorSchema>;
