import type { D1Database } from '@cloudflare/workers-types';
import { type Choice, readChoices } from './editing-store.ts';
import { CHOSEN_TERMS, type ChosenTerm, TERM_TAXONOMIES } from './place-form.ts';

/** What the form of a place lets an editor choose from. */
export interface FormChoices {
  /** By kind of attribute; a kind whose taxonomy is not loaded has none. */
  terms: Record<ChosenTerm, { id: string; code: string; name: string }[]>;
  provinces: Choice[];
  /** The communes of the provinces asked for. */
  communes: (Choice & { provinceCode: string })[];
}

/** The choices of a form, with the communes of these provinces in the order of the Vietnamese alphabet. */
export async function readFormChoices(
  db: D1Database,
  provinceCodes: readonly string[],
): Promise<FormChoices> {
  const { terms, provinces, communes } = await readChoices(db, {
    taxonomyIds: Object.values(TERM_TAXONOMIES),
    provinceCodes,
  });
  const order = new Intl.Collator('vi');
  const byName = (a: Choice, b: Choice): number => order.compare(a.name, b.name);
  const ofKind = (kind: ChosenTerm) =>
    terms
      .filter(({ taxonomyId }) => taxonomyId === TERM_TAXONOMIES[kind])
      .map(({ id, code, name }) => ({ id, code, name }));
  return {
    // The keys are exactly CHOSEN_TERMS.
    terms: Object.fromEntries(CHOSEN_TERMS.map((kind) => [kind, ofKind(kind)])) as FormChoices['terms'],
    provinces: provinces.sort(byName),
    communes: communes.sort(byName),
  };
}
