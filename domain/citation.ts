/**
 * The short form in which content cites a legal document: `[[120/2025/QH15 Điều 27 khoản 2]]`, with shown words after a
 * bar (`[[… | luật mới]]`) and a tilde before what is cited as history only (`[[~73/2021/QH14 Điều 30]]`). The words
 * for article, clause and point are the law's own notation.
 */

/** A place in a document. Article and clause are numbers, sometimes with a letter; a point is a letter. */
export interface Provision {
  article: string;
  clause: string | null;
  point: string | null;
}

/** What one pair of double brackets says. */
export interface Citation {
  /** The document's number, as the register has it. */
  number: string;
  provision: Provision | null;
  /** The words to show instead of the usual ones. */
  label: string | null;
  /** Told as history, so that the document may be out of force. */
  isHistory: boolean;
}

/** Every pair of double brackets in a text; the first group is what stands inside. */
export const CITATION_RE = /\[\[([^[\]]*)\]\]/g;

const PROVISION_RE = /^Điều (\d+[a-zđ]?)(?: khoản (\d+[a-zđ]?))?(?: điểm ([a-zđ]{1,2}))?$/;

/** Reads a place such as `Điều 31 khoản 1 điểm b`; null when it is written in another way. */
export function parseProvision(text: string): Provision | null {
  const match = PROVISION_RE.exec(text);
  if (match === null) return null;
  const [, article = '', clause, point] = match;
  return { article, clause: clause ?? null, point: point ?? null };
}

/** Reads what stands inside double brackets; null when it is no citation. Line breaks count as spaces. */
export function parseCitation(inside: string): Citation | null {
  const [head = '', ...label] = inside.replace(/\s+/g, ' ').split('|');
  const written = head.trim();
  const isHistory = written.startsWith('~');
  const [, number = '', place] = /^(.*?)(?: (Điều .*))?$/.exec(written.replace(/^~\s*/, '')) ?? [];
  const provision = place === undefined ? null : parseProvision(place);
  const shown = label.join('|').trim();
  if (number === '' || (place !== undefined && provision === null)) return null;
  if (label.length > 0 && shown === '') return null;
  return { number, provision, label: shown === '' ? null : shown, isHistory };
}

/** A place the way the law writes it: `Điều 31 khoản 1 điểm b`. */
export function provisionText({ article, clause, point }: Provision): string {
  return [
    `Điều ${article}`,
    ...(clause === null ? [] : [`khoản ${clause}`]),
    ...(point === null ? [] : [`điểm ${point}`]),
  ].join(' ');
}

/** The fragment of a place on its document's page: `dieu-31-khoan-1-diem-b`. Points d and đ stay apart. */
export function provisionAnchor({ article, clause, point }: Provision): string {
  const ascii = (sign: string): string => sign.replace('đ', 'dd');
  return [
    `dieu-${ascii(article)}`,
    ...(clause === null ? [] : [`khoan-${ascii(clause)}`]),
    ...(point === null ? [] : [`diem-${ascii(point)}`]),
  ].join('-');
}

/** The place itself, then what it lies in: point, clause, article. */
export function provisionsAround(provision: Provision): Provision[] {
  const { article, clause, point } = provision;
  return [
    provision,
    ...(point === null || clause === null ? [] : [{ article, clause, point: null }]),
    ...(point === null && clause === null ? [] : [{ article, clause: null, point: null }]),
  ];
}
