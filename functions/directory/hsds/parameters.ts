/**
 * The query parameters of the HSDS 3.0 API (https://docs.openreferral.org/en/3.0/hsds/api_reference.html), as each
 * list takes them. They add up: a resource must fit all of them.
 */
import { z } from 'zod';
import { foldedWords } from '../../../domain/fold.ts';
import { hsdsApi } from '../../../words/vi.ts';
import { allWords } from '../search-match.ts';

/** The lists of places. */
export type PlaceList = 'services' | 'service_at_locations' | 'organizations';

/** The lists of the API. */
export const LIST_NAMES = [
  'services',
  'organizations',
  'service_at_locations',
  'taxonomies',
  'taxonomy_terms',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** Resources on one page, unless asked otherwise and at most; a larger number counts as the most. */
const PER_PAGE = { usual: 20, most: 100 };

/** With `minimal`, the reference asks for all services in one page. */
const PER_PAGE_MINIMAL = 5_000;

/** The widest circle of `proximity`, in metres: further than that, every place is. */
const MOST_METRES = 500_000;

/** Longest text that is searched for. */
const MOST_CHARACTERS = 200;

const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .refine((value) => value >= 1);

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A time, or a day as its beginning in Việt Nam; written as the database has times. */
const moment = z
  .string()
  // An unescaped + of an offset arrives as a space.
  .transform((text) => text.replace(/ (?=\d\d:\d\d$)/, '+'))
  .pipe(z.union([z.iso.datetime({ offset: true }), z.iso.date().transform((day) => `${day}T00:00:00+07:00`)]))
  .transform((text) => new Date(text).toISOString());

/** `latitude,longitude,metres`. */
const circle = z
  .string()
  .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?,\d{1,6}$/)
  .transform((text) => {
    const [latitude = 0, longitude = 0, metres = 0] = text.split(',').map(Number);
    return { latitude, longitude, metres };
  })
  .refine(
    ({ latitude, longitude, metres }) =>
      Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && metres >= 1 && metres <= MOST_METRES,
  );

const PARAMETERS = {
  page: wholeNumber,
  per_page: wholeNumber,
  format: z.enum(['json', 'ndjson']),
  search: z
    .string()
    .max(MOST_CHARACTERS)
    .transform(foldedWords)
    .refine((words) => words.length > 0),
  minimal: flag,
  full: flag,
  full_service: flag,
  top_only: flag,
  taxonomy_id: z.uuid(),
  taxonomy_term_id: z.uuid(),
  parent_id: z.uuid(),
  organization_id: z.uuid(),
  modified_after: moment,
  proximity: circle,
  // Vietnamese addresses here have no postal codes, so that no code finds anything.
  postcode: z.never(),
} as const;

export type ParameterName = keyof typeof PARAMETERS;

const PAGING = ['search', 'page', 'per_page', 'format'] as const;
const PLACE_FILTERS = [...PAGING, 'taxonomy_term_id', 'taxonomy_id', 'full'] as const;

/** What each list takes. */
export const LIST_PARAMETERS: Readonly<Record<ListName, readonly ParameterName[]>> = {
  services: [...PLACE_FILTERS, 'organization_id', 'modified_after', 'minimal'],
  organizations: [...PLACE_FILTERS, 'full_service'],
  service_at_locations: [...PLACE_FILTERS, 'organization_id', 'modified_after', 'postcode', 'proximity'],
  taxonomies: PAGING,
  taxonomy_terms: [...PAGING, 'taxonomy_id', 'top_only', 'parent_id'],
};

/** What is asked of a list. Null means not asked. */
export interface ListQuery {
  /** From 1. */
  page: number;
  perPage: number;
  isStream: boolean;
  depth: 'minimal' | 'list' | 'full';
  /** Organizations with their services in full. */
  hasFullServices: boolean;
  /** An FTS5 expression. */
  search: string | null;
  /** The same as folded words. */
  searchWords: readonly string[];
  taxonomyId: string | null;
  taxonomyTermId: string | null;
  parentId: string | null;
  isTopOnly: boolean;
  organizationId: string | null;
  modifiedAfter: string | null;
  near: { latitude: number; longitude: number; metres: number } | null;
}

/** A parameter that cannot be used, with what to write instead. */
export interface ParameterFault {
  name: string;
  hint: string;
}

/** Reads the parameters of a list, or says of each faulty one how to mend it. */
export function parseListQuery(
  list: ListName,
  params: URLSearchParams,
): { ok: true; query: ListQuery } | { ok: false; faults: ParameterFault[] } {
  const known = LIST_PARAMETERS[list];
  const read = readParameters(known, params);
  if (!read.ok) return read;
  const { values } = read;
  const isMinimal = values.minimal === true;
  const words = values.search ?? [];
  return {
    ok: true,
    query: {
      page: values.page ?? 1,
      perPage: isMinimal
        ? Math.min(values.per_page ?? PER_PAGE_MINIMAL, PER_PAGE_MINIMAL)
        : Math.min(values.per_page ?? PER_PAGE.usual, PER_PAGE.most),
      isStream: values.format === 'ndjson',
      depth: isMinimal ? 'minimal' : values.full === true ? 'full' : 'list',
      hasFullServices: values.full_service === true,
      search: words.length === 0 ? null : allWords(words),
      searchWords: words,
      taxonomyId: values.taxonomy_id ?? null,
      taxonomyTermId: values.taxonomy_term_id ?? null,
      parentId: values.parent_id ?? null,
      isTopOnly: values.top_only === true,
      organizationId: values.organization_id ?? null,
      modifiedAfter: values.modified_after ?? null,
      near: values.proximity ?? null,
    },
  };
}

/** Reads the parameters of one resource: of an organization, whether its services are given in full. */
export function parseResourceQuery(
  list: ListName,
  params: URLSearchParams,
): { ok: true; hasFullServices: boolean } | { ok: false; faults: ParameterFault[] } {
  const read = readParameters(list === 'organizations' ? ['full_service'] : [], params);
  return read.ok ? { ok: true, hasFullServices: read.values.full_service === true } : read;
}

type Values = { [N in ParameterName]?: z.output<(typeof PARAMETERS)[N]> };

/** A parameter that is not known, given twice or not readable is a fault: it would otherwise silently do nothing. */
function readParameters(
  known: readonly ParameterName[],
  params: URLSearchParams,
): { ok: true; values: Values } | { ok: false; faults: ParameterFault[] } {
  const faults: ParameterFault[] = [];
  const values: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const parameter = known.find((candidate) => candidate === name);
    const given = params.getAll(name);
    if (parameter === undefined) {
      // The name is input: only a known parameter's own name is repeated.
      faults.push({ name: '?', hint: hsdsApi.unknownParameter(known) });
      continue;
    }
    const parsed = PARAMETERS[parameter].safeParse(given[0]);
    if (given.length > 1) faults.push({ name: parameter, hint: hsdsApi.twice });
    else if (parsed.success) values[parameter] = parsed.data;
    else faults.push({ name: parameter, hint: hsdsApi.hints[parameter] });
  }
  return faults.length === 0 ? { ok: true, values: values as Values } : { ok: false, faults }; // Each by its schema.
}
