/** What an import needs to understand a list, made once from the shipped units and terms. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import type { DirectoryData, TaxonomyTermRow } from '../schema.ts';
import { type SearchContext, searchContext } from '../search-rows.ts';
import { makeUnitIndex, type UnitIndex } from './unit-index.ts';

/** Folded names of the taxonomies of content/places/taxonomies.csv that a list speaks of. */
const TAXONOMIES = {
  service: 'dich vu',
  facility: 'loai noi',
  operator: 'don vi quan ly',
  confidence: 'do tin cay',
  verification: 'xac minh so dien thoai',
  detail: 'thong tin kem theo',
} as const;

export type TaxonomyKey = keyof typeof TAXONOMIES;

export interface ImportContext {
  units: UnitIndex;
  search: SearchContext;
  provinces: ReadonlySet<string>;
  terms: ReadonlyMap<string, TaxonomyTermRow>;
  /** The term of a taxonomy by its code, or by its name whatever the case and the diacritics; null when none. */
  findTerm(taxonomy: TaxonomyKey, text: string): TaxonomyTermRow | null;
  /** The names of a taxonomy's terms, for the sentence that lists them. */
  termNames(taxonomy: TaxonomyKey): string[];
}

export function makeImportContext(data: DirectoryData): ImportContext {
  const byText = new Map<string, TaxonomyTermRow>();
  const key = (taxonomy: string, text: string): string => `${taxonomy}|${termKey(text)}`;
  const own = (taxonomy: TaxonomyKey): TaxonomyTermRow[] =>
    data.taxonomyTerms.filter((row) => foldedWords(row.taxonomy).join(' ') === TAXONOMIES[taxonomy]);
  for (const taxonomy of Object.keys(TAXONOMIES) as TaxonomyKey[]) {
    for (const row of own(taxonomy)) {
      for (const text of [row.code, row.name]) byText.set(key(taxonomy, text), row);
    }
  }
  return {
    units: makeUnitIndex(data),
    search: searchContext(data),
    provinces: new Set(data.provinces.map(({ code }) => code)),
    terms: new Map(data.taxonomyTerms.map((row) => [row.id, row])),
    findTerm: (taxonomy, text) => byText.get(key(taxonomy, text)) ?? null,
    termNames: (taxonomy) => own(taxonomy).map(({ name }) => name),
  };
}

/** Lists write "cai nghiện ma túy" and "cai nghiện" for the same. */
function termKey(text: string): string {
  const words = foldedWords(text).join(' ');
  return words.replace(/ ma tuy\b/g, '');
}
