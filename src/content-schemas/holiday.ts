import { z } from 'astro/zod';

/** How the file marks a day off that is not decreed yet. */
const EXPECTED = 'DỰ KIẾN - ';

/** A row of content/holidays.csv, as opening hours need it; its sources stand in the file. */
export const HolidaySchema = z
  .strictObject({
    date: z.iso.date(),
    /** The day's name; remarks in brackets at its end are for those who keep the file. */
    name: z.string().min(1),
    source_url: z.string().min(1),
    source_date: z.string().min(1),
  })
  .transform(({ date, name }) => ({
    date,
    isExpected: name.startsWith(EXPECTED),
    name: name.replace(EXPECTED, '').replace(/ \([^()]*\)$/, ''),
  }));
