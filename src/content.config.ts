import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'csv-parse/sync';
import { CampaignSchema } from './content-schemas/campaign.ts';
import { GuideSchema } from './content-schemas/guide.ts';
import { HotlineSchema } from './content-schemas/hotline.ts';

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
};

/** The rows of the CSV file by number, each with its place in the file. */
function parseHotlines(text: string): Record<string, Record<string, string | number>> {
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return Object.fromEntries(rows.map((row, order) => [row.number ?? '', { ...row, order }]));
}
