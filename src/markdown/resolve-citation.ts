import {
  type Citation,
  type Provision,
  provisionAnchor,
  provisionsAround,
  provisionText,
} from '../../domain/citation.ts';
import { legalDocumentPath } from '../../domain/paths.ts';
import { citations, standingDates } from '../../words/vi-law.ts';
import type { LegalDocument } from '../content-schemas/law.ts';
import { findDocument, type Register, shortName } from './law-data.ts';

/** A citation as a link. */
export interface ResolvedCitation {
  document: LegalDocument;
  href: string;
  /** What the link says. */
  text: string;
  /** What the document is and since when, true on every day. */
  title: string;
}

/** The link of a citation; null when the register has no such document. */
export function resolveCitation(citation: Citation, register: Register): ResolvedCitation | null {
  const document = findDocument(register.documents, citation.number);
  if (document === null) return null;
  const { provision } = citation;
  const usual = [shortName(document), ...(provision === null ? [] : [provisionText(provision)])].join(', ');
  return {
    document,
    href: legalDocumentPath(
      document.slug,
      provision === null ? undefined : anchorFor(document, provision, register),
    ),
    text: citation.label ?? usual,
    title: citations.hover(document.title, lastingStanding(document)),
  };
}

/** Where a document stands in words that stay true after a rebuild is due: its last known phase, with its day. */
export function lastingStanding({ phases }: Pick<LegalDocument, 'phases'>): string {
  const last = phases.at(-1) ?? { from: null, standing: 'unverified' };
  return standingDates[last.standing](last.from);
}

/** The fragment of the nearest place around a provision that the document's page shows. */
function anchorFor(
  document: LegalDocument,
  provision: Provision,
  { provisions }: Register,
): string | undefined {
  const shown = new Set(
    provisions
      .filter(({ document: number }) => document.numbers.includes(number))
      .map(({ place }) => provisionAnchor(place)),
  );
  return provisionsAround(provision)
    .map(provisionAnchor)
    .find((anchor) => shown.has(anchor));
}
