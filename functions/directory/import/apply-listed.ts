/** Turns a listed row into the rows of a place: a new one, or what the list knows laid over what is there. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import { isReservedSlug } from '../check-tables.ts';
import { emptyTables, type PlaceRecord } from '../place-record.ts';
import type { ImportContext } from './import-context.ts';
import { better, listedAttributes, PlaceAttributes } from './listed-attributes.ts';
import type { ListedPlace } from './listed-place.ts';
import { phoneDigits } from './parse-phone.ts';

/** Longest slug, in characters; names of agencies run to a hundred. */
const MAX_SLUG = 80;

export interface ApplyOptions {
  newId: () => string;
  /** The organization that has this name already; null when none. */
  findOrganization: (name: string) => PlaceRecord['organizations'][number] | null;
  /** Remembers a new organization for the rows after this one. */
  keepOrganization: (row: PlaceRecord['organizations'][number]) => void;
  /** The description of an organization that a list names. */
  organizationDescription: string;
}

/** A place with nothing but its name and its address on the portal. */
export function newPlace(
  listed: ListedPlace,
  slugs: ReadonlySet<string>,
  context: ImportContext,
  options: ApplyOptions,
): PlaceRecord {
  const { newId } = options;
  const [serviceId, locationId] = [newId(), newId()];
  const organization = organizationOf(listed.operator ?? listed.name, options);
  const { placing } = listed.placed;
  const area = placing.commune?.fullName ?? placing.provinceName;
  const place: PlaceRecord = {
    ...emptyTables(),
    locationId,
    organizations: [organization],
    services: [
      {
        id: serviceId,
        organization_id: organization.id,
        name: listed.name,
        alternate_name: null,
        description: null,
        url: null,
        email: null,
        status: 'active',
        application_process: null,
        fees_description: null,
        wait_time: null,
        eligibility_description: null,
        minimum_age: null,
        maximum_age: null,
        assured_date: null,
        alert: null,
        last_modified: null,
      },
    ],
    locations: [
      {
        id: locationId,
        location_type: 'physical',
        organization_id: organization.id,
        name: listed.name,
        alternate_name: null,
        description: null,
        transportation: null,
        latitude: null,
        longitude: null,
      },
    ],
    serviceAtLocations: [{ id: newId(), service_id: serviceId, location_id: locationId }],
    addresses: [
      {
        id: newId(),
        location_id: locationId,
        address_1: listed.address,
        address_2: null,
        city: null,
        state_province: placing.provinceName,
        postal_code: null,
        country: 'VN',
        address_type: 'physical',
      },
    ],
  };
  const attributes = new PlaceAttributes(place, context, newId);
  attributes.set('location', locationId, 'slug', null, freeSlug(listed.name, area, slugs));
  return { ...place, attributes: attributes.rows };
}

/**
 * The place as the list has it. Nothing is ever emptied, words that differ in case or diacritics alone stay as they
 * are, services and papers are added to, phones and hours are replaced.
 */
export function applyListed(
  place: PlaceRecord,
  listed: ListedPlace,
  context: ImportContext,
  options: ApplyOptions,
): PlaceRecord {
  const [service] = place.services;
  const [location] = place.locations;
  if (service === undefined || location === undefined) return place;
  const organization = keptOrganization(place, service.organization_id, listed, options);
  const { commune, provinceName } = listed.placed.placing;
  const name = better(service.name, listed.name) ?? listed.name;
  const contacts = contactsOf(place, listed, location.id, options.newId);
  return {
    ...place,
    organizations: [organization],
    services: [
      {
        ...service,
        organization_id: organization.id,
        name,
        description: better(service.description, listed.services),
        url: better(service.url, listed.website),
        email: better(service.email, listed.email),
        status: listed.status ?? service.status,
        application_process: better(service.application_process, listed.application),
        fees_description: better(service.fees_description, listed.fees),
        eligibility_description: better(service.eligibility_description, listed.eligibility),
        minimum_age: listed.minimumAge ?? service.minimum_age,
        maximum_age: listed.maximumAge ?? service.maximum_age,
      },
      ...place.services.slice(1),
    ],
    locations: [
      {
        ...location,
        organization_id: organization.id,
        name: better(location.name, listed.name) ?? listed.name,
        latitude: listed.latitude ?? location.latitude,
        longitude: listed.longitude ?? location.longitude,
      },
    ],
    addresses: place.addresses.map((row, n) =>
      n > 0
        ? row
        : {
            ...row,
            address_1: better(row.address_1, listed.address) ?? listed.address,
            city: better(row.city, commune?.fullName ?? null),
            state_province: better(row.state_province, provinceName) ?? provinceName,
          },
    ),
    ...contacts,
    attributes: listedAttributes(place, listed, contacts.phones, organization.id, context, options.newId),
  };
}

/** Phones, hours and papers. */
function contactsOf(
  place: PlaceRecord,
  listed: ListedPlace,
  locationId: string,
  newId: () => string,
): Pick<PlaceRecord, 'phones' | 'schedules' | 'requiredDocuments'> {
  const hours = listed.hours.map(({ byday, opens, closes }) => `${byday} ${opens} ${closes}`).join('|');
  const held = place.schedules
    .map(({ byday, opens_at, closes_at }) => `${byday} ${opens_at} ${closes_at}`)
    .join('|');
  const documents = new Set(place.requiredDocuments.map(({ document }) => foldedWords(document).join(' ')));
  const serviceId = place.services[0]?.id ?? '';
  const phones = listed.phones.map(({ number }) => number);
  return {
    phones:
      phones.length === 0
        ? place.phones
        : phones.map(
            (number) =>
              place.phones.find((row) => phoneDigits(row.number) === phoneDigits(number)) ?? {
                id: newId(),
                location_id: locationId,
                number,
                extension: null,
                type: 'voice',
                description: null,
              },
          ),
    schedules:
      hours === '' || hours === held
        ? place.schedules
        : listed.hours.map(({ byday, opens, closes }) => ({
            id: newId(),
            location_id: locationId,
            valid_from: null,
            valid_to: null,
            freq: 'WEEKLY' as const,
            byday,
            opens_at: opens,
            closes_at: closes,
            description: null,
            notes: null,
          })),
    requiredDocuments: [
      ...place.requiredDocuments,
      ...listed.documents
        .filter((document) => !documents.has(foldedWords(document).join(' ')))
        .map((document) => ({ id: newId(), service_id: serviceId, document })),
    ],
  };
}

function keptOrganization(
  place: PlaceRecord,
  organizationId: string,
  listed: ListedPlace,
  options: ApplyOptions,
): PlaceRecord['organizations'][number] {
  const held = place.organizations.find(({ id }) => id === organizationId);
  const isSame = (name: string): boolean =>
    listed.operator === null || foldedWords(name).join(' ') === foldedWords(listed.operator).join(' ');
  if (held !== undefined && isSame(held.name)) return held;
  return organizationOf(listed.operator ?? listed.name, options);
}

function organizationOf(name: string, options: ApplyOptions): PlaceRecord['organizations'][number] {
  const held = options.findOrganization(name);
  if (held !== null) return held;
  const row = {
    id: options.newId(),
    name,
    alternate_name: null,
    description: options.organizationDescription,
    email: null,
    website: null,
    legal_status: null,
  };
  options.keepOrganization(row);
  return row;
}

/** The name in words of a-z and 0-9; where that is taken, with its area, then with a number. */
function freeSlug(name: string, area: string, slugs: ReadonlySet<string>): string {
  const words = (text: string): string => foldedWords(text).join('-').slice(0, MAX_SLUG).replace(/-$/, '');
  const isFree = (slug: string): boolean => slug !== '' && !slugs.has(slug) && !isReservedSlug(slug);
  const [plain, withArea] = [words(name), words(`${name} ${area}`)];
  if (isFree(plain)) return plain;
  if (isFree(withArea)) return withArea;
  for (let n = 2; ; n += 1) {
    const numbered = `${withArea || 'noi'}-${n}`;
    if (isFree(numbered)) return numbered;
  }
}
