/** Which desks take requests from where somebody lives. A person may choose any of them all the same. */
import { type OperatorKind, orderByKind, standsFirst } from './desk-order.ts';

/** A present province or commune from which a desk takes requests. */
export interface DeskArea {
  code: string;
  provinceCode: string;
  /** With its kind: "Phường Hoàng Mai". */
  name: string;
}

/** What the name of a place was found to mean: present ground, of which a former unit may have several pieces. */
export interface Ground {
  /** The units as they are named, with the names around them. */
  names: string[];
  /** Five-digit codes. */
  communes: string[];
  /** Two-digit codes: the provinces of these communes, and those that were named whole. */
  provinces: string[];
  wholeProvinces: string[];
}

/** Whether a desk takes requests from there; one without areas takes them from everywhere. */
export function takesFrom(areas: readonly DeskArea[], ground: Ground): boolean {
  return (
    areas.length === 0 ||
    areas.some(
      ({ code, provinceCode }) =>
        ground.communes.includes(code) ||
        ground.provinces.includes(code) ||
        ground.wholeProvinces.includes(provinceCode),
    )
  );
}

/**
 * Health and civil desks before all others, and among each of the two those that take requests from there: a near
 * police desk never stands before a far health desk. Then by who runs them, at last in the order given.
 */
export function orderByPlace<T extends { areas: readonly DeskArea[]; operatorKind: OperatorKind }>(
  desks: readonly T[],
  ground: Ground,
): T[] {
  const rank = (desk: T): number => (standsFirst(desk) ? 0 : 2) + (takesFrom(desk.areas, ground) ? 0 : 1);
  return orderByKind(desks).sort((a, b) => rank(a) - rank(b));
}
