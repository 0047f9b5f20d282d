import type { D1Database } from '@cloudflare/workers-types';
import type { Ground } from '../../domain/desk-area.ts';
import { unitsNamed } from './list-units.ts';
import type { NamedUnit } from './named-unit.ts';
import { ask } from './store.ts';

/**
 * What the name of a place means, for a person whose browser cannot look it up by itself (domain/unit-list.ts).
 *
 * @returns null when nothing has that name, or too much
 */
export async function findGround(db: D1Database, text: string): Promise<Ground | null> {
  const named = unitsNamed(db, text, null);
  if (named === null) return null;
  const [{ units, hasMore }] = await ask(db, [named]);
  if (units.length === 0 || hasMore) return null;
  const once = (values: string[]): string[] => [...new Set(values)];
  return {
    names: once(units.map(nameOf)),
    communes: once(units.flatMap(({ communes }) => communes.map(({ code }) => code))),
    provinces: once(units.map(({ provinceCode }) => provinceCode)),
    wholeProvinces: once(
      units.filter(({ communes }) => communes.length === 0).map(({ provinceCode }) => provinceCode),
    ),
  };
}

function nameOf({ kind, fullName, formerArea, provinceName }: NamedUnit): string {
  if (kind === 'province' || kind === 'former-province') return fullName;
  return `${fullName}, ${formerArea ?? provinceName}`;
}
