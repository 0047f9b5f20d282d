import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.ts';
import { memberCallsOf } from './source-code.ts';

const left = /^(it|test|describe|suite|bench)\.(skip|only|todo|fails|skipIf|runIf)$/;

/** The calls in a test file that leave a test out. */
function leftOut(path: string, text: string): string[] {
  return memberCallsOf(path, text).filter((call) => left.test(call));
}

describe('the tests', () => {
  it('are all run', () => {
    const found = projectFiles()
      .filter((path) => path.startsWith('tests/') && path.endsWith('.ts'))
      .flatMap((path) => leftOut(path, readProjectFile(path)).map((call) => `${path}: ${call}`));

    expect(found).toEqual([]);
  });

  it.each(['skip', 'only', 'todo', 'skipIf'])('are refused when they use %s', (name) => {
    expect(leftOut('a.test.ts', `describe.${name}('x', () => {}); it('y', () => {});`)).toHaveLength(1);
  });

  it('belong to a project of vitest.config.ts by their folder', () => {
    const folders = new Set(
      projectFiles()
        .filter((path) => path.endsWith('.test.ts'))
        .map((path) => path.split('/').slice(0, 2).join('/')),
    );
    const known = ['browser', 'built', 'container', 'repo', 'unit', 'worker'].map((name) => `tests/${name}`);

    expect([...folders].filter((folder) => !known.includes(folder))).toEqual([]);
  });
});
