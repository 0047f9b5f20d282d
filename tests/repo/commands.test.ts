import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.ts';

const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> };
const bootstrap = readProjectFile('scripts/bootstrap.mjs');
const [, listed = ''] = /const commands = \[([^\]]*)\]/.exec(bootstrap) ?? [];

describe('every npm command', () => {
  it.each(Object.entries(scripts))('%s is known to the bootstrap and has a script', (_name, line) => {
    const [, command = ''] = /^node scripts\/bootstrap\.mjs ([a-z-]+)$/.exec(line) ?? [];

    expect(listed).toContain(`'${command}'`);
    expect(projectFiles()).toContain(`scripts/${command}.ts`);
  });
});
