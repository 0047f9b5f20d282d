/**
 * `npm run audit:verify [-- --heads FILE] [--remote]`: verifies the audit chain of every desk of the local state or the
 * deployed one, also against each copy of its head and against a saved answer of /api/audit-heads. Ends with 1 when
 * something is wrong.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCopy } from '../functions/audit/copy-heads.ts';
import type { HeadsCopy } from '../functions/audit/schema.ts';
import { type ChainFault, type VerifiedChain, verifyChains } from '../functions/audit/verify-chain.ts';
import { auditVerify as words } from '../words/vi-audit.ts';
import { takeRemote, withChosenBindings } from './chosen-bindings.ts';
import { CommandError } from './command-error.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { isRemote, rest } = takeRemote(process.argv.slice(2));
  const saved = await readSaved(rest);

  const { chains, copies, unreadable } = await withChosenBindings(
    { isRemote, noState: words.noState },
    (env) => verifyChains(env, saved),
  );
  console.log(`\n  ${chains.map(describe).join('\n  ') || words.none}\n  ${words.copies(copies)}`);
  if (copies === 0 && chains.length > 0) console.log(`  ${words.noCopies}`);
  const faults = [
    ...chains.flatMap(({ slug, fault }) => (fault === null ? [] : [`${slug}: ${faultSentence(fault)}`])),
    ...unreadable.map((name) => words.unreadable(name)),
  ];
  if (faults.length > 0) throw new CommandError(`${words.broken}\n  ${faults.join('\n  ')}`);
});

/** The file of `--heads`, when one is given. */
async function readSaved(args: string[]): Promise<{ name: string; copy: HeadsCopy }[]> {
  const file = fileArgument(args);
  if (file === undefined) return [];
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CommandError(words.noFile(file), { cause });
  });
  const copy = parseCopy(text);
  if (copy === null) throw new CommandError(words.noCopy(file));
  return [{ name: basename(file), copy }];
}

function fileArgument(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { heads: { type: 'string' } } }).values.heads;
  } catch (cause) {
    throw new CommandError(words.usage, { cause });
  }
}

function describe({ slug, seq, fault }: VerifiedChain): string {
  return fault === null ? words.whole(slug, seq) : words.wholeUntil(slug, seq);
}

function faultSentence(fault: ChainFault): string {
  if (fault.kind === 'forked') return words.forked(fault);
  if (fault.kind === 'shorter') return words.shorter(fault);
  return words[fault.kind](fault.seq);
}
