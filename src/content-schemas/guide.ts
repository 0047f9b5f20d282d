import { z } from 'astro/zod';
import { SourceSchema } from './source.ts';

/** The frontmatter of content/guides/*.md; the file's name is the guide's address. */
export const GuideSchema = z.strictObject({
  title: z.string().min(1).max(90),
  /** One sentence, shown in lists and search results. */
  description: z.string().min(1).max(200),
  /** Whom the guide speaks to. */
  audience: z.enum(['bản thân', 'gia đình', 'sau cai', 'khẩn cấp']),
  /** The role of whoever wrote it, never a private person's name. */
  author: z.string().min(1),
  /** The role of the specialist who read it over; left out, the page says that nobody has. */
  reviewer: z.string().optional(),
  /** The ISO day on which every statement was last compared with its source. */
  checkedOn: z.iso.date(),
  /** What must be read even if nothing else is: stands above the contents. */
  first: z.strictObject({ title: z.string().min(1), text: z.string().min(1) }).optional(),
  sources: z.array(SourceSchema).min(1),
});

export type Guide = z.infer<typeof GuideSchema>;
