import { stopAllTools } from './child-process.ts';
import { explain } from './command-error.ts';

/**
 * Runs a command's work: prints a failure as one sentence and ends with code 1; when the terminal or another
 * program asks it to end, ends everything it started first.
 */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopAllTools();
      process.exit(130);
    });
  }
  try {
    await work();
  } catch (error) {
    console.error(`\n${explain(error)}`);
    stopAllTools();
    process.exit(1);
  }
}
