import type { FormProblem, RequestField } from '../../../domain/request-form.ts';
import { requestMessages } from '../../../words/vi.ts';

/** What stands beside a field: how to mend it, or nothing. */
export function fieldError(problems: readonly FormProblem[], field: RequestField): string | undefined {
  return problems.some((problem) => problem.field === field) ? requestMessages.problems[field] : undefined;
}
