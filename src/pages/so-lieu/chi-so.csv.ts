import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { csvRecord } from '../../../functions/directory/csv.ts';
import { IndicatorSchema } from '../../content-schemas/indicator.ts';

/** The indicators as they stand in content/. The byte order mark lets Excel read the Vietnamese letters. */
export const GET: APIRoute = async () => {
  const rows = (await getCollection('indicators')).map(({ data }) => data);
  const columns = IndicatorSchema.keyof().options;
  const records = rows
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map((row) => columns.map((column) => row[column]));
  return new Response(`\uFEFF${[columns, ...records].map(csvRecord).join('')}`, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
