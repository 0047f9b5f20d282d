import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'csv-parse/sync';
import { CampaignSchema } from './content-schemas/campaign.ts';
import { FigureSchema } from './content-schemas/figure.ts';
import { GuideSchema } from './content-schemas/guide.ts';
import { HotlineSchema } from './content-schemas/hotline.ts';
import { IndicatorSchema } from './content-schemas/indicator.ts';

export const collections = {
  guides: defineCollection({
    loader: glob({ base: './content/guides', pattern: '*.md' }),
    schema: GuideSchema,
  }),
  campaigns: defineCollection({
    loader: glob({ base: './content/campaigns', pattern: '*.md' }),
    schema: CampaignSchema,
  }),
  hotlines: defineCollection({
    loader: file('content/hotlines.csv', { parser: parseHotlines }),
    schema: HotlineSchema,
  }),
  indicators: defineCollection({
    loader: file('content/indicators.csv', { parser: parseIndicators }),
    schema: IndicatorSchema,
  }),
  figures: defineCollection({
    loader: glob({ base: './content/figures', pattern: '*.md' }),
    schema: FigureSchema,
  }),
};

/** The rows of the CSV file by number, each with its place in the file. */
function parseHotlines(text: string): Record<string, Record<string, string | number>> {
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return Object.fromEntries(rows.map((row, order) => [row.number ?? '', { ...row, order }]));
}

/** The rows of the CSV file by id. */
function parseIndicators(text: string): Record<string, Record<string, string>> {
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return Object.fromEntries(rows.map((row) => [row.id ?? '', row]));
}
