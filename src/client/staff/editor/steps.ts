/** Where a step of the editor's history leads. */
import type { ListName } from './editor-api.ts';

export type Where =
  { view: 'start'; name: string } | { view: 'list'; list: ListName; page: number } | PlaceStep;

type PlaceStep =
  | { view: 'place' | 'confirm' | 'status' | 'merge'; id: string }
  | { view: 'compare'; id: string; into: string };

/** A step as it stands in the history, numbered so that a refused way back can be undone. */
export interface Step {
  number: number;
  where: Where;
}

/** The start, before anything was looked for. */
export const START: Where = { view: 'start', name: '' };

/** What the views ask of each other. */
export interface Acts {
  /** Goes on to another view. */
  go: (where: Where) => Promise<void>;
  /** Remembers in this step of the history where it leads now. */
  stay: (where: Where) => void;
  /** Goes back one step, and says there what was done. */
  back: (notice?: string) => void;
  /** Shows the same step again. */
  again: (notice?: string) => Promise<void>;
}
