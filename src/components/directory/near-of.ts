import type { NamedUnit } from '../../../functions/directory/named-unit.ts';

/** What to look near for a unit: a present commune by its code, a former unit by its name, which offers its communes. */
export function nearOf({ kind, code, fullName }: Pick<NamedUnit, 'kind' | 'code' | 'fullName'>): string {
  return kind === 'commune' ? code : fullName;
}
