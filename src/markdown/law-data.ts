import type { LegalDocument, LegalProvision } from '../content-schemas/law.ts';

/** The register as the whole site uses it. */
export interface Register {
  documents: readonly LegalDocument[];
  provisions: readonly LegalProvision[];
}

/** The document that is cited by a number; null when the register has none. Composed and decomposed letters are one. */
export function findDocument(documents: readonly LegalDocument[], number: string): LegalDocument | null {
  const wanted = number.normalize('NFC');
  return documents.find(({ numbers }) => numbers.includes(wanted)) ?? null;
}

/** Numbers of the register that begin like this one: what was probably meant. At most three. */
export function nearNumbers(documents: readonly LegalDocument[], number: string): string[] {
  const stem = number.split('/')[0] ?? '';
  return documents
    .flatMap(({ numbers }) => numbers)
    .filter((known) => stem !== '' && known.startsWith(`${stem}/`))
    .slice(0, 3);
}

/** How a document is called in a sentence: `Luật 120/2025`; by its whole number where that has no year. */
export function shortName({ kind, number }: Pick<LegalDocument, 'kind' | 'number'>): string {
  const year = /^(\d+\/\d{4})\//.exec(number)?.[1];
  return number.startsWith('(') ? kind : `${kind} ${year ?? number}`;
}
