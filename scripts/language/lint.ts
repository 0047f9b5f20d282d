/** The language linter: plain, unstigmatising, correctly written Vietnamese in content/ and words/. */
import { languageLint as words } from '../../words/vi-content.ts';
import { countTieng, type Prose, proseOfMarkdown, proseOfStrings, sentencesOf } from './prose.ts';
import { BARE_SYLLABLE, BARE_WORDS, KNOWN_ABBREVIATIONS, NAMING_WORDS, STIGMA } from './word-lists.ts';

/**
 * Exports of words/ that no visitor reads: at the terminal they quote files, columns and commands, and the search holds
 * what people type, as they type it.
 */
const NOT_FOR_VISITORS: ReadonlySet<string> = new Set([
  'placesImport',
  'guideAge',
  'guideGround',
  'languageLint',
  'dangerPhrases',
  'everydayWords',
]);

/** One thing to mend, in words for whoever wrote it. */
export interface Finding {
  file: string;
  line: number;
  message: string;
}

/** The longest sentence of ordinary texts, in tiếng. */
export const LONGEST = 40;
/** In guides, which are read on a phone by somebody upset. */
export const LONGEST_IN_GUIDES = 30;
/** On pages for an emergency. */
export const LONGEST_IN_EMERGENCIES = 15;

/**
 * Everything to mend in a file.
 *
 * @param file its path from the project's root, which decides how long a sentence may be
 */
export function lintLanguage(file: string, text: string): Finding[] {
  const isInterface = file.endsWith('.ts');
  const prose = isInterface ? proseOfStrings(text, NOT_FOR_VISITORS) : proseOfMarkdown(text);
  const limit = longestIn(file, text);
  const ofPiece = (piece: string): string[] => [
    ...longSentences(piece, limit),
    ...stigma(piece),
    ...bareWords(piece),
    ...quotes(piece),
    // The interface also names formats, versions and addresses, which are written as machines want them.
    ...(isInterface ? [] : [...dates(piece), ...numbers(piece)]),
  ];
  return [
    ...prose.flatMap(({ line, text: piece }) => ofPiece(piece).map((message) => ({ file, line, message }))),
    ...(isInterface ? [] : abbreviations(prose)).map(({ line, message }) => ({ file, line, message })),
  ].sort((a, b) => a.line - b.line);
}

/** A finding as the terminal shows it, with a place that editors can open. */
export function findingLine({ file, line, message }: Finding): string {
  return `${file}:${line}: ${message}`;
}

function longestIn(file: string, text: string): number {
  if (/^emergency: true$/m.test(text)) return LONGEST_IN_EMERGENCIES;
  return /^content\/(guides|clinical)\//.test(file) ? LONGEST_IN_GUIDES : LONGEST;
}

function longSentences(text: string, limit: number): string[] {
  return sentencesOf(text)
    .map((sentence) => ({ sentence, count: countTieng(sentence) }))
    .filter(({ count }) => count > limit)
    .map(({ sentence, count }) =>
      words.longSentence(count, limit, sentence.split(/\s+/).slice(0, 6).join(' ')),
    );
}

function stigma(text: string): string[] {
  const unquoted = text.replace(/“[^”]*”/g, (quote) => ' '.repeat(quote.length));
  return STIGMA.flatMap(({ pattern, use, mayBeQuoted }) =>
    [...(mayBeQuoted ? unquoted : text).matchAll(pattern)].map(([found]) => words.stigma(found, use)),
  );
}

/** The first use of each abbreviation, when it does not come with its long form. */
function abbreviations(prose: readonly Prose[]): { line: number; message: string }[] {
  const met = new Set<string>();
  return prose.flatMap(({ line, text }) =>
    // Document numbers such as 163/2026/NĐ-CP hold capitals beside a slash or a hyphen.
    [...text.matchAll(/(?<![\p{L}\d/-])\p{Lu}{2,}\d{0,2}(?![\p{L}\d/-])/gu)].flatMap(
      ({ 0: found, index }) => {
        if (met.has(found) || KNOWN_ABBREVIATIONS.has(found)) return [];
        met.add(found);
        const before = text.slice(0, index);
        const isExplained = before.endsWith('(') || text.slice(index + found.length).startsWith(' (');
        return isExplained || NAMING_WORDS.test(before) ? [] : [{ line, message: words.abbreviation(found) }];
      },
    ),
  );
}

function bareWords(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\d_/.-])[a-z]+(?![\p{L}\d_/-])/giu)]
    .map(([found]) => found)
    .filter((found) => BARE_SYLLABLE.test(found) || BARE_WORDS.has(found.toLowerCase()))
    .map((found) => words.noDiacritics(found));
}

function quotes(text: string): string[] {
  return [...new Set(text.match(/["']/g) ?? [])].map((found) => words.straightQuote(found));
}

function dates(text: string): string[] {
  const iso = [...text.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)].map(([found, year, month, day]) =>
    words.isoDate(found, `${Number(day)}/${Number(month)}/${year}`),
  );
  const written = [...text.matchAll(/(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/])/g)].flatMap(
    ([found, day = '', month = '', year]) => {
      if (Number(month) > 12 || Number(day) > 31) return [words.impossibleDate(found)];
      const use = `${Number(day)}/${Number(month)}/${year}`;
      return use === found ? [] : [words.paddedDate(found, use)];
    },
  );
  return [...iso, ...written];
}

function numbers(text: string): string[] {
  // A date or a phone number has dots and long rows of digits of its own.
  const plain = text
    .replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g, ' ')
    .replace(/(?<!\d)(?:0|1[89]00)[\d. ]{5,}\d/g, ' ');
  const padded = [
    ...plain.matchAll(/(?<![\d.,:/])0(\d) (?=ngày|tháng|năm|giờ|phút|lần|người|tuổi|giai đoạn|cơ sở|bản)/g),
  ];
  const thousands = [...plain.matchAll(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g)];
  const decimals = [...plain.matchAll(/(?<![\d.,])\d+\.\d{1,2}(?![\d.])/g)];
  const bare = [...plain.matchAll(/(?<![\d.,/])\d{5,}(?![\d/])/g)];
  return [
    ...padded.map(([found, digit = '']) => words.paddedNumber(found.trim(), digit)),
    ...thousands.map(([found]) => words.englishThousands(found, found.replaceAll(',', '.'))),
    ...decimals.map(([found]) => words.englishDecimal(found, found.replace('.', ','))),
    ...bare.map(([found]) => words.bareThousands(found, found.replace(/\B(?=(\d{3})+$)/g, '.'))),
  ];
}
