/**
 * Every sentence that a visitor, an officer or an organizer reads, in Vietnamese: one export a part of the
 * product, so that a page or script bundles only the parts it imports. Another language is another file of
 * the same shape.
 */

/** The name of the product and what every page carries. */
export const site = {
  name: 'Điểm Tựa',
  tagline: 'Nơi tựa vào khi muốn cai nghiện ma túy tự nguyện',
} as const;
