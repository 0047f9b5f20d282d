/**
 * The one way in which text is made comparable for search. It runs both when the search tables are written and
 * when a visitor asks, so that what matches never depends on diacritics, case or the keyboard.
 */

/** Đ, and the two look-alikes that old Vietnamese fonts and converters left in its place (eth and African D). */
const D_WITH_STROKE = /[đðɖ]/g;

/**
 * Folds text for comparison: lower case, NFD with every combining mark stripped, đ as d.
 * Takes any string, also one with lone surrogates. Folding twice gives the same as folding once.
 */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(D_WITH_STROKE, 'd');
}

/**
 * The words of a text, folded: runs of a–z and 0–9, which is all that Vietnamese, the ethnic minorities' place
 * names and numbers need once folded. Everything else separates words, so no word can carry search syntax.
 * Gives an empty list for text in another script.
 */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}
