/** What the chosen filters say, and the same question without each. */
import type { DirectoryPathQuery } from '../../../domain/paths.ts';
import type { DirectoryQuery } from '../../../functions/directory/directory-query.ts';
import type { FilterName } from '../../../functions/directory/search-filters.ts';
import { type DirectoryChoices, TERM_FILTER_NAMES } from '../../../functions/directory/term-words.ts';
import { directory } from '../../../words/vi.ts';

/** A chosen filter. */
export interface FilterLabel {
  name: FilterName | 'gan';
  /** For example `Dịch vụ: Tư vấn`. */
  label: string;
  without: DirectoryPathQuery;
}

/** The chosen filters of a query, in the order of the form. */
export function filterLabels(query: DirectoryQuery, choices: DirectoryChoices): FilterLabel[] {
  const asked: DirectoryPathQuery = { ...query, trang: 1 };
  const labels: FilterLabel[] = [];
  const add = (name: FilterLabel['name'], value: string): void => {
    const isTicked = name === 'moCua' || name === 'xacNhan';
    const title = directory.filters[name];
    const label = isTicked ? `“${title}”` : `“${title}: ${value}”`;
    labels.push({ name, label, without: { ...asked, [name]: isTicked ? false : '' } });
  };
  if (query.tinh !== '') {
    add('tinh', choices.provinces.find(({ code }) => code === query.tinh)?.name ?? directory.unknownChoice);
  }
  if (query.xa !== '') add('xa', query.xa);
  if (query.gan !== '') add('gan', /^[\d.,\s-]*$/.test(query.gan) ? directory.nearHere : query.gan);
  for (const name of TERM_FILTER_NAMES) {
    if (query[name] !== '') add(name, termName(name, query[name], choices));
  }
  if (query.moCua) add('moCua', '');
  if (query.xacNhan) add('xacNhan', '');
  return labels;
}

function termName(
  filter: (typeof TERM_FILTER_NAMES)[number],
  code: string,
  { terms }: DirectoryChoices,
): string {
  if (filter === 'loai') return code === 'tu-nhan' ? directory.runBy['tu-nhan'] : directory.runBy['cong-lap'];
  return terms[filter].find((term) => term.code === code)?.name ?? directory.unknownChoice;
}
