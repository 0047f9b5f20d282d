import { existsSync } from 'node:fs';
import { CommandError } from './command-error.ts';
import { stateDirFromEnvironment, withBindings } from './local-state.ts';

/** Takes `--remote` out of a command's arguments. */
export function takeRemote(args: readonly string[]): { isRemote: boolean; rest: string[] } {
  return { isRemote: args.includes('--remote'), rest: args.filter((arg) => arg !== '--remote') };
}

/**
 * Runs `work` on the deployed database and buckets, or on the local ones.
 *
 * @param noState what to say where there is no local state
 * @throws CommandError when neither can be opened
 */
export async function withChosenBindings<T>(
  { isRemote, noState }: { isRemote: boolean; noState?: string },
  work: (env: Env) => Promise<T>,
): Promise<T> {
  if (isRemote) {
    // It brings wrangler along, for which a local command need not wait.
    const { withRemoteBindings } = await import('./remote-bindings.ts');
    return withRemoteBindings(work);
  }
  const stateDir = stateDirFromEnvironment();
  if (!existsSync(stateDir))
    throw new CommandError(noState ?? 'There is no local state yet: run `npm start` once first.');
  return withBindings(stateDir, work);
}
