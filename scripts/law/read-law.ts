/** Reads content/legal/. A row or an entry that is wrong stops with the file, the line and what to do. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import {
  type LegalDocument,
  LegalDocumentSchema,
  type LegalProvision,
  LegalProvisionSchema,
} from '../../src/content-schemas/law.ts';
import {
  changeOf,
  type LawChange,
  type LawQuestion,
  type LawTerm,
  LINE_NAMES,
  questionOf,
  termOf,
} from '../../src/content-schemas/law-texts.ts';
import {
  type RegistrationStep,
  type SheetPart,
  sheetPartOf,
  stepOf,
} from '../../src/content-schemas/registration.ts';
import { findUnsourced, type Problem } from '../../src/markdown/check-citations.ts';
import { findDocument } from '../../src/markdown/law-data.ts';
import { type Entry, type EntryProblem, readEntries } from '../../src/markdown/read-entries.ts';

/** Everything that content/legal/ holds. */
export interface Law {
  documents: LegalDocument[];
  provisions: LegalProvision[];
  questions: LawQuestion[];
  changes: LawChange[];
  terms: LawTerm[];
  registration: RegistrationStep[];
  sheet: SheetPart[];
}

/** The files, by what they hold, below the project's root. */
export const LAW_FILES = {
  documents: 'content/legal/documents.csv',
  provisions: 'content/legal/provisions.csv',
  questions: 'content/legal/questions.md',
  changes: 'content/legal/changes.md',
  terms: 'content/legal/glossary.md',
  registration: 'content/legal/registration.md',
  sheet: 'content/legal/registration-sheet.md',
} as const;

/** Text by the names of LAW_FILES. */
export type LawTexts = Record<keyof typeof LAW_FILES, string>;

/** Problems of a text, one a line: `content/legal/documents.csv:12: …`. */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n');
}

/** Reads the files below a root; throws with every problem when there is one. */
export async function readLaw(root: string): Promise<Law> {
  const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');
  const { law, problems } = parseLaw({
    documents: await read(LAW_FILES.documents),
    provisions: await read(LAW_FILES.provisions),
    questions: await read(LAW_FILES.questions),
    changes: await read(LAW_FILES.changes),
    terms: await read(LAW_FILES.terms),
    registration: await read(LAW_FILES.registration),
    sheet: await read(LAW_FILES.sheet),
  });
  if (problems.length > 0) throw new Error(problemLines(problems));
  return law;
}

/** The content of the files, and what is wrong with it; what is wrong is left out. */
export function parseLaw(texts: LawTexts): { law: Law; problems: Problem[] } {
  const problems: Problem[] = [];
  const documents = rows(LAW_FILES.documents, texts.documents, LegalDocumentSchema, problems);
  const provisions = rows(LAW_FILES.provisions, texts.provisions, LegalProvisionSchema, problems);
  checkRegister(documents, provisions, problems);
  const law: Law = {
    documents: documents.map(({ value }) => value),
    provisions: provisions.map(({ value }) => value),
    questions: entries(LAW_FILES.questions, texts.questions, questionOf, [null], problems),
    changes: entries(
      LAW_FILES.changes,
      texts.changes,
      changeOf,
      [LINE_NAMES.before, LINE_NAMES.now],
      problems,
    ),
    terms: entries(LAW_FILES.terms, texts.terms, termOf, [null], problems),
    // These two say themselves which of their lines need a source.
    registration: entries(LAW_FILES.registration, texts.registration, stepOf, [], problems),
    sheet: entries(LAW_FILES.sheet, texts.sheet, sheetPartOf, [], problems),
  };
  return { law, problems };
}

interface Row<T> {
  line: number;
  value: T;
}

function rows<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  problems: Problem[],
): Row<z.output<S>>[] {
  // With `info` each record comes with the line on which it ends; no cell of these files holds a line break.
  const records: { record: unknown; info: { lines: number } }[] = parse(text, {
    columns: true,
    info: true,
    skip_empty_lines: true,
  });
  return records.flatMap(({ record, info }) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return [{ line: info.lines, value: parsed.data }];
    for (const { path, message } of parsed.error.issues) {
      problems.push({ file, line: info.lines, message: `${path.join('.')}: ${message}` });
    }
    return [];
  });
}

function checkRegister(
  documents: readonly Row<LegalDocument>[],
  provisions: readonly Row<LegalProvision>[],
  problems: Problem[],
): void {
  const slugs = new Set<string>();
  const numbers = new Set<string>();
  for (const { line, value } of documents) {
    const twice = [value.slug, ...value.numbers].find((one) => slugs.has(one) || numbers.has(one));
    if (twice !== undefined)
      problems.push({ file: LAW_FILES.documents, line, message: `"${twice}" stands twice` });
    slugs.add(value.slug);
    for (const number of value.numbers) numbers.add(number);
  }
  const known = documents.map(({ value }) => value);
  for (const { line, value } of documents) {
    const by = value.replacedBy?.number;
    if (by !== undefined && findDocument(known, by) === null) {
      problems.push({ file: LAW_FILES.documents, line, message: `bi_thay_the_boi: "${by}" has no row` });
    }
  }
  for (const { line, value } of provisions) {
    if (findDocument(known, value.document) === null) {
      problems.push({
        file: LAW_FILES.provisions,
        line,
        message: `document: "${value.document}" has no row`,
      });
    }
  }
}

function entries<T extends object>(
  file: string,
  text: string,
  shape: (entry: Entry) => T | EntryProblem,
  sourced: readonly (string | null)[],
  problems: Problem[],
): T[] {
  const read = readEntries(text);
  problems.push(...read.problems.map((problem) => ({ file, ...problem })));
  return read.entries.flatMap((entry) => {
    problems.push(...findUnsourced(file, entry, sourced));
    const shaped = shape(entry);
    if (!('message' in shaped)) return [shaped];
    problems.push({ file, line: shaped.line, message: shaped.message });
    return [];
  });
}
