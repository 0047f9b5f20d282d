import { placesImport } from '../../../words/vi.ts';
import { PLACE_TABLES, type PlaceTableName } from '../place-tables.ts';

/** What a field is called to an operator; fields that have no name in words/ keep the standard's. */
export function fieldTitle(table: PlaceTableName, field: string, linkType: string | null): string {
  const titles: Readonly<Record<string, string>> = placesImport.fields;
  const key = linkType === null ? `${PLACE_TABLES[table].name}.${field}` : `attribute.${linkType}`;
  return titles[key] ?? key;
}
