import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.ts';
import { testNamesOf } from './source-code.ts';

/** The tests that a text names: a file in code marks and a colon, then names in quotation marks. */
function namedTests(text: string): { file: string; names: string[] }[] {
  return [...text.matchAll(/`(tests\/[^`]+\.ts)`:((?:\s*"[^"]+",?)+)/g)].map(([, file = '', names = '']) => ({
    file,
    names: [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name.replace(/\s+/g, ' ')),
  }));
}

const page = readProjectFile('docs/threat-model.md');
const named = namedTests(page);

describe('the threat model', () => {
  it('names tests for every adversary', () => {
    const adversaries = page
      .split('\n## ')
      .find((part) => part.startsWith('Who might be looking'))
      ?.split('\n### ')
      .slice(1);

    expect(adversaries?.length).toBeGreaterThanOrEqual(7);
    expect(adversaries?.filter((part) => namedTests(part).length === 0)).toEqual([]);
  });

  it('names no test that is not there', () => {
    const missing = named.flatMap(({ file, names }) => {
      if (!projectFiles().includes(file)) return [`no file ${file}`];
      const there = testNamesOf(file, readProjectFile(file));
      return names.filter((name) => !there.includes(name)).map((name) => `${file} has no "${name}"`);
    });

    expect(missing).toEqual([]);
  });

  it('names each file of tests in that way alone', () => {
    const mentioned = [...page.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path);

    expect(mentioned.sort()).toEqual(named.map(({ file }) => file).sort());
  });

  it('would miss a test whose name was changed', () => {
    const source =
      "it('is there', () => {}); it.each([1])('has %i parts', () => {}); describe('a thing', f);";

    expect(testNamesOf('a.test.ts', source)).toEqual(['is there', 'has %i parts']);
  });
});
