import type { LegalDocument } from '../../content-schemas/law.ts';

/** A document's kind and number: `Luật 120/2025/QH15`; the kind alone where nobody could read the number. */
export function documentName({ kind, number }: Pick<LegalDocument, 'kind' | 'number'>): string {
  return number.startsWith('(') ? kind : `${kind} ${number}`;
}
