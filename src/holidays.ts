import { getCollection } from 'astro:content';
import type { Holiday } from '../domain/opening-hours.ts';

/** The public holidays of content/holidays.csv. */
export async function listHolidays(): Promise<Holiday[]> {
  return (await getCollection('holidays')).map(({ data }) => data);
}
