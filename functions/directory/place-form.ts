/** A place as an editor fills it in, and how it becomes rows. */
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { attributesOf, attributeValue, type PlaceRecord } from './place-record.ts';
import { PLACE_TABLES, type PlaceTableName } from './place-tables.ts';
import type { AttributeRow, PlaceTables, TaxonomyTermRow } from './schema.ts';
import type { SearchContext } from './search-rows.ts';

/** Kinds of attribute of a service that an editor chooses from a taxonomy, by the id of that taxonomy. */
export const TERM_TAXONOMIES = {
  'service-kind': '7281b177-f8ac-58f3-a52b-2bf96da58491',
  'facility-type': '2609dc33-d532-5f67-9532-946d6eea82f5',
  'for-whom': 'ae634322-de33-5a16-ad61-60f6d964035b',
  cost: '1e758c60-39e4-59a3-9e2b-37a1e9d8cd1a',
  entry: 'bad8240a-baad-50ba-9712-1e2817f4f9d4',
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
  services: z.array(ServiceFormSchema).min(1).max(20),
});
export type PlaceForm = z.infer<typeof PlaceFormSchema>;

/** The form of a place as it stands. */
export function formOf(record: PlaceRecord): PlaceForm {
  const [location] = record.locations;
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

/**
 * The place with what the form says. Rows that the form does not show stay.
 *
 * @throws AppError `invalid` with the paths of the fields at fault ("phones.0.number")
 */
export function applyForm(before: PlaceRecord, form: PlaceForm, context: SearchContext): PlaceRecord {
  const faults: string[] = [];
  const row = <N extends PlaceTableName>(name: N, path: string, cells: Record<string, unknown>) => {
    const typed = Object.entries(cells).map(([key, value]) => [key, textOf(value)]);
    const parsed = PLACE_TABLES[name].schema.safeParse(Object.fromEntries(typed));
    if (parsed.success) return [parsed.data as PlaceTables[N][number]]; // The schema of table N gives rows of N.
    faults.push(
      ...parsed.error.issues.map((issue) => [path, issue.path.join('.')].filter(Boolean).join('.')),
    );
    return [];
  };
  const { locationId } = before;
  const commune = form.commune_code === '' ? null : context.communes.get(form.commune_code);
  if (commune === undefined) faults.push('commune_code');
  if (!context.provinces.has(form.province_code)) faults.push('province_code');
  else if (commune && commune.province_code !== form.province_code) faults.push('commune_code');

  const services = form.services.flatMap((given, index) => {
    const own = before.services.find(({ id }) => id === given.id);
    if (own === undefined) faults.push(`services.${index}.id`);
    if (isBelow(given.maximum_age, given.minimum_age)) faults.push(`services.${index}.maximum_age`);
    const { required_documents: _documents, terms: _terms, ...cells } = given;
    return row('services', `services.${index}`, { ...own, ...cells });
  });
  const after: PlaceRecord = {
    ...before,
    services,
    locations: before.locations.flatMap((own) =>
      row('locations', '', {
        ...own,
        name: form.name,
        transportation: form.transportation,
        latitude: form.latitude,
        longitude: form.longitude,
      }),
    ),
    addresses: before.addresses.flatMap((own, index) =>
      row('addresses', '', {
        ...own,
        address_1: index === 0 ? form.address_1 : own.address_1,
        city: commune
          ? `${commune.type.charAt(0).toLocaleUpperCase('vi')}${commune.type.slice(1)} ${commune.name}`
          : '',
        state_province: context.provinces.get(form.province_code)?.full_name ?? own.state_province,
      }),
    ),
    phones: form.phones.flatMap((given, index) =>
      row('phones', `phones.${index}`, {
        type: 'voice',
        ...before.phones.find(({ id }) => id === given.id),
        ...given,
        location_id: locationId,
      }),
    ),
    schedules: form.schedules.flatMap((given, index) => {
      const isOneDay = given.valid_from !== '' && given.valid_from === given.valid_to;
      if (given.byday === '' && !isOneDay) faults.push(`schedules.${index}.byday`);
      if ((given.opens_at === '') !== (given.closes_at === '')) faults.push(`schedules.${index}.closes_at`);
      return row('schedules', `schedules.${index}`, {
        ...before.schedules.find(({ id }) => id === given.id),
        ...given,
        freq: given.byday === '' ? '' : 'WEEKLY',
        location_id: locationId,
      });
    }),
    languages: keepNamed(before.languages, 'name', form.languages, (name) =>
      row('languages', 'languages', { id: crypto.randomUUID(), location_id: locationId, name }),
    ),
    accessibility: keepNamed(before.accessibility, 'description', form.accessibility, (description) =>
      row('accessibility', 'accessibility', {
        id: crypto.randomUUID(),
        location_id: locationId,
        description,
      }),
    ),
    requiredDocuments: form.services.flatMap((given) =>
      keepNamed(
        before.requiredDocuments.filter(({ service_id }) => service_id === given.id),
        'document',
        given.required_documents,
        (document) =>
          row('requiredDocuments', 'required_documents', {
            id: crypto.randomUUID(),
            service_id: given.id,
            document,
          }),
      ),
    ),
    attributes: attributesAfter(before, form, context, faults),
  };
  if (faults.length > 0) throw new AppError('invalid', { fields: [...new Set(faults)] });
  return after;
}

function attributesAfter(
  before: PlaceRecord,
  form: PlaceForm,
  context: SearchContext,
  faults: string[],
): AttributeRow[] {
  const { locationId } = before;
  const termByCode = new Map([...context.terms.values()].map((term) => [term.code, term]));
  const placed = (type: string, value: string): AttributeRow[] => {
    if (value === '') return [];
    const own = attributesOf(before, type)[0];
    return own === undefined
      ? made(termByCode.get(type), type, 'location', locationId, value)
      : [{ ...own, value }];
  };
  const phones = new Set(form.phones.map(({ id }) => id));
  const replaced = new Set<string>(['commune-code', 'province-code', 'discreet', ...CHOSEN_TERMS]);
  if (form.is_discreet && !termByCode.has('discreet')) faults.push('is_discreet');
  const communeChanged = attributeValue(before, 'commune-code') !== (form.commune_code || null);
  // What was said of how the old address was mapped no longer fits another commune.
  if (communeChanged) replaced.add('mapping-note');

  return [
    ...before.attributes.filter(
      (own) => !replaced.has(own.link_type) && (own.link_entity !== 'phone' || phones.has(own.link_id)),
    ),
    ...placed('commune-code', form.commune_code),
    ...placed('province-code', form.province_code),
    ...(form.is_discreet
      ? (attributesOf(before, 'discreet')[0] ?? null) === null
        ? made(termByCode.get('discreet'), 'discreet', 'location', locationId, null)
        : attributesOf(before, 'discreet')
      : []),
    ...form.services.flatMap((service, index) =>
      CHOSEN_TERMS.flatMap((type) => {
        const own = attributesOf(before, type).filter(({ link_id }) => link_id === service.id);
        return (service.terms[type] ?? []).flatMap((termId) => {
          const kept = own.find(({ taxonomy_term_id }) => taxonomy_term_id === termId);
          if (kept !== undefined) return [kept];
          const term = context.terms.get(termId);
          if (term?.taxonomy_id !== TERM_TAXONOMIES[type]) faults.push(`services.${index}.terms.${type}`);
          return made(term, type, 'service', service.id, term?.name ?? null);
        });
      }),
    ),
  ];
}

function made(
  term: TaxonomyTermRow | undefined,
  linkType: string,
  entity: AttributeRow['link_entity'],
  linkId: string,
  value: string | null,
): AttributeRow[] {
  if (term === undefined) return [];
  return [
    {
      id: crypto.randomUUID(),
      link_id: linkId,
      link_type: linkType,
      link_entity: entity,
      taxonomy_term_id: term.id,
      value,
    },
  ];
}

/** The rows of these names: present ones stay as they are, new ones are made, blank lines count for nothing. */
function keepNamed<K extends string, T extends Record<K, string>>(
  rows: readonly T[],
  key: K,
  names: readonly string[],
  make: (name: string) => T[],
): T[] {
  return [...new Set(names)]
    .filter((name) => name !== '')
    .flatMap((name) => {
      const own = rows.find((row) => row[key] === name);
      return own === undefined ? make(name) : [own];
    });
}

function isBelow(upper: string, lower: string): boolean {
  return upper !== '' && lower !== '' && Number(upper) < Number(lower);
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
