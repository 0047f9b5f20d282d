import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { projectRoot } from '../../scripts/project-root.ts';
import { localBindings } from '../../scripts/worker-options.ts';

/** What is no binding, or none that a command asks. */
const others = [
  'access',
  'assets',
  'compatibilityDate',
  'compatibilityFlags',
  'connectHandlers',
  'cronTriggers',
  'modulesRules',
  'rootPath',
  'zone',
];

describe('the bindings of the local commands', () => {
  it('are all those that wrangler reads from wrangler.toml', () => {
    const { workerOptions } = unstable_getMiniflareWorkerOptions(join(projectRoot, 'wrangler.toml'));
    const named = Object.entries(workerOptions).filter(
      ([key, value]) => !others.includes(key) && Object.keys(Object(value)).length > 0,
    );

    const { email, ...bindings } = Object.fromEntries(named);

    expect(email).toEqual({ send_email: [] });
    expect(bindings).toMatchObject(localBindings());
    expect(Object.keys(localBindings()).sort()).toEqual(Object.keys(bindings).sort());
  });
});
