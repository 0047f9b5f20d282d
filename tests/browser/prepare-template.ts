import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSiteIfChanged } from '../../scripts/built-site.ts';
import { prepareState } from '../../scripts/local-state.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A state folder with migrations and shipped data, made once for a run; each test file copies it. */
    templateStateDir: string;
  }
}

/** Builds the site if its sources changed and prepares the state that every test file starts from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildSiteIfChanged('capture');
  const templateStateDir = await mkdtemp(join(tmpdir(), 'diem-tua-template-'));
  await prepareState(templateStateDir);
  project.provide('templateStateDir', templateStateDir);
  return () => rm(templateStateDir, { recursive: true, force: true, maxRetries: 5 });
}
