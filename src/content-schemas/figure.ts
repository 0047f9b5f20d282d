import { z } from 'astro/zod';

/** The pages of the figures, in their order; the first is the overview. */
export const FIGURE_PAGES = ['tong-quan', 'ca-nuoc', 'ha-noi', 'noi-khac'] as const;

const IndicatorId = z
  .string()
  .regex(/^I\d{2}$/, { error: 'must be the id of a row of content/indicators.csv' });

const BarSchema = z.strictObject({
  indicator: IndicatorId,
  label: z.string().min(1),
  /** The year's plan, which stands in the indicator's own row. */
  plan: z.int().positive().optional(),
});

const ChartSchema = z.strictObject({
  title: z.string().min(1),
  unit: z.string().min(1),
  bars: z.array(BarSchema).min(2),
});

/** The frontmatter of content/figures/*.md; the text below it explains what the numbers say and where they disagree. */
export const FigureSchema = z.strictObject({
  title: z.string().min(1).max(90),
  page: z.enum(FIGURE_PAGES),
  /** Its place on the page. */
  order: z.int().positive(),
  /** The rows that its table shows, in this order. Each row stands in exactly one figure. */
  indicators: z.array(IndicatorId),
  /** What a reader must know about a row. */
  notes: z.record(IndicatorId, z.string().min(1)).default({}),
  charts: z.array(ChartSchema).default([]),
});

export type Figure = z.infer<typeof FigureSchema>;
export type Chart = z.infer<typeof ChartSchema>;
