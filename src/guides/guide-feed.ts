/** The feed of what changed in the guides and in the law's own pages, as Atom (RFC 4287). */
import { guideFeedPath, guidePath, guidesPath } from '../../domain/paths.ts';
import { readableSourceDate } from '../../domain/source-date.ts';
import { guideFeed as words } from '../../words/vi-meta.ts';
import type { Guide } from '../content-schemas/guide.ts';
import { escapeXml, textElement, xmlDocument } from '../meta/xml.ts';

/** One thing that happened to one page on one day. */
export interface FeedEntry {
  path: string;
  title: string;
  /** The ISO day. */
  on: string;
  summary: string;
}

/**
 * What is known to have happened to a guide: each change that its editor noted, and the last comparison with its sources
 * unless something was changed that day.
 */
export function entriesOfGuide(
  slug: string,
  { title, checkedOn, changes }: Pick<Guide, 'title' | 'checkedOn' | 'changes'>,
): FeedEntry[] {
  const path = guidePath(slug);
  const noted = changes.map(({ on, what }) => ({ path, title, on, summary: what }));
  return noted.some(({ on }) => on === checkedOn)
    ? noted
    : [...noted, { path, title, on: checkedOn, summary: words.checked(readableSourceDate(checkedOn)) }];
}

/** The feed, newest first. An entry's id is its page's address with the day, so that it stays one entry for ever. */
export function atomFeed(entries: readonly FeedEntry[], origin: string): string {
  const sorted = entries.toSorted((a, b) => b.on.localeCompare(a.on) || a.path.localeCompare(b.path));
  const own = `${origin}${guideFeedPath()}`;
  return xmlDocument('feed', 'http://www.w3.org/2005/Atom', [
    textElement('id', own),
    textElement('title', words.title),
    ...(sorted[0] === undefined ? [] : [textElement('updated', momentOf(sorted[0].on))]),
    link('self', own),
    link('alternate', `${origin}${guidesPath()}`),
    `<author>${textElement('name', words.author)}</author>`,
    ...sorted.map(({ path, title, on, summary }) =>
      [
        '<entry>',
        textElement('id', `${origin}${path}#${on}`),
        textElement('title', title),
        textElement('updated', momentOf(on)),
        link('alternate', `${origin}${path}`),
        textElement('summary', summary),
        '</entry>',
      ].join(''),
    ),
  ]);
}

function link(relation: string, address: string): string {
  return `<link rel="${relation}" href="${escapeXml(address)}"/>`;
}

/** A day in Việt Nam as the moment at which it begins. */
function momentOf(day: string): string {
  return `${day}T00:00:00+07:00`;
}
