/** The taxonomy's terms as filter words of the search, and the choices that the search form offers. Pure. */

import { foldedWords } from '../../domain/fold.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import { CONFIRMED_DAYS, type DirectoryQuery } from './directory-query.ts';
import type { DirectoryData } from './schema.ts';

/** Filters of the query that hold a term's code, with the taxonomy's id and the beginning of its filter words. */
export const TERM_FILTERS = {
  dichVu: { taxonomy: '7281b177-f8ac-58f3-a52b-2bf96da58491', prefix: 'dv' },
  cho: { taxonomy: 'ae634322-de33-5a16-ad61-60f6d964035b', prefix: 'cho' },
  loai: { taxonomy: '2609dc33-d532-5f67-9532-946d6eea82f5', prefix: 'loai' },
  chiPhi: { taxonomy: '1e758c60-39e4-59a3-9e2b-37a1e9d8cd1a', prefix: 'phi' },
  cachVao: { taxonomy: 'bad8240a-baad-50ba-9712-1e2817f4f9d4', prefix: 'vao' },
} as const satisfies Partial<Record<keyof DirectoryQuery, { taxonomy: string; prefix: string }>>;

export type TermFilter = keyof typeof TERM_FILTERS;

/** The names of TERM_FILTERS, in the order of the form. */
export const TERM_FILTER_NAMES = Object.keys(TERM_FILTERS) as TermFilter[]; // Object.keys gives string[].

/** The filter word of a term, by its taxonomy's id; null for terms that nobody filters by. For `loai` see search-rows.ts. */
export function facetToken(taxonomyId: string, code: string): string | null {
  const filter = Object.values(TERM_FILTERS).find((one) => one.taxonomy === taxonomyId);
  return filter === undefined || filter.prefix === 'loai' ? null : `${filter.prefix}:${code}`;
}

/** The filter word of a place that somebody confirmed on a day. */
export function confirmedToken(day: string): string {
  return `xn:${day.slice(0, 10)}`;
}

/** The filter words of a confirmation today or within CONFIRMED_DAYS before, as the calendar of Việt Nam has them. */
export function confirmedLately(now: Date): string[] {
  const today = localDay(now);
  return Array.from({ length: CONFIRMED_DAYS + 1 }, (_, back) => confirmedToken(addDays(today, -back)));
}

/** One of a list that the form offers. */
export interface Choice {
  code: string;
  name: string;
}

/** What the search form offers. */
export interface DirectoryChoices {
  /** In the order of the Vietnamese alphabet. */
  provinces: (Choice & { fullName: string })[];
  /** In the order of the taxonomy's file. */
  terms: Record<TermFilter, Choice[]>;
}

/** The choices that the shipped files give. */
export function choicesOf(data: Pick<DirectoryData, 'provinces' | 'taxonomyTerms'>): DirectoryChoices {
  const order = new Intl.Collator('vi');
  const termsOf = (filter: TermFilter): Choice[] =>
    data.taxonomyTerms
      .filter(({ taxonomy_id }) => taxonomy_id === TERM_FILTERS[filter].taxonomy)
      .filter(({ code }) => filter !== 'loai' || code === 'cong-lap' || code === 'tu-nhan')
      .map(({ code, name }) => ({ code, name }));
  return {
    provinces: data.provinces
      .map(({ code, name, full_name }) => ({ code, name, fullName: full_name }))
      .sort((a, b) => order.compare(a.name, b.name)),
    terms: {
      dichVu: termsOf('dichVu'),
      cho: termsOf('cho'),
      loai: termsOf('loai'),
      chiPhi: termsOf('chiPhi'),
      cachVao: termsOf('cachVao'),
    },
  };
}

/** Folded phrases that mean a term: what people type, and the names of the terms that are filtered by. */
export function termPhraseRows(
  data: Pick<DirectoryData, 'taxonomyTerms' | 'termPhrases'>,
): { phrase: string; term_id: string }[] {
  const taxonomies = new Set<string>(Object.values(TERM_FILTERS).map(({ taxonomy }) => taxonomy));
  const terms = data.taxonomyTerms.filter(({ taxonomy_id }) => taxonomies.has(taxonomy_id));
  const idOf = new Map(terms.map(({ taxonomy, code, id }) => [`${taxonomy} ${code}`, id]));
  const rows = [
    ...data.termPhrases.flatMap(({ taxonomy, term_code, phrase }) => {
      const id = idOf.get(`${taxonomy} ${term_code}`);
      return id === undefined ? [] : [{ phrase, term_id: id }];
    }),
    ...terms
      .filter(({ taxonomy_id }) => taxonomy_id === TERM_FILTERS.dichVu.taxonomy)
      .map(({ name, id }) => ({ phrase: name, term_id: id })),
  ].map(({ phrase, term_id }) => ({ phrase: foldedWords(phrase).join(' '), term_id }));
  return [...new Map(rows.map((row) => [`${row.phrase} ${row.term_id}`, row])).values()];
}
