/** What content/legal/*.md says, in the shapes that the pages need. */
import type { Entry, EntryProblem } from '../markdown/read-entries.ts';

/** A question with its answer: sentences that can hold citations. */
export interface LawQuestion {
  group: string;
  question: string;
  anchor: string;
  answer: string;
}

/** One thing that the law of 1/7/2026 changed. */
export interface LawChange {
  topic: string;
  anchor: string;
  before: string;
  now: string;
}

/** A term of the law in plain words. */
export interface LawTerm {
  term: string;
  anchor: string;
  /** Other forms in which texts use it, linked as well. */
  alsoCalled: string[];
  /** Whether texts link it at its first use. */
  isLinked: boolean;
  meaning: string;
}

/** The names before the colon in the files. */
export const LINE_NAMES = { before: 'Trước', now: 'Nay', also: 'Còn gọi', unlinked: 'Không nối' } as const;

/** How a line begins that needs no source: a rule that is new, or what nobody has read. */
export const UNSOURCED_RE = /^(Mới|Chưa rõ): /;

/** A question is its heading; its answer is one paragraph. */
export function questionOf({ group, title, anchor, lines, line }: Entry): LawQuestion | EntryProblem {
  const [answer, second] = lines;
  if (answer === undefined || second !== undefined)
    return { line, message: `"${title}" needs one paragraph` };
  return { group, question: title, anchor, answer: answer.text };
}

/** A change has a line for before and one for now. */
export function changeOf({ title, anchor, lines, line }: Entry): LawChange | EntryProblem {
  const said = (name: string): string | undefined => lines.find((one) => one.name === name)?.text;
  const before = said(LINE_NAMES.before);
  const now = said(LINE_NAMES.now);
  if (before === undefined || now === undefined || lines.length !== 2) {
    return { line, message: `"${title}" needs "- ${LINE_NAMES.before}: …" and "- ${LINE_NAMES.now}: …"` };
  }
  return { topic: title, anchor, before, now };
}

/** A term has one paragraph, and perhaps a line of other names. */
export function termOf({ title, anchor, lines, line }: Entry): LawTerm | EntryProblem {
  const meanings = lines.filter(({ name }) => name === null);
  const also = lines.find(({ name }) => name === LINE_NAMES.also)?.text;
  const [meaning] = meanings;
  if (meaning === undefined || meanings.length > 1)
    return { line, message: `"${title}" needs one paragraph` };
  return {
    term: title,
    anchor,
    alsoCalled: also === undefined ? [] : also.split('; '),
    isLinked: !lines.some(({ name }) => name === LINE_NAMES.unlinked),
    meaning: meaning.text,
  };
}
