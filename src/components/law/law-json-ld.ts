/** What the pages of the law tell search engines, in the words of schema.org. Data, which no script policy concerns. */
import type { Citation } from '../../../domain/citation.ts';
import { standingOn } from '../../../domain/legal-standing.ts';
import { jsonLdText } from '../../../functions/json-ld.ts';
import type { LegalDocument } from '../../content-schemas/law.ts';
import type { LawQuestion, LawTerm } from '../../content-schemas/law-texts.ts';
import { plainText } from '../../markdown/inline-parts.ts';
import type { Register } from '../../markdown/law-data.ts';
import { resolveCitation } from '../../markdown/resolve-citation.ts';
import { replacedDocuments } from './document-events.ts';
import { documentName } from './document-name.ts';

const words = (register: Register) => (citation: Citation) => resolveCitation(citation, register)?.text ?? '';

/** https://schema.org/Legislation. Only a known standing is told: force is left out where it is being verified. */
export function legislationJsonLd(
  document: LegalDocument,
  documents: readonly LegalDocument[],
  url: string,
  today: string,
): string {
  const { standing } = standingOn(document.phases, today);
  const force = {
    'in-force': 'InForce',
    consistent: 'PartiallyInForce',
    'partly-ended': 'PartiallyInForce',
    ended: 'NotInForce',
    'not-yet': 'NotInForce',
  };
  const isLaw = (one: string): one is keyof typeof force => one in force;
  const replaced = replacedDocuments(document, documents);
  return jsonLdText({
    '@type': 'Legislation',
    name: `${documentName(document)}: ${document.title}`,
    url,
    inLanguage: 'vi',
    legislationType: document.kind,
    ...(document.number.startsWith('(') ? {} : { legislationIdentifier: document.number }),
    legislationPassedBy: { '@type': 'Organization', name: document.issuer },
    legislationJurisdiction: 'VN',
    ...(/^\d{4}-\d{2}-\d{2}$/.test(document.issuedOn) ? { legislationDate: document.issuedOn } : {}),
    ...(isLaw(standing) ? { legislationLegalForce: `https://schema.org/${force[standing]}` } : {}),
    ...(replaced.length === 0
      ? {}
      : { legislationChanges: replaced.map((one) => ({ '@type': 'Legislation', name: documentName(one) })) }),
  });
}

/** https://schema.org/FAQPage: the questions with their answers as they stand on the page. */
export function faqJsonLd(questions: readonly LawQuestion[], register: Register): string {
  return jsonLdText({
    '@type': 'FAQPage',
    inLanguage: 'vi',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: plainText(answer, words(register)) },
    })),
  });
}

/** https://schema.org/DefinedTermSet: the glossary. */
export function glossaryJsonLd(terms: readonly LawTerm[], name: string, register: Register): string {
  return jsonLdText({
    '@type': 'DefinedTermSet',
    name,
    inLanguage: 'vi',
    hasDefinedTerm: terms.map(({ term, meaning }) => ({
      '@type': 'DefinedTerm',
      name: term,
      description: plainText(meaning, words(register)),
    })),
  });
}
