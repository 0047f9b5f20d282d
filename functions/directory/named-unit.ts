/** An administrative unit, present or former, with its present ground; and how it is kept in few letters. Pure. */

/** Kinds of unit, present before former and the larger before the smaller. */
export const UNIT_KINDS = [
  'province',
  'commune',
  'former-province',
  'former-district',
  'former-commune',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A present commune: where a former unit's ground lies now. */
export interface Ground {
  code: string;
  fullName: string;
}

/** An administrative unit that the visitor's words name. */
export interface NamedUnit {
  kind: UnitKind;
  code: string;
  fullName: string;
  /** District and province as they were, for a former district or commune; null otherwise. */
  formerArea: string | null;
  /** The present province. */
  provinceCode: string;
  provinceName: string;
  /** The present communes that hold the unit's ground; empty for a present or former province. */
  communes: Ground[];
}

/** The filter word that one present commune alone has. */
export function communeToken(code: string): string {
  return `ma:${code}`;
}

/**
 * A unit in few letters, since there are fourteen thousand: its parts between bars, which no name holds; then code and
 * name of each present commune, left out for a present commune, which is its own.
 */
export function packUnit(unit: NamedUnit): string {
  const { kind, code, fullName, formerArea, provinceCode, provinceName, communes } = unit;
  const ground = kind === 'commune' ? [] : communes.flatMap((commune) => [commune.code, commune.fullName]);
  const kindAt = String(UNIT_KINDS.indexOf(kind));
  return [kindAt, code, fullName, formerArea ?? '', provinceCode, provinceName, ...ground].join('|');
}

/** The unit that packUnit wrote. Throws for anything else. */
export function unpackUnit(packed: string): NamedUnit {
  const [kindAt, code, fullName, formerArea, provinceCode, provinceName, ...ground] = packed.split('|');
  const kind = UNIT_KINDS[Number(kindAt)];
  if (kind === undefined || code === undefined || fullName === undefined || provinceCode === undefined) {
    throw new Error('not a packed unit');
  }
  const communes = ground.flatMap((of, index) =>
    index % 2 === 0 ? [{ code: of, fullName: ground[index + 1] ?? '' }] : [],
  );
  return {
    kind,
    code,
    fullName,
    formerArea: formerArea === undefined || formerArea === '' ? null : formerArea,
    provinceCode,
    provinceName: provinceName ?? '',
    communes: kind === 'commune' ? [{ code, fullName }] : communes,
  };
}
