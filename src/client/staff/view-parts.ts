/** What the console's views have in common. */
import type { CodeReading } from '../../../domain/code.ts';
import type { PartProblem } from '../../../domain/read-thread.ts';
import { followMessages, staff } from '../../../words/vi.ts';
import { RefusedError } from '../api.ts';
import { describeCodeProblem } from '../describe-thread.ts';
import { showErrors } from '../form-errors.ts';
import { runOnce } from '../run-once.ts';
import { byId, showView, slot } from '../slots.ts';

/** Shows a view, moves the focus to its heading and names the window after it. */
export function show(view: DocumentFragment): void {
  document.title = staff.windowTitle(slot(view, 'title').textContent.trim());
  showView(byId('console'), view);
}

/** Does the act of a view's form or button once at a time, and shows what went wrong. */
export function onAct(view: ParentNode, name: string, act: () => Promise<void>): void {
  runOnce(slot(view, name), act, describeFailure);
}

/** What stands in the field with this id; empty when the view has none. */
export function typedIn(id: string): string {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
}

/** Shows what is wrong with one field. */
export function showProblem(field: string, message: string): void {
  showErrors(byId('problems'), [{ field, message }]);
}

/** Shows above the view what failed, where no field can mend it. */
export function showFailure(message: string): void {
  showErrors(byId('problems'), [{ field: null, message }]);
}

/** What is wrong with a code typed from paper. */
export function describePaperCode(reading: Exclude<CodeReading, { ok: true }>): string {
  return reading.problem === 'empty' ? staff.problems.codeMissing : describeCodeProblem(reading);
}

/** A sentence for whatever failed: the API's own, or what the passkey's error means (WebAuthn Level 3, 5.1). */
export function describeFailure(error: unknown): string {
  if (error instanceof RefusedError) return error.message;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return staff.problems.cancelled;
  if (name === 'InvalidStateError') return staff.problems.alreadyRegistered;
  if (name === 'NotSupportedError' || !('credentials' in navigator)) return staff.problems.unsupported;
  return staff.problems.network;
}

/** Why a part of a request is not shown to the desk. */
export function describeDeskProblem(problem: PartProblem): string {
  const words = staff.inquiry.problems;
  switch (problem) {
    case 'desk':
    case 'recipient':
    case 'proof':
    case 'outdated':
    case 'altered':
      return words[problem];
    case 'sender':
    case 'copied':
      return followMessages.messageProblems[problem];
    case 'cannot-open':
    case 'malformed':
      return words.damaged;
  }
}
