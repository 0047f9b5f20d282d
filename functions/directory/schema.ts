/**
 * What may enter the directory: the rows of the shipped CSV files. Field names of the
 * places are those of HSDS 3.0; an empty cell of an optional field is null.
 */
import { z } from 'zod';

const isComposed = (text: string): boolean => text === text.normalize('NFC');

const text = z
  .string()
  .min(1, { error: 'must not be empty', abort: true })
  .refine(isComposed, { error: 'must be composed Unicode (NFC)' })
  .refine((value) => value === value.trim(), { error: 'must not begin or end with a space' });

const optionalText = z
  .literal('')
  .transform(() => null)
  .or(text);

const code = (digits: number): z.ZodString =>
  z.string().regex(new RegExp(`^\\d{${digits}}$`), { error: `must be ${digits} digits` });

const coordinate = (limit: number) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, { error: 'must be a decimal number' })
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit, { error: `must lie between -${limit} and ${limit}` });

const id = z.uuid({ error: 'must be a UUID' });
const optionalId = z
  .literal('')
  .transform(() => null)
  .or(id);

export const ProvinceRowSchema = z.strictObject({
  code: code(2),
  name: text,
  type: z.enum(['tỉnh', 'thành phố trực thuộc trung ương'], { error: 'must be a type of province' }),
  full_name: text,
  lat: coordinate(90),
  lon: coordinate(180),
  commune_count: z.string().regex(/^\d+$/, { error: 'must be a whole number' }).transform(Number),
});

export const CommuneRowSchema = z.strictObject({
  code: code(5),
  name: text,
  type: z.enum(['xã', 'phường', 'đặc khu'], { error: 'must be xã, phường or đặc khu' }),
  province_code: code(2),
  lat: coordinate(90),
  lon: coordinate(180),
});

export const FormerProvinceRowSchema = z.strictObject({
  former_province: text,
  former_province_code: code(2),
  province_code: code(2),
});

export const FormerUnitRowSchema = z.strictObject({
  former_name: text,
  former_type: optionalText,
  former_code: z
    .literal('')
    .transform(() => null)
    .or(code(5)),
  former_district: text,
  former_district_code: code(3),
  former_province: text,
  former_province_code: code(2),
  commune_code: code(5),
  commune_full_name: text,
  merge_note: text,
});

/** A whole number written in digits; null when the cell is empty. */
const optionalNumber = (reason: string) =>
  z
    .literal('')
    .transform(() => null)
    .or(
      z
        .string()
        .regex(/^\d{1,6}$/, { error: reason })
        .transform(Number),
    );

const optionalCoordinate = (limit: number) =>
  z
    .literal('')
    .transform(() => null)
    .or(coordinate(limit));

const optionalDate = z
  .literal('')
  .transform(() => null)
  .or(z.iso.date({ error: 'must be a date like 2026-11-22' }));

const optionalTime = z
  .literal('')
  .transform(() => null)
  .or(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'must be a time like 07:30' }));

/** A cell of a column that a file may leave out. */
const given = <S extends z.ZodType>(cell: S) => z.prefault(cell, '' as z.input<S>); // Every optional cell takes ''.

export const OrganizationRowSchema = z.strictObject({
  id,
  name: text,
  alternate_name: given(optionalText),
  description: text,
  email: given(optionalText),
  website: given(optionalText),
  legal_status: given(optionalText),
});

export const ServiceRowSchema = z.strictObject({
  id,
  organization_id: id,
  name: text,
  alternate_name: given(optionalText),
  description: optionalText,
  url: given(optionalText),
  email: given(optionalText),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed'], {
    error: 'must be an HSDS status',
  }),
  application_process: given(optionalText),
  fees_description: given(optionalText),
  wait_time: given(optionalText),
  eligibility_description: given(optionalText),
  minimum_age: given(optionalNumber('must be an age in years')),
  maximum_age: given(optionalNumber('must be an age in years')),
  assured_date: optionalDate,
  alert: given(optionalText),
  last_modified: given(
    z
      .literal('')
      .transform(() => null)
      .or(z.iso.datetime({ error: 'must be a UTC time like 2026-11-22T03:00:00Z' })),
  ),
});

const placeType = z.enum(['physical', 'postal', 'virtual'], { error: 'must be physical, postal or virtual' });

export const LocationRowSchema = z.strictObject({
  id,
  location_type: placeType,
  organization_id: optionalId,
  name: text,
  alternate_name: given(optionalText),
  description: given(optionalText),
  transportation: given(optionalText),
  latitude: given(optionalCoordinate(90)),
  longitude: given(optionalCoordinate(180)),
});

export const ServiceAtLocationRowSchema = z.strictObject({ id, service_id: id, location_id: id });

export const AddressRowSchema = z.strictObject({
  id,
  location_id: id,
  address_1: text,
  address_2: given(optionalText),
  city: optionalText,
  state_province: text,
  postal_code: optionalText,
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'must be a two-letter country code' }),
  address_type: placeType,
});

export const PhoneRowSchema = z.strictObject({
  id,
  location_id: id,
  number: z.string().regex(/^[\d ()+.-]{3,24}$/, { error: 'must be a phone number of digits' }),
  extension: given(optionalNumber('must be digits')),
  type: optionalText,
  description: optionalText,
});

/**
 * Opening hours. `byday` is a list of RFC 5545 days ("MO,TU"); a row with valid_from equal to valid_to speaks for
 * that day alone, and without opens_at says that the place is closed then.
 */
export const ScheduleRowSchema = z.strictObject({
  id,
  location_id: id,
  valid_from: optionalDate,
  valid_to: optionalDate,
  freq: z
    .literal('')
    .transform(() => null)
    .or(z.enum(['WEEKLY', 'MONTHLY'], { error: 'must be WEEKLY or MONTHLY' })),
  byday: z
    .literal('')
    .transform(() => null)
    .or(
      z.string().regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}$/, {
        error: 'must be days like MO,TU,WE',
      }),
    ),
  opens_at: optionalTime,
  closes_at: optionalTime,
  description: optionalText,
  notes: given(optionalText),
});

export const LanguageRowSchema = z.strictObject({
  id,
  location_id: id,
  name: text,
  code: given(optionalText),
  note: given(optionalText),
});

export const AccessibilityRowSchema = z.strictObject({
  id,
  location_id: id,
  description: text,
  details: given(optionalText),
});

export const RequiredDocumentRowSchema = z.strictObject({ id, service_id: id, document: text });

export const CostOptionRowSchema = z.strictObject({
  id,
  service_id: id,
  option: text,
  currency: given(optionalText),
  amount: given(
    z
      .literal('')
      .transform(() => null)
      .or(
        z
          .string()
          .regex(/^\d+(\.\d+)?$/, { error: 'must be a number' })
          .transform(Number),
      ),
  ),
  amount_description: given(optionalText),
});

/** Entities that an attribute of the shipped files may describe. */
const LINK_ENTITIES = ['organization', 'service', 'location', 'phone'] as const;

export const AttributeRowSchema = z
  .strictObject({
    id,
    link_id: id,
    link_type: text,
    link_entity: z.enum(LINK_ENTITIES, { error: `must be one of ${LINK_ENTITIES.join(', ')}` }),
    taxonomy_term_id: id,
    value: optionalText,
  })
  .refine((row) => row.link_type !== 'source-url' || (row.value !== null && /^https?:\/\//.test(row.value)), {
    error: 'a source must begin with http:// or https://',
    path: ['value'],
  });

export const TaxonomyRowSchema = z.strictObject({
  id,
  name: text,
  description: text,
  version: optionalText,
});

export const TaxonomyTermRowSchema = z.strictObject({
  id,
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be words of a-z and 0-9 with hyphens' }),
  name: text,
  description: text,
  parent_id: optionalId,
  taxonomy: text,
  taxonomy_id: id,
  language: text,
});

/** What people type for a term; the taxonomy is given by its name. */
export const TermPhraseRowSchema = z.strictObject({ taxonomy: text, term_code: text, phrase: text });

/** A day off; a name that begins with "DỰ KIẾN" has not been announced. */
export const HolidayRowSchema = z.strictObject({
  date: z.iso.date({ error: 'must be a date like 2026-11-22' }),
  name: text,
  source_url: text,
  source_date: text,
});

export type ProvinceRow = z.infer<typeof ProvinceRowSchema>;
export type CommuneRow = z.infer<typeof CommuneRowSchema>;
export type FormerProvinceRow = z.infer<typeof FormerProvinceRowSchema>;
export type FormerUnitRow = z.infer<typeof FormerUnitRowSchema>;
export type AttributeRow = z.infer<typeof AttributeRowSchema>;
export type TaxonomyTermRow = z.infer<typeof TaxonomyTermRowSchema>;

/** The tables of HSDS that describe places. */
export interface PlaceTables {
  organizations: z.infer<typeof OrganizationRowSchema>[];
  services: z.infer<typeof ServiceRowSchema>[];
  locations: z.infer<typeof LocationRowSchema>[];
  serviceAtLocations: z.infer<typeof ServiceAtLocationRowSchema>[];
  addresses: z.infer<typeof AddressRowSchema>[];
  phones: z.infer<typeof PhoneRowSchema>[];
  schedules: z.infer<typeof ScheduleRowSchema>[];
  languages: z.infer<typeof LanguageRowSchema>[];
  accessibility: z.infer<typeof AccessibilityRowSchema>[];
  requiredDocuments: z.infer<typeof RequiredDocumentRowSchema>[];
  costOptions: z.infer<typeof CostOptionRowSchema>[];
  attributes: AttributeRow[];
}

/** Everything that the shipped files hold, checked row by row and against each other. */
export interface DirectoryData extends PlaceTables {
  /** SHA-256 of the files' bytes, in hexadecimal: the same hash means nothing to load. */
  contentHash: string;
  provinces: ProvinceRow[];
  communes: CommuneRow[];
  formerProvinces: FormerProvinceRow[];
  formerUnits: FormerUnitRow[];
  taxonomies: z.infer<typeof TaxonomyRowSchema>[];
  taxonomyTerms: TaxonomyTermRow[];
  termPhrases: z.infer<typeof TermPhraseRowSchema>[];
  holidays: z.infer<typeof HolidayRowSchema>[];
}
