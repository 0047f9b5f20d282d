/** A place as an editor fills it in. How it becomes rows stands in apply-place-form.ts. */
import { z } from 'zod';
import { attributesOf, attributeValue, type PlaceRecord } from './place-record.ts';
import type { PlaceTables } from './schema.ts';

/** Kinds of attribute of a service that an editor chooses from a taxonomy, by the id of that taxonomy. */
export const TERM_TAXONOMIES = {
  'service-kind': '7281b177-f8ac-58f3-a52b-2bf96da58491',
  'facility-type': '2609dc33-d532-5f67-9532-946d6eea82f5',
  'for-whom': 'ae634322-de33-5a16-ad61-60f6d964035b',
  cost: '1e758c60-39e4-59a3-9e2b-37a1e9d8cd1a',
  entry: 'bad8240a-baad-50ba-9712-1e2817f4f9d4',
  operator: 'edac59d1-7a69-5fc3-9342-a76618fb4323',
} as const;
export type ChosenTerm = keyof typeof TERM_TAXONOMIES;

/** The keys of TERM_TAXONOMIES, in their order. */
export const CHOSEN_TERMS = Object.keys(TERM_TAXONOMIES) as [ChosenTerm, ...ChosenTerm[]]; // Object.keys gives string[].

const cell = z.string().max(2000).trim();
const line = z.string().max(300).trim();

const ServiceFormSchema = z.strictObject({
  id: z.uuid(),
  name: line,
  description: cell,
  eligibility_description: cell,
  minimum_age: line,
  maximum_age: line,
  application_process: cell,
  fees_description: cell,
  wait_time: line,
  alert: cell,
  url: line,
  email: line,
  /** Each price by itself; an amount is in đồng. */
  costs: z
    .array(z.strictObject({ id: z.uuid(), option: line, amount: line, amount_description: cell }))
    .max(20),
  required_documents: z.array(line).max(20),
  /** Ids of taxonomy terms, by the kind of attribute. */
  terms: z.partialRecord(z.enum(CHOSEN_TERMS), z.array(z.uuid()).max(30)),
});

/** Every field is text as typed; an empty one means not known. */
export const PlaceFormSchema = z.strictObject({
  name: line,
  address_1: line,
  /** Five digits, or empty when the present commune is not known. */
  commune_code: line,
  province_code: line,
  transportation: cell,
  latitude: line,
  longitude: line,
  is_discreet: z.boolean(),
  phones: z.array(z.strictObject({ id: z.uuid(), number: line, description: line })).max(10),
  schedules: z
    .array(
      z.strictObject({
        id: z.uuid(),
        byday: line,
        opens_at: line,
        closes_at: line,
        valid_from: line,
        valid_to: line,
        description: line,
      }),
    )
    .max(40),
  languages: z.array(line).max(20),
  accessibility: z.array(line).max(10),
  /** The body that runs the place. */
  organization: z.strictObject({ name: line, website: line, email: line }),
  /** Addresses of the pages that say what the directory holds of the place. */
  sources: z.array(line).max(20),
  services: z.array(ServiceFormSchema).min(1).max(20),
});
export type PlaceForm = z.infer<typeof PlaceFormSchema>;

/** The form of a place as it stands. */
export function formOf(record: PlaceRecord): PlaceForm {
  const [location] = record.locations;
  const organization = organizationOf(record);
  return {
    name: location?.name ?? '',
    address_1: record.addresses[0]?.address_1 ?? '',
    commune_code: attributeValue(record, 'commune-code') ?? '',
    province_code: attributeValue(record, 'province-code') ?? '',
    transportation: location?.transportation ?? '',
    latitude: textOf(location?.latitude),
    longitude: textOf(location?.longitude),
    is_discreet: attributesOf(record, 'discreet').length > 0,
    phones: record.phones.map(({ id, number, description }) => ({
      id,
      number,
      description: description ?? '',
    })),
    schedules: record.schedules.map((row) => ({
      id: row.id,
      byday: row.byday ?? '',
      opens_at: row.opens_at ?? '',
      closes_at: row.closes_at ?? '',
      valid_from: row.valid_from ?? '',
      valid_to: row.valid_to ?? '',
      description: row.description ?? '',
    })),
    languages: record.languages.map(({ name }) => name),
    accessibility: record.accessibility.map(({ description }) => description),
    organization: {
      name: organization?.name ?? '',
      website: organization?.website ?? '',
      email: organization?.email ?? '',
    },
    sources: [...new Set(attributesOf(record, 'source-url').flatMap(({ value }) => value ?? []))],
    services: record.services.map((row) => ({
      id: row.id,
      name: row.name,
      description: row.description ?? '',
      eligibility_description: row.eligibility_description ?? '',
      minimum_age: textOf(row.minimum_age),
      maximum_age: textOf(row.maximum_age),
      application_process: row.application_process ?? '',
      fees_description: row.fees_description ?? '',
      wait_time: row.wait_time ?? '',
      alert: row.alert ?? '',
      url: row.url ?? '',
      email: row.email ?? '',
      costs: record.costOptions
        .filter(({ service_id }) => service_id === row.id)
        .map(({ id, option, amount, amount_description }) => ({
          id,
          option,
          amount: textOf(amount),
          amount_description: amount_description ?? '',
        })),
      required_documents: record.requiredDocuments
        .filter(({ service_id }) => service_id === row.id)
        .map(({ document }) => document),
      terms: Object.fromEntries(
        CHOSEN_TERMS.map((type) => [
          type,
          attributesOf(record, type)
            .filter(({ link_id }) => link_id === row.id)
            .map(({ taxonomy_term_id }) => taxonomy_term_id),
        ]),
      ),
    })),
  };
}

/** The body that runs the place: that of its first service. */
export function organizationOf({
  organizations,
  services,
}: PlaceRecord): PlaceTables['organizations'][number] | undefined {
  return organizations.find(({ id }) => id === services[0]?.organization_id) ?? organizations[0];
}

/** A cell as text; empty when there is none. */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
