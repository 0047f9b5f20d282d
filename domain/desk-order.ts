/** Who runs desks, and which of them come first. The browser loads this: what a desk's opening needs stands in desk.ts. */

/** Who can run a desk, in the order in which desks are offered: health and civil desks first. */
export const OPERATOR_KINDS = ['health', 'civil', 'commune', 'private', 'police'] as const;

export type OperatorKind = (typeof OPERATOR_KINDS)[number];

/** Those to whom a person can turn without meeting the state's power first: they are offered before all others. */
const FIRST_KINDS: readonly OperatorKind[] = ['health', 'civil'];

/** Whether desks of this kind stand before all others, wherever they are. */
export function standsFirst({ operatorKind }: { operatorKind: OperatorKind }): boolean {
  return FIRST_KINDS.includes(operatorKind);
}

/** Desks by who runs them, those of one kind in the order given. */
export function orderByKind<T extends { operatorKind: OperatorKind }>(desks: readonly T[]): T[] {
  const place = ({ operatorKind }: T): number => OPERATOR_KINDS.indexOf(operatorKind);
  return [...desks].sort((a, b) => place(a) - place(b));
}

/**
 * The desk to which a complaint about another one goes: never that one itself.
 *
 * @param desks those that take complaints, in the order in which they are chosen
 * @param told the id of the one that the person has read of: it stays theirs for as long as it takes complaints
 * @returns null when there is none
 */
export function chooseComplaintDesk<T extends { id: string }>(
  desks: readonly T[],
  { about, told }: { about: string; told: string | null },
): T | null {
  const others = desks.filter(({ id }) => id !== about);
  return others.find(({ id }) => id === told) ?? others[0] ?? null;
}
