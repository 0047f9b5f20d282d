import type { Standing } from '../../../domain/legal-standing.ts';
import { legalDocumentPath } from '../../../domain/paths.ts';
import { lawDocument } from '../../../words/vi-law.ts';
import type { LegalDocument } from '../../content-schemas/law.ts';
import { findDocument } from '../../markdown/law-data.ts';
import { documentName } from './document-name.ts';

/** One line of a document's timeline. */
export interface DocumentEvent {
  /** ISO day, year, or null when it is not known. */
  day: string | null;
  text: string;
  /** Another document's page. */
  href: string | null;
  /** Lies after the day on which the page is drawn. */
  isUpcoming: boolean;
}

/** What a document replaced: the documents of the register that name it as their replacement. */
export function replacedDocuments(
  document: LegalDocument,
  documents: readonly LegalDocument[],
): LegalDocument[] {
  return documents.filter(
    ({ replacedBy }) => replacedBy !== null && document.numbers.includes(replacedBy.number),
  );
}

/** The document's life in the order of time; days that nobody knows come first. */
export function documentEvents(
  document: LegalDocument,
  documents: readonly LegalDocument[],
  today: string,
): DocumentEvent[] {
  const { events } = lawDocument;
  const known = /^\d{4}/.test(document.issuedOn) && !document.issuedOn.includes(';');
  const event = (day: string | null, text: string, href: string | null = null): DocumentEvent => ({
    day,
    text,
    href,
    isUpcoming: day !== null && day > today,
  });
  const all = [
    known
      ? event(document.issuedOn.slice(0, 10), events.issued(document.issuer))
      : event(null, events.issuedUnknown(document.issuer)),
    ...document.phases
      .filter(({ from }) => from !== null)
      .map(({ from, standing }) => event(from, events[standing])),
    ...replacedDocuments(document, documents).map((old) =>
      event(
        dayOf(old, ['ended', 'partly-ended']),
        events.replaces(documentName(old)),
        legalDocumentPath(old.slug),
      ),
    ),
    ...document.later.map(({ from, what }) => event(from, events.later(what))),
  ];
  return all.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
}

/** The document that took this one's place; null when none did or it is not in the register. */
export function replacementOf(
  { replacedBy }: LegalDocument,
  documents: readonly LegalDocument[],
): { document: LegalDocument; place: string | null } | null {
  const document = replacedBy === null ? null : findDocument(documents, replacedBy.number);
  return document === null ? null : { document, place: replacedBy?.place ?? null };
}

function dayOf({ phases }: LegalDocument, standings: readonly Standing[]): string | null {
  return phases.find(({ standing }) => standings.includes(standing))?.from ?? null;
}
