import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSiteIfChanged } from '../../scripts/built-site.ts';
import { prepareState, stateSteps } from '../../scripts/local-state.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A state folder with migrations and shipped data, made once for a run; whoever changes it takes a copy. */
    templateStateDir: string;
    /** The same with the tables alone. */
    tablesStateDir: string;
  }
}

/** Builds the site if its sources changed and prepares the state that the test files of all projects start from. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // What the root provides, every project has: the first one that comes here prepares it for the others.
  const root = project.vitest.getRootProject();
  if ('templateStateDir' in root.getProvidedContext()) return undefined;
  await buildSiteIfChanged('capture');
  const folder = await mkdtemp(join(tmpdir(), 'diem-tua-template-'));
  const [tablesStateDir, templateStateDir] = [join(folder, 'tables'), join(folder, 'template')];
  await stateSteps(tablesStateDir)[0]?.run();
  await cp(tablesStateDir, templateStateDir, { recursive: true });
  await prepareState(templateStateDir);
  root.provide('tablesStateDir', tablesStateDir);
  root.provide('templateStateDir', templateStateDir);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
