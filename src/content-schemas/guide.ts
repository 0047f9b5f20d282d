import { z } from 'astro/zod';
import { daysBetween } from '../../domain/local-day.ts';
import { SourceSchema } from './source.ts';

/** Whom a guide speaks to, in the order of the index: emergencies first. */
export const GUIDE_GROUPS = ['khẩn cấp', 'bản thân', 'gia đình', 'sau cai'] as const;

export type GuideGroup = (typeof GUIDE_GROUPS)[number];

/** The group of each page of the index that is not written in Markdown. */
export const PAGE_GROUPS = {
  phoneNumbers: 'khẩn cấp',
  quickExit: 'bản thân',
  registration: 'bản thân',
} as const satisfies Record<string, GuideGroup>;

/** A guide is read against its sources again at the latest after so many days. */
export const REVIEW_DAYS = 180;

/** The frontmatter of content/guides/*.md; the file's name is the guide's address. */
export const GuideSchema = z
  .strictObject({
    title: z.string().min(1).max(90),
    /** One sentence that answers, shown in lists and search results. */
    description: z.string().min(1).max(200),
    /**
     * How previews of a shared link call it, where its own title would tell on who sends or gets the link. The preview
     * then leaves the description out too.
     */
    sharedTitle: z.string().min(1).max(60).optional(),
    group: z.enum(GUIDE_GROUPS),
    /** The place in its group, from 1. */
    order: z.int().min(1),
    /** Somebody may be dying: 115 and the first steps in large type before anything else. */
    emergency: z.boolean().default(false),
    /** Its subject is health; search engines are told the day of the last check. Emergencies are in any case. */
    medical: z.boolean().default(false),
    /** The role of whoever wrote it, never a private person's name. */
    author: z.string().min(1),
    /** The role of the specialist who read it over; left out, the page says that nobody has. */
    reviewer: z.string().optional(),
    /** The ISO day on which every statement was last compared with its source. */
    checkedOn: z.iso.date(),
    /** What was changed, for the feed: one sentence for a day on which something was. */
    changes: z.array(z.strictObject({ on: z.iso.date(), what: z.string().min(1).max(200) })).default([]),
    /** The ISO day by which that must be done again. */
    reviewBy: z.iso.date(),
    /** The documents that the text cites, with their articles; a test compares them with the text. */
    checkedAgainst: z
      .array(
        z.strictObject({
          /** Its number, as the text cites it. */
          document: z.string().min(1),
          articles: z.array(z.int().min(1)).default([]),
        }),
      )
      .default([]),
    /** Rows of content/health-facts.csv on which the health advice rests; their sources are shown. */
    healthFacts: z.array(z.string()).default([]),
    /** What else the text rests on. */
    sources: z.array(SourceSchema).default([]),
    /** For a guide about one case alone: how people in that case name it. The search holds it back from everybody else. */
    onlyFor: z.array(z.string().min(1)).default([]),
    /** Addresses of up to four guides that help further. */
    related: z.array(z.string()).min(1).max(4),
  })
  .refine(({ checkedOn, reviewBy }) => daysBetween(checkedOn, reviewBy) > 0, {
    path: ['reviewBy'],
    error: 'must be after checkedOn',
  })
  .refine(({ checkedOn, reviewBy }) => daysBetween(checkedOn, reviewBy) <= REVIEW_DAYS, {
    path: ['reviewBy'],
    error: `must be at most ${REVIEW_DAYS} days after checkedOn`,
  })
  .refine(({ changes, checkedOn }) => changes.every(({ on }) => on <= checkedOn), {
    path: ['changes'],
    error: 'a changed text is compared with its sources again: set checkedOn to that day',
  })
  .refine(({ changes }) => new Set(changes.map(({ on }) => on)).size === changes.length, {
    path: ['changes'],
    error: 'one entry a day',
  })
  .refine((guide) => guide.checkedAgainst.length + guide.healthFacts.length + guide.sources.length > 0, {
    path: ['checkedAgainst'],
    error: 'a guide needs a document, a health fact or a source to rest on',
  });

export type Guide = z.infer<typeof GuideSchema>;
