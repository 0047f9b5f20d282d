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
  /** Page of the results, from 1. */
  trang?: number;
}

/** The directory, with a search when one is given. */
export function directoryPath(query: DirectoryPathQuery = {}): string {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  if (query.tinh) params.set('tinh', query.tinh);
  if (query.xa) params.set('xa', query.xa);
  if (query.gan) params.set('gan', query.gan);
  if (query.trang !== undefined && query.trang > 1) params.set('trang', String(query.trang));
  const search = params.toString();
  return search === '' ? '/danh-ba/' : `/danh-ba/?${search}`;
}

/** The page of one place. */
export function placePath(slug: string): string {
  return `/danh-ba/${encodeURIComponent(slug)}/`;
}

/** The page of a present commune. */
export function communePath(code: string): string {
  return `/danh-ba/xa/${encodeURIComponent(code)}/`;
}

/** The guide on registering. */
export function registeringGuidePath(): string {
  return '/huong-dan/dang-ky-cai-nghien-tu-nguyen/';
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
  return '/huong-dan/so-dien-thoai/';
}
