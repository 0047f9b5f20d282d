/** The law as entries of the search. */
import { type Citation, provisionAnchor, provisionText } from '../../domain/citation.ts';
import { glossaryPath, lawChangesPath, lawQuestionsPath, legalDocumentPath } from '../../domain/paths.ts';
import type { SearchEntry } from '../../functions/search/search-entry.ts';
import { documentName } from '../../src/components/law/document-name.ts';
import { plainText } from '../../src/markdown/inline-parts.ts';
import { findDocument, type Register } from '../../src/markdown/law-data.ts';
import { resolveCitation } from '../../src/markdown/resolve-citation.ts';
import { lawChanges, lawGlossary, lawQuestions } from '../../words/vi-law.ts';
import type { Law } from '../law/read-law.ts';

/** Questions, changes, terms, documents and what their articles say. */
export function lawEntries(law: Law): SearchEntry[] {
  return [
    ...law.questions.map(({ question, anchor, answer }) => ({
      address: lawQuestionsPath(anchor),
      kind: 'question' as const,
      page: lawQuestions.title,
      heading: question,
      text: sentence(answer, law),
      also: '',
      onlyFor: '',
      phases: null,
    })),
    ...law.changes.map(({ topic, anchor, before, now }) => ({
      address: lawChangesPath(anchor),
      kind: 'change' as const,
      page: lawChanges.title,
      heading: topic,
      text: [
        `${lawChanges.columns.now}: ${sentence(now, law)}`,
        `${lawChanges.columns.before}: ${sentence(before, law)}`,
      ].join('\n'),
      also: '',
      onlyFor: '',
      phases: null,
    })),
    ...law.terms.map(({ term, anchor, alsoCalled, meaning }) => ({
      address: glossaryPath(anchor),
      kind: 'term' as const,
      page: lawGlossary.title,
      heading: term,
      text: sentence(meaning, law),
      also: alsoCalled.join('; '),
      onlyFor: '',
      phases: null,
    })),
    ...law.documents.map((document) => ({
      address: legalDocumentPath(document.slug),
      kind: 'document' as const,
      page: documentTitle(document),
      heading: null,
      text: [document.title, document.remark].filter((line) => line !== '').join('\n'),
      also: document.numbers.join('; '),
      onlyFor: '',
      phases: document.phases,
    })),
    ...law.provisions.flatMap(({ document: number, place, gist }) => {
      const document = findDocument(law.documents, number);
      if (document === null) return [];
      return [
        {
          address: legalDocumentPath(document.slug, provisionAnchor(place)),
          kind: 'provision' as const,
          page: documentTitle(document),
          heading: provisionText(place),
          text: gist,
          also: '',
          onlyFor: '',
          phases: document.phases,
        },
      ];
    }),
  ];
}

function documentTitle(document: Law['documents'][number]): string {
  return documentName(document);
}

/** Citations alone in brackets are left out: whoever looks for an answer reads them on the page. */
const BARE_CITATIONS = / *\((?:\[\[[^[\]|]*\]\](?:; | và )?)+\)/g;

function sentence(text: string, register: Register): string {
  const wordsOf = (citation: Citation): string =>
    resolveCitation(citation, register)?.text ?? citation.number;
  return plainText(text.replace(BARE_CITATIONS, ''), wordsOf);
}
