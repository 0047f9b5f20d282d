/** The communes of a province, so that a link leads to the page of every one. */
import type { D1Database } from '@cloudflare/workers-types';
import { readCommunesOf, readProvinces } from './neighbour-store.ts';

/** A province or a commune with a page of its own. */
export interface UnitLink {
  code: string;
  fullName: string;
}

/** A province with how many communes it has. */
export interface ProvinceLink extends UnitLink {
  communeCount: number;
}

/** The present provinces, in the order of the Vietnamese alphabet. */
export async function listProvinceLinks(db: D1Database): Promise<ProvinceLink[]> {
  return inOrder(await readProvinces(db));
}

/** The communes of a province by its two-digit code, in the order of the alphabet; null when there is no such province. */
export async function listCommunesOf(
  db: D1Database,
  provinceCode: string,
): Promise<{ province: UnitLink; communes: UnitLink[] } | null> {
  const [provinces, communes] = await Promise.all([readProvinces(db), readCommunesOf(db, provinceCode)]);
  const province = provinces.find(({ code }) => code === provinceCode);
  return province === undefined ? null : { province, communes: inOrder(communes) };
}

/** By the name without its kind, as people look for it. */
function inOrder<T extends { name: string }>(units: readonly T[]): T[] {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return units.toSorted((a, b) => compare(a.name, b.name));
}
