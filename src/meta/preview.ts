/** What a link to a page shows where somebody shares it (https://ogp.me/): in Zalo, Facebook and other places. */
import { preview as words } from '../../words/vi-meta.ts';

export interface Preview {
  /** The name of its picture. */
  card: string;
  /** Read by whoever sees the chat, so not always the page's own title. */
  title: string;
  description: string;
  /** What the page is part of; stands small above the title on its own card. */
  section: string | null;
  /** The ISO day of the last change that is known of. */
  modifiedOn: string | null;
}

/** The pixels of every card. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The parts of a preview that differ from page to page. */
type Told = Pick<Preview, 'title' | 'description'> & { section?: string; modifiedOn?: string };

/** A page with a card of its own, which the build draws from the page's section and title. */
export function ownPreview(path: string, { title, description, section, modifiedOn }: Told): Preview {
  return {
    card: cardNameOf(path),
    title,
    description,
    section: section ?? null,
    modifiedOn: modifiedOn ?? null,
  };
}

/** A page with a card that it shares with others. */
export function sharedPreview(
  card: keyof typeof words.cards,
  { title, description }: Pick<Preview, 'title' | 'description'>,
): Preview {
  return { card, title, description, section: null, modifiedOn: null };
}

/** The portal's name and nothing else: for pages on which somebody writes about themselves. */
export const NEUTRAL_PREVIEW: Preview = sharedPreview('diem-tua', words.neutral);

/** The name of the card of the page at a path: `/huong-dan/qua-lieu/` has `huong-dan-qua-lieu`. */
export function cardNameOf(path: string): string {
  return path === '/' ? 'trang-dau' : path.split('/').filter(Boolean).join('-');
}
