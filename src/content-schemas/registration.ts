/** What content/legal/registration.md and registration-sheet.md say, in the shapes that the pages need. */
import { CITATION_RE } from '../../domain/citation.ts';
import { type Condition, QUESTIONS } from '../../domain/registration-case.ts';
import { conditionPhrases, registrationCheck } from '../../words/vi-steps.ts';
import type { Entry, EntryLine, EntryProblem } from '../markdown/read-entries.ts';

/** For whom something is said: the condition, and the words for it; no words for everybody. */
export interface ForWhom {
  condition: Condition;
  phrases: string[];
}

/** A sentence or two, with citations. */
export interface StepLine extends ForWhom {
  text: string;
}

/** Addresses of pages among the guides. */
export interface StepReading extends ForWhom {
  slugs: string[];
}

/** One step of the way. */
export interface RegistrationStep extends ForWhom {
  title: string;
  anchor: string;
  lead: string;
  lines: StepLine[];
  reading: StepReading[];
}

/** A part of the sheet: words above, then boxes to tick and lines to fill in by hand. */
export interface SheetPart {
  title: string;
  anchor: string;
  lead: string | null;
  rows: { kind: 'tick' | 'fill'; text: string }[];
}

const ONLY = 'Chỉ khi';
const READING_RE = /^Xem(?: khi (.+))?$/;

/** How a sentence begins that needs no source: what nobody has read, advice, and what health-facts.csv bears. */
const UNSOURCED_RE = /^(Chưa rõ|Lời khuyên|Nhớ): /;

const SHEET_KINDS = { 'Đánh dấu': 'tick', Điền: 'fill' } as const;

/** A step, or the first thing that is wrong in it. */
export function stepOf({ title, anchor, lines, line }: Entry): RegistrationStep | EntryProblem {
  const step: RegistrationStep = {
    title,
    anchor,
    condition: {},
    phrases: [],
    lead: '',
    lines: [],
    reading: [],
  };
  for (const one of lines) {
    const problem = addLine(step, one);
    if (problem !== null) return { line: one.line, message: problem };
  }
  return step.lead === '' ? { line, message: registrationCheck.noSource(title) } : step;
}

function addLine(step: RegistrationStep, { name, text }: EntryLine): string | null {
  const reading = name === null ? null : READING_RE.exec(name);
  const written = name === ONLY ? text : reading === null ? name : (reading[1] ?? null);
  const forWhom = forWhomOf(written);
  if (typeof forWhom === 'string') return forWhom;
  if (name === ONLY) {
    Object.assign(step, forWhom);
    return null;
  }
  if (reading !== null) {
    const slugs = text.split(', ');
    const wrong = slugs.find((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug));
    if (wrong !== undefined) return registrationCheck.slug(wrong);
    step.reading.push({ ...forWhom, slugs });
    return null;
  }
  if (!UNSOURCED_RE.test(text) && text.match(CITATION_RE) === null)
    return registrationCheck.noSource(step.title);
  if (name === null && step.lead === '') step.lead = text;
  else step.lines.push({ ...forWhom, text });
  return null;
}

/** Reads `từ đủ 18 tuổi; cai tại nhà, cộng đồng`; a message when a part of it is not known. */
function forWhomOf(written: string | null): ForWhom | string {
  const phrases = written === null ? [] : written.split(';').map((phrase) => phrase.trim());
  const known: Record<string, Condition> = conditionPhrases;
  const condition: Condition = {};
  for (const phrase of phrases) {
    const meant = known[phrase];
    if (meant === undefined) return registrationCheck.condition(phrase, Object.keys(known));
    for (const question of QUESTIONS) {
      const wanted = meant[question];
      if (wanted !== undefined) condition[question] = wanted;
    }
  }
  return { condition, phrases };
}

/** A part of the sheet, or the first thing that is wrong in it. */
export function sheetPartOf({ title, anchor, lines }: Entry): SheetPart | EntryProblem {
  const part: SheetPart = { title, anchor, lead: null, rows: [] };
  for (const { name, text, line } of lines) {
    if (name === null) {
      if (text.match(CITATION_RE) === null) return { line, message: registrationCheck.noSource(title) };
      part.lead = text;
      continue;
    }
    const kinds: Record<string, SheetPart['rows'][number]['kind']> = SHEET_KINDS;
    const kind = kinds[name];
    if (kind === undefined) return { line, message: registrationCheck.sheetLine(name) };
    part.rows.push({ kind, text });
  }
  return part;
}
