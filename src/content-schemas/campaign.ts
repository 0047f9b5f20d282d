import { z } from 'astro/zod';
import { SourceSchema } from './source.ts';

/** The frontmatter of content/campaigns/<year>.md. */
export const CampaignSchema = z.strictObject({
  year: z.int().min(2012).max(2100),
  /** Days and month, as the dispatch gives them. */
  period: z.string().min(1),
  /** The theme word for word; null while no readable source gives it. It is never guessed. */
  theme: z.string().min(1).nullable(),
  /** The dispatch that announced the theme. */
  dispatch: z
    .strictObject({ number: z.string().min(1), date: z.iso.date().optional(), issuer: z.string().min(1) })
    .optional(),
  /** One sentence, shown in lists and search results. */
  description: z.string().min(1).max(200),
  checkedOn: z.iso.date(),
  sources: z.array(SourceSchema).min(1),
});

export type Campaign = z.infer<typeof CampaignSchema>;
