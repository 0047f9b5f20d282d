import type { ImportInput } from '../../../functions/directory/import/plan-import.ts';

/** A list that must be refused. */
export interface BadList {
  name: string;
  make: () => ImportInput | Promise<ImportInput>;
  /** The first problem, as it is shown. */
  says: string;
}
