/** How the picture of a link preview looks: the portal's paper, its green, its bamboo, and words. No photograph, no person. */
import type { Node } from '@takumi-rs/wasm/node';
import { CARD_SIZE } from '../../src/meta/preview.ts';
import { site } from '../../words/vi.ts';
import { preview as words } from '../../words/vi-meta.ts';

/** What is written on a card. */
export interface CardText {
  /** Small, above the title; null when nothing stands there. */
  section: string | null;
  title: string;
}

/** The family and its two files: the second has the letters that only Vietnamese has. */
export const CARD_FONTS = ['latin', 'vietnamese'] as const;
export const CARD_FONT_WEIGHTS = [500, 700] as const;

/** The light colours of src/styles/tokens.css; a chat shows the same picture by day and by night. */
const PAPER = '#fbf7ef';
const INK = '#1e2a28';
const GREEN = '#0b5049';
const TURMERIC = '#f6d67a';

/** The stem of src/components/Bamboo.astro. */
const BAMBOO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="480" height="480"><g fill="none" stroke="${GREEN}"><path d="M35 46V3" stroke-width="3.6" stroke-dasharray="17.5 1.6"/><path d="M10 46C10 30 17 20 33 17" stroke-width="4.2" stroke-dasharray="13.8 1.6"/></g><path fill="${GREEN}" d="M26 17C20 10 12 8 4 11c5 7 14 9 22 6ZM29 16C24 11 22 6 24 1c5 4 7 9 5 15ZM38 20c2-5 5-7 9-8 0 6-3 9-9 8Z"/></svg>`;

/** The picture in the design, by the name under which the design speaks of it. */
export const CARD_IMAGES = [{ src: 'bamboo', data: new TextEncoder().encode(BAMBOO) }];

/** From this many letters on a title is set smaller, so that 90 letters still fit. */
const SIZES = [
  { from: 56, fontSize: 56 },
  { from: 32, fontSize: 66 },
  { from: 0, fontSize: 80 },
] as const;

/** A card as a tree of boxes. */
export function cardDesign({ section, title }: CardText): Node {
  const fontSize = SIZES.find(({ from }) => title.length >= from)?.fontSize ?? SIZES[0].fontSize;
  return {
    type: 'container',
    style: {
      ...CARD_SIZE,
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '68px 72px 60px',
      backgroundColor: PAPER,
      color: INK,
      fontFamily: CARD_FONTS.map(familyOf).join(', '),
    },
    children: [
      {
        type: 'image',
        src: 'bamboo',
        style: { position: 'absolute', right: 40, bottom: -14, width: 330, height: 330 },
      },
      // Ink never stands on turmeric here: it is the line below the name of the section.
      {
        type: 'container',
        style: { display: 'flex', height: 52 },
        children:
          section === null
            ? []
            : [
                {
                  type: 'text',
                  text: section,
                  style: {
                    fontSize: 34,
                    fontWeight: 500,
                    color: GREEN,
                    paddingBottom: 6,
                    borderBottom: `6px solid ${TURMERIC}`,
                  },
                },
              ],
      },
      {
        type: 'text',
        text: unbroken(title),
        style: { width: 750, fontSize, fontWeight: 700, lineHeight: 1.28, textWrap: 'balance' },
      },
      { type: 'text', text: site.name, style: { fontSize: 40, fontWeight: 700, color: GREEN } },
    ],
  };
}

function unbroken(title: string): string {
  return words.unbroken.reduce((text, word) => text.replaceAll(word, word.replaceAll(' ', '\u00a0')), title);
}

/** The name under which a file of the font is registered. */
export function familyOf(subset: (typeof CARD_FONTS)[number]): string {
  return `Be Vietnam Pro ${subset}`;
}
