/**
 * A request's field that people do not see and programs fill in. What comes with it filled in is neither thanked for
 * nor thrown away, because a browser that fills in forms by itself is a person's, whose request would be lost behind a
 * receipt. They hear that nothing was sent and press once more, on a form that no longer has the field; a program
 * that posts and goes on does not.
 */
import type { ReadField } from './request-form.ts';

/** The field's name. None that browsers know an address or a name for. */
export const TRAP = 'website';

/** Whether somebody, or something, filled it in. */
export function isTrapSprung(read: ReadField): boolean {
  return read(TRAP).some((value) => value !== '');
}
