/** `npm run places:import -- FILE|FOLDER`: shows what a list would change, and writes it with `--apply`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localDay } from '../domain/local-day.ts';
import { applyImport, importedBy } from '../functions/directory/import/apply-import.ts';
import { describeFaults, describePlan } from '../functions/directory/import/describe-import.ts';
import { makeImportContext } from '../functions/directory/import/import-context.ts';
import { LIMITS } from '../functions/directory/import/limits.ts';
import { type ImportInput, planImport } from '../functions/directory/import/plan-import.ts';
import { AppError } from '../functions/errors.ts';
import { placesImport } from '../words/vi.ts';
import { CommandError } from './command-error.ts';
import { prepareState, stateDirFromEnvironment, withBindings } from './local-state.ts';
import { projectRoot } from './project-root.ts';
import { readDirectory } from './read-directory.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { path, isApplied, accepted, source, by } = readArguments();
  const input = await readInput(path);
  const stateDir = stateDirFromEnvironment();
  await prepareState(stateDir);
  const context = makeImportContext(await readDirectory(join(projectRoot, 'content')));
  const now = new Date();

  await withBindings(stateDir, async ({ DB }) => {
    const result = await planImport(DB, input, context, {
      source,
      accepted: new Set(accepted),
      today: localDay(now),
      newId: () => crypto.randomUUID(),
    });
    if ('faults' in result) throw new CommandError(describeFaults(result.faults).join('\n'));
    const { plan, unknownAccepted } = result;
    if (unknownAccepted.length > 0) {
      throw new CommandError(placesImport.unknownAccepted(unknownAccepted.join(', ')));
    }
    console.log(describePlan(plan, context.terms).join('\n'));
    const count = plan.added.length + plan.changed.length;
    if (count === 0) console.log(`\n${placesImport.nothingToWrite}`);
    else if (!isApplied) console.log(`\n${placesImport.wouldWrite(count)}`);
    else {
      const written = await applyImport(DB, result, context.search, { by: importedBy(by), at: now }).catch(
        (error: unknown) => {
          const isLate = error instanceof AppError && error.code === 'place_changed';
          throw isLate ? new CommandError(placesImport.changedMeanwhile) : error;
        },
      );
      console.log(`\n${placesImport.written(written)}`);
    }
  });
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        accept: { type: 'string', default: '' },
        source: { type: 'string' },
        by: { type: 'string' },
      },
    });
    const [path, ...others] = positionals;
    if (path === undefined) throw new CommandError(placesImport.usage);
    if (others.length > 0) throw new CommandError(placesImport.manyFiles);
    return {
      // npm runs commands in the project's root and says where the person stood.
      path: resolve(process.env.INIT_CWD ?? process.cwd(), path),
      isApplied: values.apply,
      accepted: values.accept.split(',').filter((key) => key !== ''),
      source: values.source?.normalize('NFC') ?? null,
      by: values.by?.normalize('NFC') ?? null,
    };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(placesImport.usage);
  }
}

async function readInput(path: string): Promise<ImportInput> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    const names = isFolder ? (await readdir(path)).filter((name) => name.endsWith('.csv')) : [basename(path)];
    const files = new Map<string, Uint8Array>();
    for (const name of names.sort()) {
      const file = isFolder ? join(path, name) : path;
      // One byte more than allowed is enough to be refused.
      const bytes = (await stat(file)).size > LIMITS.fileBytes ? new Uint8Array(LIMITS.fileBytes + 1) : null;
      files.set(name, bytes ?? (await readFile(file)));
    }
    return { name: basename(path), files, isFolder };
  } catch {
    throw new CommandError(placesImport.noFile(path));
  }
}
