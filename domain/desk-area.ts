/** Which desks take requests from where somebody lives. A person may choose any of them all the same. */

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

/** The desks that take requests from there before the others, each group in the order given. */
export function nearFirst<T extends { areas: readonly DeskArea[] }>(
  desks: readonly T[],
  ground: Ground,
): T[] {
  const isNear = ({ areas }: T): boolean => takesFrom(areas, ground);
  return [...desks.filter(isNear), ...desks.filter((desk) => !isNear(desk))];
}
