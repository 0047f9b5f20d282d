/**
 * The visitor's own list of places, in sessionStorage: it must outlive the way from one page to the next, which memory
 * does not, and must not outlive the tab, which localStorage and cookies do. It is never sent anywhere. Its sentences
 * stand in the page: the sentences of all scripts share one file, too heavy for a public page.
 */
import { placePath } from '../../domain/paths.ts';

/** A place of the list. */
export interface ListedPlace {
  slug: string;
  name: string;
}

const KEY = 'danh-sach';

/** Places that the list holds at most: it is to be read, and storage is shared with nothing but must not fill. */
export const MAX_LISTED = 30;

/** The list as it is kept; anything else that stands there counts as no list. */
export function parseList(text: string | null): ListedPlace[] {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return Array.isArray(value) ? value.filter(isListed).slice(0, MAX_LISTED) : [];
}

function isListed(value: unknown): value is ListedPlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    'slug' in value &&
    typeof value.slug === 'string' &&
    'name' in value &&
    typeof value.name === 'string'
  );
}

/** The tab's storage; null where the browser forbids it. */
function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function read(): ListedPlace[] {
  return parseList(storage()?.getItem(KEY) ?? null);
}

function write(places: readonly ListedPlace[]): void {
  if (places.length === 0) storage()?.removeItem(KEY);
  else storage()?.setItem(KEY, JSON.stringify(places));
}

/** Shows the list where the page has a place for it, and lets its buttons work. */
export function installMyList(): void {
  const kept = storage();
  const section = document.getElementById('danh-sach');
  if (kept === null || section === null) return;
  const toggle = document.querySelector<HTMLButtonElement>('button[data-list-slug]');
  const status = document.getElementById('danh-sach-bao');
  const draw = (): void => {
    const places = read();
    section.hidden = places.length === 0;
    section.querySelector('ul')?.replaceChildren(...places.map(lineOf));
    if (toggle !== null) {
      toggle.hidden = false;
      const isListed = places.some(({ slug }) => slug === toggle.dataset.listSlug);
      toggle.textContent = (isListed ? toggle.dataset.remove : toggle.dataset.add) ?? '';
    }
  };
  toggle?.addEventListener('click', () => {
    const {
      listSlug: slug = '',
      listName: name = '',
      added = '',
      removed = '',
      full = '',
      see = '',
    } = toggle.dataset;
    const others = read().filter((place) => place.slug !== slug);
    const isNew = others.length === read().length;
    if (isNew && others.length >= MAX_LISTED) {
      status?.replaceChildren(full);
      return;
    }
    write(isNew ? [...others, { slug, name }] : others);
    draw();
    status?.replaceChildren(...(isNew ? [`${added} `, seeLink(see)] : [removed]));
  });
  document.getElementById('danh-sach-xoa')?.addEventListener('click', () => {
    write([]);
    draw();
    status?.replaceChildren();
    document.getElementById('noi-dung')?.focus();
  });
  // A page that Back brings out of the cache still shows the list as it was then.
  addEventListener('pageshow', draw);
  draw();
  // The address may lead to the list, which had no place in the page until now.
  if (location.hash === '#danh-sach' && !section.hidden) section.scrollIntoView();
}

function seeLink(text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = '#danh-sach';
  link.textContent = text;
  return link;
}

function lineOf({ slug, name }: ListedPlace): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = placePath(slug);
  link.textContent = name;
  line.append(link);
  return line;
}
