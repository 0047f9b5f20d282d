import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { CampaignSchema } from './content-schemas/campaign.ts';
import { GuideSchema } from './content-schemas/guide.ts';

export const collections = {
  guides: defineCollection({
    loader: glob({ base: './content/guides', pattern: '*.md' }),
    schema: GuideSchema,
  }),
  campaigns: defineCollection({
    loader: glob({ base: './content/campaigns', pattern: '*.md' }),
    schema: CampaignSchema,
  }),
};
