import type { CellFaultCode } from './fault-code.ts';
import { LIMITS } from './limits.ts';

// Control characters are what these two expressions look for.
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const invisible =
  /\p{Cf}|[\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]|\u034F|[\uFE00-\uFE0F]|[\u17B4\u17B5]|[\u180B-\u180D]/u;
const html = /<\s*[/!?]?[a-z][^>]*>?|&(#\d+|#x[\da-f]+|lt|gt|quot|amp);/i;
/** What a spreadsheet would run when the list is opened again: "=…", "@…", and "+" or "-" before anything but a number. */
const formula = /^\s*([=@]|[+-](?![\d\s(]))/;
/** UTF-8 read as a Western code page: "Cơ sở" becomes "CÆ¡ sá»Ÿ". */
const mojibake = /[ÃÂÆ][\u0080-\u00BF]|á[»º][\u0080-\u00BF\u0152-\u0178\u2013-\u2122]|Ä[\u0080-\u00BF‘’]/;
/** TCVN3 and VNI letters shown as what they are in Unicode: signs in the middle of a word, "c¬ së", "Th«ng". */
const oldFont = /\p{L}[¬®µ¶·¸¹¨©ª«­¼½¾]|[¬®µ¶¸¹¨©«¼½¾](?=\p{L})/u;

/** What is wrong with a cell before anyone asks what it means; null when nothing is. */
export function cellFault(text: string): CellFaultCode | null {
  if (text.length > LIMITS.cellLength) return 'cell-too-long';
  if (control.test(text)) return 'control';
  if (bidi.test(text)) return 'bidi';
  if (invisible.test(text)) return 'invisible';
  if (/[\uFFFD\uE000-\uF8FF]/.test(text) || /\p{L}\?\p{L}/u.test(withoutAddresses(text)))
    return 'lost-letters';
  if (mojibake.test(text)) return 'mojibake';
  if (oldFont.test(text)) return 'old-font';
  if (html.test(text)) return 'html';
  if (formula.test(text)) return 'formula';
  if (text.split(/[^\p{L}\p{M}]+/u).some(isMixed)) return 'mixed-script';
  return null;
}

/** The text in one line and composed, as every cell is kept. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/g, '');
}

/** A word of Latin letters with look-alikes of another script among them. */
function isMixed(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
}
