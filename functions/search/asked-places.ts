/** What the directory has for a question to the search, and whether the question asks for it. Pure. */
import { foldedWords } from '../../domain/fold.ts';
import { unitNames } from '../../domain/unit-names.ts';
import type { FoundPlaces } from '../directory/find-places.ts';
import type { NamedUnit } from '../directory/named-unit.ts';
import type { PlaceCard } from '../directory/store.ts';
import { TERM_FILTERS } from '../directory/term-words.ts';
import { phraseOf, saysPhrase, wordsOf } from './phrases.ts';
import type { Asked, SiteQuestion } from './read-question.ts';

/** Places that an answer shows. */
const MAX_PLACES = 3;

/** What the directory has for the question. */
export interface SitePlaces {
  /** The best places, when the question asks for one. */
  places: PlaceCard[];
  total: number;
  isCapped: boolean;
  units: NamedUnit[];
  hasMoreUnits: boolean;
}

/** What the directory found, unless it had to leave out or change words. */
export function placesOf(found: FoundPlaces, question: SiteQuestion): SitePlaces | null {
  const isSure = found.leftOut === null && found.corrections.length === 0;
  const units = found.units.filter((unit) => isNamed(unit, question));
  // Words that only look like the name of a unit found what lies there.
  const isMisread = units.length === 0 && found.units.length > 0;
  if (!isSure || isMisread || (found.total === 0 && units.length === 0)) return null;
  const { hasMoreUnits, total, isCapped, places } = found;
  return { places: places.slice(0, MAX_PLACES), total, isCapped, units, hasMoreUnits };
}

/** Whether words that mean nothing else name the unit, with its diacritics if they have any. */
function isNamed(unit: NamedUnit, question: SiteQuestion): boolean {
  return runsNaming(unit, question).length > 0;
}

/** Whether something asked is only a part of the unit's name. */
export function isPartOfName({ from, to }: Asked, unit: NamedUnit, question: SiteQuestion): boolean {
  return runsNaming(unit, question).some((run) => run.from <= from && to <= run.to);
}

/** The runs of words that name the unit and are no known phrase. */
function runsNaming(
  { fullName }: NamedUnit,
  { words, asked, areMarksTyped }: SiteQuestion,
): { from: number; to: number }[] {
  const name = wordsOf(fullName.normalize('NFC'));
  return unitNames(foldedWords(fullName).join(' ')).flatMap((text) => {
    // The name's own words where it has them; a shortened kind ("q8") has no marks.
    const phrase = phraseOf(
      text.split(' ').flatMap((word) => name.find(({ folded }) => folded === word) ?? wordsOf(word)),
      true,
    );
    return [...words.keys()]
      .filter((from) => saysPhrase(words, from, phrase, areMarksTyped))
      .map((from) => ({ from, to: from + phrase.words.length }))
      .filter((run) => !asked.some((one) => one.isKnown && one.from <= run.from && run.to <= one.to));
  });
}

/** Services for which one goes somewhere. */
const PLACE_SERVICES = new Set([
  'cai-nghien',
  'cai-tu-nguyen',
  'cai-bat-buoc',
  'cat-con',
  'dieu-tri-thay-the',
  'methadone',
  'ho-tro-dieu-tri',
  'tu-van',
  'xac-dinh-tinh-trang',
]);

/** The places, shown when they are asked for, and first when nothing else is that another page answers. */
export function placesFirst(
  found: FoundPlaces,
  places: SitePlaces | null,
  question: SiteQuestion,
): { places: SitePlaces | null; arePlacesFirst: boolean } {
  if (places === null) return { places, arePlacesFirst: false };
  const isAsked =
    places.units.length > 0 ||
    found.asides.includes('near') ||
    isServiceAsked(found, question) ||
    isNameAsked(places, question);
  const isElse = question.dangers.length > 0 || found.asides.some((aside) => aside !== 'near');
  return { places: isAsked ? places : { ...places, places: [] }, arePlacesFirst: isAsked && !isElse };
}

function isServiceAsked({ terms, places }: FoundPlaces, { asksWhere }: SiteQuestion): boolean {
  return (
    asksWhere &&
    places.length > 0 &&
    terms.some(({ taxonomy, code }) => taxonomy === TERM_FILTERS.dichVu.taxonomy && PLACE_SERVICES.has(code))
  );
}

/** Whether all words of the question, which are more than one, stand in the name of a place. */
function isNameAsked({ places }: SitePlaces, { words }: SiteQuestion): boolean {
  return places.some(({ name }) => {
    const parts = new Set(foldedWords(name));
    return words.length > 1 && words.every(({ folded }) => parts.has(folded));
  });
}
