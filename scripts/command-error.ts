/** A failure that its message explains in full: commands print it without a stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

const diskFull = /ENOSPC|no space left on device|SQLITE_FULL|database or disk is full|EDQUOT/i;

/**
 * The sentence that a person at the terminal reads for an error: what happened and what to do. A stack is added
 * only for an error that nobody foresaw.
 */
export function explain(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (diskFull.test(text)) return 'The disk is full: free about 2 GB and run the same command again.';
  if (error instanceof CommandError) return error.message;
  return text;
}
