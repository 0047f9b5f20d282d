/** What is wrong with a text's citations on a day, in words for whoever wrote it. Pure: the build reads the files. */
import {
  CITATION_RE,
  type Citation,
  type Provision,
  parseCitation,
  provisionAnchor,
} from '../../domain/citation.ts';
import { mayBeCited, type StandingOnDay, standingOn } from '../../domain/legal-standing.ts';
import { lawCheck } from '../../words/vi-law.ts';
import type { LegalDocument } from '../content-schemas/law.ts';
import { UNSOURCED_RE } from '../content-schemas/law-texts.ts';
import { findDocument, nearNumbers, type Register } from './law-data.ts';
import type { Entry } from './read-entries.ts';

/** One thing to mend. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

/** Problems of every citation in a text; what is written as code is left alone. */
export function findCitationProblems(file: string, text: string, register: Register, day: string): Problem[] {
  const prose = withoutCode(text);
  return [...prose.matchAll(CITATION_RE)].flatMap(({ 0: written, 1: inside = '', index }) => {
    const line = prose.slice(0, index).split('\n').length;
    const citation = parseCitation(inside);
    const message =
      citation === null
        ? lawCheck.malformed(written.replace(/\s+/g, ' '))
        : problemOf(citation, register, day);
    return message === null ? [] : [{ file, line, message }];
  });
}

/** A problem for each line of an entry that must name its source and does not. */
export function findUnsourced(file: string, entry: Entry, names: readonly (string | null)[]): Problem[] {
  return entry.lines
    .filter(
      ({ name, text }) =>
        names.includes(name) && !UNSOURCED_RE.test(text) && text.match(CITATION_RE) === null,
    )
    .map(({ line }) => ({ file, line, message: lawCheck.noSource(entry.title) }));
}

/** A figure that a reader would rely on: a number with its unit. */
const FIGURE_RE = /(?<![\p{L}\d.,])\d[\d.,]*\s*(?:giờ|ngày|tháng|năm|đồng|triệu|%|người)(?!\p{L})/u;

/**
 * A problem for each section of a guide that gives a figure and rests on nothing: it cites no provision, and the guide
 * names neither statements on health nor other sources at its top.
 */
export function findUnsourcedFigures(file: string, text: string): Problem[] {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  if (/^(?:healthFacts:\s*\[\s*[^\]\s]|sources:\n)/m.test(front)) return [];
  let line = front.split('\n').length;
  return withoutCode(text.slice(front.length))
    .split(/^(?=#{2,} )/m)
    .flatMap((section) => {
      const from = line;
      line += section.split('\n').length - 1;
      const figure = FIGURE_RE.exec(section);
      if (figure === null || section.match(CITATION_RE) !== null) return [];
      const at = from + section.slice(0, figure.index).split('\n').length - 1;
      return [{ file, line: at, message: lawCheck.unsourcedFigure(figure[0]) }];
    });
}

function problemOf(citation: Citation, { documents }: Register, day: string): string | null {
  const { number, provision, isHistory } = citation;
  const document = findDocument(documents, number);
  if (document === null) return lawCheck.unknown(number, nearNumbers(documents, number));
  if (provision !== null) {
    const article = Number.parseInt(provision.article, 10);
    if (document.articles !== null && (article < 1 || article > document.articles)) {
      return lawCheck.noArticle(number, document.articles, provision.article);
    }
    if (document.unreadArticles.some(({ from, to }) => article >= from && article <= to)) {
      return lawCheck.unread(number, provision.article);
    }
  }
  const present = standingOn(document.phases, day);
  if (mayBeCited(present.standing)) return isHistory ? lawCheck.needlessHistory(number) : null;
  if (isHistory || stillApplies(document, provision, present)) return null;
  return standingProblem(document, number, present);
}

function standingProblem(document: LegalDocument, number: string, present: StandingOnDay): string {
  const { standing, since, next } = present;
  if (standing === 'in-force' || standing === 'consistent' || standing === 'carried-out') return '';
  const what = lawCheck.standing[standing](number, standing === 'not-yet' ? (next?.from ?? null) : since);
  const instead = document.replacedBy === null ? '' : lawCheck.replacedBy(document.replacedBy.number);
  return what + instead + (standing === 'not-yet' ? '' : lawCheck.writeHistory(number));
}

/** A document that ended in known parts may be cited for the others. */
function stillApplies(
  { endedProvisions }: LegalDocument,
  provision: Provision | null,
  { standing }: StandingOnDay,
): boolean {
  if (standing !== 'partly-ended' || endedProvisions.length === 0 || provision === null) return false;
  const cited = provisionAnchor(provision);
  return !endedProvisions
    .map(provisionAnchor)
    .some((ended) => cited === ended || cited.startsWith(`${ended}-`) || ended.startsWith(`${cited}-`));
}

/** The text with code blanked out; lines keep their numbers. */
function withoutCode(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1|`[^`\n]*`/gm, (code) => code.replace(/[^\n]/g, ' '));
}
