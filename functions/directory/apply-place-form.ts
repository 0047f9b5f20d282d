/** How a place's form becomes rows. Pure but for new ids. */
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { CHOSEN_TERMS, organizationOf, type PlaceForm, TERM_TAXONOMIES, textOf } from './place-form.ts';
import { attributesOf, attributeValue, type PlaceRecord } from './place-record.ts';
import { PLACE_TABLES, type PlaceTableName } from './place-tables.ts';
import type { AttributeRow, PlaceTables, TaxonomyTermRow } from './schema.ts';
import type { SearchContext } from './search-rows.ts';

/**
 * The form with ids of the portal's own for services and prices that the place does not have: an id that the browser
 * made up could be one of another place.
 */
function withOwnIds(before: PlaceRecord, form: PlaceForm): PlaceForm {
  const known = new Set([...before.services, ...before.costOptions].map(({ id }) => id));
  const idOf = (id: string): string => (known.has(id) ? id : crypto.randomUUID());
  return {
    ...form,
    services: form.services.map((service) => ({
      ...service,
      id: idOf(service.id),
      costs: service.costs.map((cost) => ({ ...cost, id: idOf(cost.id) })),
    })),
  };
}

/**
 * The place with what the form says. Rows that the form does not show stay. Another name of the managing body means
 * another body, for this place alone: who else names the old one still does.
 *
 * @throws AppError `invalid` with the paths of the fields at fault ("phones.0.number")
 */
export function applyForm(before: PlaceRecord, typed: PlaceForm, context: SearchContext): PlaceRecord {
  const form = withOwnIds(before, typed);
  const faults: string[] = [];
  const row = <N extends PlaceTableName>(name: N, path: string, cells: Record<string, unknown>) => {
    const texts = Object.entries(cells).map(([key, value]) => [key, textOf(value)]);
    const parsed = PLACE_TABLES[name].schema.safeParse(Object.fromEntries(texts));
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

  const given = form.services.map(({ id }) => id);
  const formerBody = organizationOf(before);
  const isOtherBody = formerBody !== undefined && formerBody.name !== form.organization.name;
  const body = row('organizations', 'organization', {
    ...(isOtherBody ? { description: form.organization.name } : formerBody),
    ...form.organization,
    id: isOtherBody || formerBody === undefined ? crypto.randomUUID() : formerBody.id,
  });
  checkAddresses(form, faults);
  const services = form.services.flatMap((service, index) => {
    if (given.indexOf(service.id) !== index) faults.push(`services.${index}.id`);
    if (isBelow(service.maximum_age, service.minimum_age)) faults.push(`services.${index}.maximum_age`);
    const own = before.services.find(({ id }) => id === service.id) ?? {
      organization_id: formerBody?.id ?? body[0]?.id ?? '',
      status: before.services[0]?.status ?? 'active',
      // Nobody has confirmed what was not there.
      assured_date: '',
    };
    const { required_documents: _documents, terms: _terms, costs: _costs, ...cells } = service;
    const isRunByBody = formerBody === undefined || own.organization_id === formerBody.id;
    return row('services', `services.${index}`, {
      ...own,
      ...cells,
      organization_id: isRunByBody ? (body[0]?.id ?? '') : own.organization_id,
    });
  });
  const bodies = new Map([...before.organizations, ...body].map((own) => [own.id, own]));
  if (isOtherBody) bodies.delete(formerBody.id);
  const after: PlaceRecord = {
    ...before,
    organizations: [...bodies.values()],
    services,
    serviceAtLocations: [
      ...before.serviceAtLocations.filter(({ service_id }) => given.includes(service_id)),
      ...services
        .filter(({ id }) => !before.serviceAtLocations.some(({ service_id }) => service_id === id))
        .map(({ id }) => ({ id: crypto.randomUUID(), service_id: id, location_id: locationId })),
    ],
    locations: before.locations.flatMap((own) =>
      row('locations', '', {
        ...own,
        organization_id:
          isOtherBody && own.organization_id === formerBody.id ? (body[0]?.id ?? '') : own.organization_id,
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
    costOptions: form.services.flatMap((service, index) =>
      service.costs.flatMap((cost, at) => {
        const own = before.costOptions.find(({ id }) => id === cost.id);
        const currency = cost.amount === '' ? '' : (own?.currency ?? 'VND');
        return row('costOptions', `services.${index}.costs.${at}`, {
          ...own,
          ...cost,
          currency,
          service_id: service.id,
        });
      }),
    ),
    attributes: attributesAfter(before, form, context, isOtherBody, faults),
  };
  if (faults.length > 0) throw new AppError('invalid', { fields: [...new Set(faults)] });
  return after;
}

function attributesAfter(
  before: PlaceRecord,
  form: PlaceForm,
  context: SearchContext,
  isOtherBody: boolean,
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
  const replaced = new Set<string>([
    'commune-code',
    'province-code',
    'discreet',
    'source-url',
    ...CHOSEN_TERMS,
  ]);
  if (form.is_discreet && !termByCode.has('discreet')) faults.push('is_discreet');
  const communeChanged = attributeValue(before, 'commune-code') !== (form.commune_code || null);
  // What was said of how the old address was mapped no longer fits another commune.
  if (communeChanged) replaced.add('mapping-note');

  const services = new Set(form.services.map(({ id }) => id));
  const first = form.services[0]?.id ?? '';
  const stays = (own: AttributeRow): boolean => own.link_entity !== 'service' || services.has(own.link_id);
  const kept = before.attributes.filter(
    (own) => !replaced.has(own.link_type) && (own.link_entity !== 'phone' || phones.has(own.link_id)),
  );
  // What a service that goes says of the whole place (how sure, from when) is said by the first one that stays.
  const inherited = kept
    .filter((own) => !stays(own) && !kept.some((row) => stays(row) && row.link_type === own.link_type))
    .map((own) => ({ ...own, link_id: first }));

  return [
    ...kept.filter(stays),
    ...inherited,
    ...[...new Set(form.sources)].flatMap((address) => {
      const own = attributesOf(before, 'source-url').filter(({ value }) => value === address);
      if (own.some(stays)) return own.filter(stays);
      const [gone] = own;
      return gone === undefined
        ? made(termByCode.get('source-url'), 'source-url', 'service', first, address)
        : [{ ...gone, link_id: first }];
    }),
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
          const same = own.find(({ taxonomy_term_id }) => taxonomy_term_id === termId);
          // How the source called the former body says nothing of another one.
          if (same !== undefined && type === 'operator' && isOtherBody)
            return [{ ...same, value: form.organization.name }];
          if (same !== undefined) return [same];
          const term = context.terms.get(termId);
          if (term?.taxonomy_id !== TERM_TAXONOMIES[type]) faults.push(`services.${index}.terms.${type}`);
          return made(term, type, 'service', service.id, term?.name ?? null);
        });
      }),
    ),
  ];
}

/** Web and e-mail addresses: what is not one would be shown to people as a link. */
function checkAddresses({ organization, services, sources }: PlaceForm, faults: string[]): void {
  const addresses = [
    { path: 'organization.website', url: organization.website },
    { path: 'organization.email', email: organization.email },
    ...services.flatMap(({ url, email }, index) => [
      { path: `services.${index}.url`, url },
      { path: `services.${index}.email`, email },
    ]),
    ...sources.map((url) => ({ path: 'sources', url: url || 'missing' })),
  ];
  for (const { path, url = '', email = '' } of addresses) {
    const isRight = url === '' || (/^https?:\/\//i.test(url) && URL.canParse(url) && !/\s/.test(url));
    if (!isRight || (email !== '' && !z.email().safeParse(email).success)) faults.push(path);
  }
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
