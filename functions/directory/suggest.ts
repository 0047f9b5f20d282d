import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../domain/fold.ts';
import { directoryPath, placePath } from '../../domain/paths.ts';
import { suggestionNotes } from '../../words/vi.ts';
import { MAX_WORDS, shorten } from './list-units.ts';
import type { NamedUnit } from './named-unit.ts';
import { anyOf, beginning, both, inColumn, sideBySide } from './search-match.ts';
import { ask, placesOf, type TermHit, termsBeginning, unitsOf } from './store.ts';
import { TERM_FILTERS } from './term-words.ts';
import { nameToken } from './unit-names.ts';

/** Fewer letters begin too many names. */
const MIN_LETTERS = 2;

const MAX_UNITS = 4;
const MAX_TERMS = 2;
const MAX_PLACES = 4;

/** Units that are looked at, of which the same ones are said once. */
const UNIT_HITS = 12;

/** Something that what is being typed may become. */
export interface Suggestion {
  text: string;
  /** What it is, in a few words. */
  note: string;
  /** Where choosing it leads. */
  path: string;
}

/** What a beginning of words may become: units, services, places. None for fewer than two letters. */
export async function suggest(db: D1Database, text: string): Promise<Suggestion[]> {
  const words = foldedWords(text).slice(0, MAX_WORDS);
  const last = words.at(-1);
  if (last === undefined || words.join('').length < MIN_LETTERS) return [];
  const name = nameToken(words);
  const before = words.slice(0, -1);
  const placeName = [...(before.length === 0 ? [] : [sideBySide(before)]), beginning(last)].reduce(both);
  const [whole, begun, terms, places] = await ask(db, [
    unitsOf(db, [anyOf([name])], UNIT_HITS),
    unitsOf(db, [beginning(name)], UNIT_HITS),
    termsBeginning(db, words.join(' '), UNIT_HITS),
    placesOf(db, [inColumn('name', placeName)], MAX_PLACES, 0),
  ]);
  const { units } = shorten([
    ...new Map([...whole, ...begun].map(({ unit }) => [unit.kind + unit.code, unit])).values(),
  ]);
  return [
    ...units.slice(0, MAX_UNITS).map(ofUnit),
    ...onceEach(terms.flatMap(ofTerm)).slice(0, MAX_TERMS),
    ...places.map(({ slug, name: placeTitle, provinceName }) => ({
      text: placeTitle,
      note: suggestionNotes.present(provinceName),
      path: placePath(slug),
    })),
  ];
}

function ofUnit(unit: NamedUnit): Suggestion {
  const { kind, code, fullName, formerArea, provinceCode, provinceName } = unit;
  if (kind === 'province') {
    return { text: fullName, note: suggestionNotes.province, path: directoryPath({ tinh: code }) };
  }
  if (kind === 'commune') {
    return { text: fullName, note: suggestionNotes.present(provinceName), path: directoryPath({ xa: code }) };
  }
  if (kind === 'former-province') {
    const note = suggestionNotes.formerProvince(provinceName);
    return { text: fullName, note, path: directoryPath({ q: fullName }) };
  }
  const note = suggestionNotes.former(formerArea ?? provinceName);
  return { text: fullName, note, path: directoryPath({ q: fullName, tinh: provinceCode }) };
}

function ofTerm({ taxonomy, code, name }: TermHit): Suggestion[] {
  if (taxonomy !== TERM_FILTERS.dichVu.taxonomy) return [];
  return [{ text: name, note: suggestionNotes.service, path: directoryPath({ dichVu: code }) }];
}

function onceEach(suggestions: readonly Suggestion[]): Suggestion[] {
  return [...new Map(suggestions.map((one) => [one.path, one])).values()];
}
