/** The filters of a query as expressions of the search, each by itself, so that one can be left out. Pure. */

import type { DirectoryQuery } from './directory-query.ts';
import type { NamedUnit } from './named-unit.ts';
import { openAt } from './open-words.ts';
import { anyOf, butNot, either } from './search-match.ts';
import { confirmedLately, TERM_FILTER_NAMES, TERM_FILTERS, type TermFilter } from './term-words.ts';

/** Filter words of one search: more would only widen a question that is too wide already. */
const MAX_AREAS = 150;

/** What a visitor can choose beside the words. */
export type FilterName = TermFilter | 'tinh' | 'xa' | 'moCua' | 'xacNhan';

/** A chosen filter with its expression. */
export interface ChosenFilter {
  name: FilterName;
  match: string;
}

/**
 * The chosen filters of a query, in the order of the form.
 *
 * @param boxUnits what the text of `xa` names; a text that names nothing filters nothing
 * @param holidays the days off among today and yesterday: regular hours say nothing about them, so only hours given for
 *   that very day count
 */
export function chosenFilters(
  query: DirectoryQuery,
  boxUnits: readonly NamedUnit[],
  now: Date,
  holidays: ReadonlySet<string>,
): ChosenFilter[] {
  return [
    ...(query.tinh === '' ? [] : [{ name: 'tinh', match: anyOf([`tinh:${query.tinh}`]) } as const]),
    ...(boxUnits.length === 0 ? [] : [{ name: 'xa', match: areaMatch(boxUnits) } as const]),
    ...TERM_FILTER_NAMES.filter((name) => query[name] !== '').map((name) => ({
      name,
      match: anyOf([`${TERM_FILTERS[name].prefix}:${query[name]}`]),
    })),
    ...(query.moCua ? [{ name: 'moCua', match: openMatch(now, holidays) } as const] : []),
    ...(query.xacNhan ? [{ name: 'xacNhan', match: anyOf(confirmedLately(now)) } as const] : []),
  ];
}

/** Places on the ground of any of the units. */
export function areaMatch(units: readonly NamedUnit[]): string {
  const areas = units.flatMap((unit) => {
    if (unit.kind === 'province') return [`tinh:${unit.code}`];
    if (unit.kind === 'former-province') return [`tinhcu:${unit.code}`];
    return unit.communes.map(({ code }) => `xa:${code}`);
  });
  return anyOf([...new Set(areas)].slice(0, MAX_AREAS));
}

function openMatch(now: Date, holidays: ReadonlySet<string>): string {
  const { today, yesterday } = openAt(now);
  const words = [today, yesterday].map(({ date, regular, season, own, hasOwn, hasSeason }) => {
    if (holidays.has(date)) return anyOf([own]);
    const ordinary = either(
      butNot(anyOf(regular), anyOf([hasOwn, hasSeason])),
      butNot(anyOf([season]), anyOf([hasOwn])),
    );
    return either(ordinary, anyOf([own]));
  });
  return words.reduce(either);
}
