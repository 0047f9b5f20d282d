/** Asks before what was typed and not saved is left behind. */
import { staff } from '../../../words/vi.ts';

let hasUnsaved: () => boolean = () => false;

addEventListener('beforeunload', (event) => {
  if (hasUnsaved()) event.preventDefault();
});

/** From now on, until another view comes, this says whether anything typed is not saved. */
export function watchUnsaved(check: () => boolean): void {
  hasUnsaved = check;
}

/** Nothing is left behind any more. */
export function forgetUnsaved(): void {
  hasUnsaved = () => false;
}

/** Whether the view may be left: nothing would be lost, or whoever typed it says so. */
export function mayLeave(): boolean {
  if (hasUnsaved() && !window.confirm(staff.unsaved)) return false;
  forgetUnsaved();
  return true;
}
