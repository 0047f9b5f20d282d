/** What the search holds of the portal's own text: one entry a heading, so that a result leads to the words that answer. Pure. */
import type { Phase } from '../../domain/legal-standing.ts';
import { spokenText } from './phrases.ts';

/** What an entry is part of. */
const ENTRY_KINDS = [
  'guide',
  'question',
  'change',
  'term',
  'document',
  'provision',
  'figure',
  'campaign',
  'phones',
  'page',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One heading with its text, or a page with what stands above its first heading. */
export interface SearchEntry {
  /** Path and fragment, such as `/huong-dan/qua-lieu/#dung-lam-gi`; no two entries share it. */
  address: string;
  kind: EntryKind;
  /** The page's title. */
  page: string;
  /** Null for the page itself. */
  heading: string | null;
  /** Plain sentences and items of lists, one a line, in the order of the page. */
  text: string;
  /** Words that people may use for it and that stand nowhere in it; never shown. */
  also: string;
  /** When the page is written for one case alone, phrases by which people in it name it; one a line. */
  onlyFor: string;
  /** Of a legal document, where it stands from which day on; what has ended is said to have ended. */
  phases: readonly Phase[] | null;
}

/** The page of an address, without its fragment. */
export function pageOf(address: string): string {
  return address.split('#')[0] ?? address;
}

/** An entry as the database gives it back: what is heard in it is worked out once, when it is written. */
export interface IndexedEntry extends SearchEntry {
  /**
   * Of the page's title, without what explains it; of the heading; of the text; of `also`, and of a page itself the whole
   * title: see spokenText.
   */
  spoken: { page: string; heading: string; text: string; also: string };
}

/** An entry with what is heard in it. */
export function indexedEntry(entry: SearchEntry): IndexedEntry {
  const { page, heading, text, also } = entry;
  return {
    ...entry,
    spoken: {
      page: spokenText(mainPart(page)),
      heading: spokenText(heading ?? mainPart(page)),
      text: spokenText(text),
      also: spokenText(heading === null ? `${page} ${also}` : also),
    },
  };
}

/** A title without what explains it: "Quá liều: làm gì ngay bây giờ" is about "Quá liều". */
function mainPart(title: string): string {
  return title.split(/[:(?]/)[0] ?? title;
}
