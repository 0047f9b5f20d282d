/** Names that stand in the shipped files and by which the code finds its way in them. */

/** The taxonomies of content/places/taxonomies.csv that the search filters by. */
export const TAXONOMIES = {
  service: 'Dịch vụ',
  forWhom: 'Dành cho',
  facility: 'Loại nơi',
  cost: 'Chi phí',
  entry: 'Cách vào',
} as const;

/** How content/holidays.csv begins the name of a day that is not announced yet. */
export const EXPECTED_HOLIDAY = 'DỰ KIẾN';
