/** The page budget (HTML, CSS and JavaScript of a first visit, gzip) and the page types that are held to it. */
import {
  communePath,
  directoryPath,
  lawQuestionsPath,
  legalDocumentPath,
  legalDocumentsPath,
  placePath,
  provincePath,
  registrationPath,
  registrationSheetPath,
  searchPath,
  securityPath,
} from '../domain/paths.ts';
import type { PageWeight } from './page-weight.ts';

/** Bytes: about what may be sent before the browser must answer, ten segments (RFC 6928, section 2), less the headers. */
export const PAGE_BUDGET = 14_000;

/** A kind of page, with one page that stands for it. */
export interface PageType {
  name: string;
  path: string;
  /** Fields of a form that is posted to reach it. */
  post?: Record<string, string>;
  /** Public pages are held to the budget; the console, which officers open, is only shown. */
  isPublic: boolean;
}

/** The page types of the portal; a place is chosen by its slug. */
export function pageTypes(placeSlug: string): PageType[] {
  return [
    { name: 'home', path: '/', isPublic: true },
    { name: 'guide', path: '/huong-dan/dang-ky-cai-nghien-tu-nguyen/', isPublic: true },
    { name: 'registration, steps', path: registrationPath(), isPublic: true },
    { name: 'registration, sheet', path: registrationSheetPath(), isPublic: true },
    { name: 'figures', path: '/so-lieu/ha-noi/', isPublic: true },
    { name: 'campaign', path: '/chien-dich/2026/', isPublic: true },
    { name: 'law, questions', path: lawQuestionsPath(), isPublic: true },
    { name: 'law, register', path: legalDocumentsPath(), isPublic: true },
    // The document of which the most places are told.
    { name: 'law, document', path: legalDocumentPath('163-2026-nd-cp'), isPublic: true },
    { name: 'whole search', path: searchPath('đăng ký cai nghiện ở quận hoàng mai'), isPublic: true },
    { name: 'directory', path: directoryPath(), isPublic: true },
    // Links that people send each other: a first visit may well be an answer, here the heaviest of its kind.
    { name: 'search', path: directoryPath({ q: 'quan hoang mai' }), isPublic: true },
    {
      name: 'search, filtered',
      path: directoryPath({
        q: 'trung tâm',
        tinh: '79',
        dichVu: 'cat-con',
        cho: 'ban-than',
        loai: 'tu-nhan',
        chiPhi: 'tu-tra',
        cachVao: 'tu-den',
        moCua: true,
        xacNhan: true,
      }),
      isPublic: true,
    },
    { name: 'search, page 2', path: directoryPath({ trang: 2 }), isPublic: true },
    { name: 'near me', path: directoryPath({ gan: '10.77,106.69' }), isPublic: true },
    { name: 'place', path: placePath(placeSlug), isPublic: true },
    { name: 'commune', path: communePath('00070'), isPublic: true },
    { name: 'communes of a province', path: provincePath('79'), isPublic: true },
    { name: 'security', path: securityPath(), isPublic: true },
    { name: 'request', path: '/yeu-cau/', isPublic: true },
    {
      name: 'request form',
      path: '/yeu-cau/',
      post: { step: 'clock', resultKnown: 'no' },
      isPublic: true,
    },
    { name: 'follow', path: '/theo-doi/', isPublic: true },
    { name: 'console', path: '/can-bo/', isPublic: false },
  ];
}

/** A page type and what it weighs. */
export interface WeighedPage extends PageType, PageWeight {}

/** Bytes of HTML, CSS and JavaScript, gzip: what the budget counts. */
export function budgetedBytes({ parts }: PageWeight): number {
  return parts.filter(({ kind }) => kind !== 'other').reduce((sum, { gzip }) => sum + gzip, 0);
}

/** The three heaviest parts, as `name bytes`, heaviest first. */
export function heaviest({ parts }: PageWeight): string[] {
  return parts
    .filter(({ kind }) => kind !== 'other')
    .toSorted((a, b) => b.gzip - a.gzip)
    .slice(0, 3)
    .map(({ name, gzip }) => `${name} ${gzip}`);
}

/** One sentence for each public page that weighs more than the budget, with what is heaviest in it. */
export function overBudget(pages: readonly WeighedPage[]): string[] {
  return pages
    .filter((page) => page.isPublic && budgetedBytes(page) > PAGE_BUDGET)
    .map(
      (page) =>
        `${page.name} weighs ${budgetedBytes(page)} of ${PAGE_BUDGET} bytes: ${heaviest(page).join(', ')}`,
    );
}

/** A line for each page, for the terminal. */
export function budgetLines(pages: readonly WeighedPage[]): string[] {
  const width = Math.max(...pages.map(({ name }) => name.length));
  return pages.map((page) => {
    const bytes = budgetedBytes(page);
    const limit = page.isPublic ? `of ${PAGE_BUDGET}` : '(no budget)';
    const late = page.later.reduce((sum, { gzip }) => sum + gzip, 0);
    const names = page.later.map(({ name }) => name).join(', ');
    const later = page.later.length === 0 ? '' : `; later ${late}: ${names}`;
    const over = page.isPublic && bytes > PAGE_BUDGET ? ' TOO HEAVY' : '';
    return `${page.name.padEnd(width)} ${String(bytes).padStart(6)} ${limit}${over}: ${heaviest(page).join(', ')}${later}`;
  });
}
