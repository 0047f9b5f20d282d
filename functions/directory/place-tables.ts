/** Which table, file and columns hold the places, in the order and the words of HSDS 3.0. */
import {
  AccessibilityRowSchema,
  AddressRowSchema,
  AttributeRowSchema,
  CostOptionRowSchema,
  LanguageRowSchema,
  LocationRowSchema,
  OrganizationRowSchema,
  PhoneRowSchema,
  type PlaceTables,
  RequiredDocumentRowSchema,
  ScheduleRowSchema,
  ServiceAtLocationRowSchema,
  ServiceRowSchema,
} from './schema.ts';

const table = <N extends string, S extends { shape: object }>(name: N, file: string, schema: S) => ({
  /** Name in D1 and of the resource in HSDS. */
  name,
  /** The CSV file of the tabular package. */
  file,
  schema,
  columns: Object.keys(schema.shape) as Extract<keyof S['shape'], string>[], // The keys of a zod shape are its columns.
});

/**
 * The tables of places. A row stands after those that it refers to, so writing goes down the list and deleting up.
 */
export const PLACE_TABLES = {
  organizations: table('organization', 'organizations.csv', OrganizationRowSchema),
  services: table('service', 'services.csv', ServiceRowSchema),
  locations: table('location', 'locations.csv', LocationRowSchema),
  serviceAtLocations: table('service_at_location', 'service_at_locations.csv', ServiceAtLocationRowSchema),
  addresses: table('address', 'addresses.csv', AddressRowSchema),
  phones: table('phone', 'phones.csv', PhoneRowSchema),
  schedules: table('schedule', 'schedules.csv', ScheduleRowSchema),
  languages: table('language', 'languages.csv', LanguageRowSchema),
  accessibility: table('accessibility', 'accessibility.csv', AccessibilityRowSchema),
  requiredDocuments: table('required_document', 'required_documents.csv', RequiredDocumentRowSchema),
  costOptions: table('cost_option', 'cost_options.csv', CostOptionRowSchema),
  attributes: table('attribute', 'attributes.csv', AttributeRowSchema),
} as const satisfies Record<keyof PlaceTables, unknown>;

export type PlaceTableName = keyof typeof PLACE_TABLES;

/** The names of PLACE_TABLES, in their order. */
export const PLACE_TABLE_NAMES = Object.keys(PLACE_TABLES) as PlaceTableName[]; // Object.keys gives string[].

/** A row of any of the tables. */
export type PlaceRow = Readonly<Record<string, string | number | null>> & { readonly id: string };
