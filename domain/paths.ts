/** The one place that spells the portal's own addresses. Pages end with a slash; APIs do not. */

/** What `/danh-ba/` understands; empty or missing parts are left out of the address. */
export interface DirectoryPathQuery {
  /** What the visitor typed. */
  q?: string;
  /** Two-digit code of a present province. */
  tinh?: string;
  /** A commune, ward or former unit as typed, or the five-digit code of a present commune. */
  xa?: string;
  /** What to look near: the five-digit code of a present commune, a position of two decimals, or a name as typed. */
  gan?: string;
  /** Codes of taxonomy terms: kind of service, for whom, who pays, how to enter. */
  dichVu?: string;
  cho?: string;
  chiPhi?: string;
  cachVao?: string;
  /** `cong-lap` or `tu-nhan`. */
  loai?: string;
  /** Open now. */
  moCua?: boolean;
  /** Confirmed lately. */
  xacNhan?: boolean;
  /** Page of the results, from 1. */
  trang?: number;
}

/** The keys of the address and of the form's fields, in the order in which an address carries them. */
export const DIRECTORY_KEYS = {
  q: 'q',
  tinh: 'tinh',
  xa: 'xa',
  gan: 'gan',
  dichVu: 'dich-vu',
  cho: 'cho',
  loai: 'loai',
  chiPhi: 'chi-phi',
  cachVao: 'cach-vao',
  moCua: 'mo-cua',
  xacNhan: 'xac-nhan',
  trang: 'trang',
} as const satisfies Record<keyof DirectoryPathQuery, string>;

/** The directory, with a search when one is given. */
export function directoryPath(query: DirectoryPathQuery = {}): string {
  const params = new URLSearchParams();
  for (const [name, key] of Object.entries(DIRECTORY_KEYS)) {
    const value = query[name as keyof DirectoryPathQuery]; // The names are those of DirectoryPathQuery.
    if (!value || (name === 'trang' && value === 1)) continue;
    params.set(key, value === true ? '1' : String(value));
  }
  const search = params.toString();
  return search === '' ? '/danh-ba/' : `/danh-ba/?${search}`;
}

/** The list of suggestions for what is being typed. */
export function suggestionsPath(text: string): string {
  return `/danh-ba/goi-y?${new URLSearchParams({ q: text })}`;
}

/** The page of one place. */
export function placePath(slug: string): string {
  return `/danh-ba/${encodeURIComponent(slug)}/`;
}

/** The page of a present commune. */
export function communePath(code: string): string {
  return `/danh-ba/xa/${encodeURIComponent(code)}/`;
}

/** The list of the provinces, through which every commune's page is reached; with a code, the communes of one. */
export function provincePath(code = ''): string {
  return code === '' ? '/danh-ba/tinh/' : `/danh-ba/tinh/${encodeURIComponent(code)}/`;
}

/** The list of the guides. */
export function guidesPath(): string {
  return '/huong-dan/';
}

/** A guide, or another page that stands among the guides. */
export function guidePath(slug: string): string {
  return `/huong-dan/${slug}/`;
}

/** The guide on registering. */
export function registeringGuidePath(): string {
  return guidePath('dang-ky-cai-nghien-tu-nguyen');
}

/** Registering step by step, for one's own case. */
export function registrationPath(): string {
  return guidePath('dang-ky-tung-buoc');
}

/** The sheet to take along when registering. */
export function registrationSheetPath(): string {
  return guidePath('phieu-dang-ky');
}

/** The confidential request form. */
export function requestPath(): string {
  return '/yeu-cau/';
}

/** The open data: what it is and its downloads. */
export function openDataPath(): string {
  return '/danh-ba/du-lieu/';
}

/** A file of the open data's package. */
export function openDataFilePath(file: string): string {
  return hsdsPath(`package/${file}`);
}

/** The HSDS API, with the rest of the address when one is given. */
export function hsdsPath(rest: string): string {
  return rest === '' ? '/api/hsds' : `/api/hsds/${rest}`;
}

/** The phone numbers to know. */
export function hotlinesPath(): string {
  return guidePath('so-dien-thoai');
}

/** What the law says, in outline. */
export function lawPath(): string {
  return '/phap-luat/';
}

/** The register of legal documents. */
export function legalDocumentsPath(): string {
  return '/phap-luat/van-ban/';
}

/** The page of one legal document, at one of its places when given (`dieu-31-khoan-1`). */
export function legalDocumentPath(slug: string, anchor?: string): string {
  return `/phap-luat/van-ban/${encodeURIComponent(slug)}/${anchor === undefined ? '' : `#${anchor}`}`;
}

/** What changed on 1/7/2026, at one change when given. */
export function lawChangesPath(anchor?: string): string {
  return `/phap-luat/thay-doi-2026/${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The questions that people ask most, at one of them when given. */
export function lawQuestionsPath(anchor?: string): string {
  return `/phap-luat/hoi-dap/${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The law's terms in plain words, at one of them when given. */
export function glossaryPath(anchor?: string): string {
  return `/phap-luat/tu-ngu/${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The list of the sitemaps. */
export function sitemapPath(): string {
  return '/sitemap.xml';
}

/** The sitemap of the pages that are built, of the law's documents and of the directory's own pages. */
export function pagesSitemapPath(): string {
  return '/sitemap-trang.xml';
}

/** The sitemap of the provinces and communes. */
export function communesSitemapPath(): string {
  return '/sitemap-xa.xml';
}

/** A sitemap of places, counted from 1. */
export function placesSitemapPath(number: number): string {
  return `/sitemap-noi-${number}.xml`;
}

/** The feed of what changed in the guides. */
export function guideFeedPath(): string {
  return '/huong-dan/tin.xml';
}

/** The picture of a link preview, by its name. */
export function cardPath(name: string): string {
  return `/the/${name}.png`;
}

/** The search over the whole portal, with a question when one is given. */
export function searchPath(q = ''): string {
  return q === '' ? '/tim-kiem/' : `/tim-kiem/?${new URLSearchParams({ q })}`;
}

/** Coming back to a request with its code. */
export function followPath(): string {
  return '/theo-doi/';
}

/** What the portal keeps confidential, and where the audit chains stand. */
export function securityPath(): string {
  return '/bao-mat/';
}

/** The last copy of the audit chains' heads, as JSON. */
export function auditHeadsPath(): string {
  return '/api/audit-heads';
}

/** A campaign's year; without one, all of them. */
export function campaignPath(year?: number | string, anchor?: string): string {
  const fragment = anchor === undefined ? '' : `#${anchor}`;
  return `/chien-dich/${year === undefined ? '' : `${year}/`}${fragment}`;
}

/** The figures: the overview, or another page of them, at one figure when given. */
export function figuresPath(page = 'tong-quan', anchor?: string): string {
  const fragment = anchor === undefined ? '' : `#${anchor}`;
  return `/so-lieu/${page === 'tong-quan' ? '' : `${page}/`}${fragment}`;
}

/** The privacy notice. */
export function privacyPath(): string {
  return '/rieng-tu/';
}
