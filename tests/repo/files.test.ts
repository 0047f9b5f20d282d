import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile, sizeOfProjectFile } from './project-files.ts';

const isText = /\.(ts|mjs|astro|css|json|toml|md|sql|csv|svg|txt|yml)$|(^|\/)(_headers|run|\.[a-z]+)$/;

/** Paths of somebody's machine; assembled here so that this file does not name one itself. */
const machinePath = new RegExp(
  `(^|[\\s"'\`=(:])(${['home', 'Users', 'root', 'tmp', 'work', 'mnt'].map((name) => `/${name}/\\w`).join('|')}|[A-Z]:\\\\Users)`,
);

/** The lines of a text that hold a path of one machine. */
function machinePaths(text: string): string[] {
  return text.split('\n').filter((line) => machinePath.test(line));
}

/** What a .gitignore must keep out: built files, local state, secrets of the local state. */
const mustBeIgnored = ['node_modules/', 'dist/', '.astro/', '.wrangler/', '.data/', '.cache/'];

describe('the files', () => {
  it('are at most 1 MB outside content/', () => {
    const large = projectFiles().filter(
      (path) => !path.startsWith('content/') && sizeOfProjectFile(path) > 1_000_000,
    );

    expect(large).toEqual([]);
  });

  it('are at most 400 lines long where they hold code', () => {
    const long = projectFiles()
      .filter((path) => /\.(ts|mjs|astro)$/.test(path) && !path.startsWith('words/'))
      .filter((path) => readProjectFile(path).split('\n').length > 401);

    expect(long).toEqual([]);
  });

  it('name no path of one machine', () => {
    const found = projectFiles()
      .filter((path) => isText.test(path))
      .flatMap((path) =>
        machinePaths(readProjectFile(path)).map((line) => `${path}: ${line.trim().slice(0, 100)}`),
      );

    expect(found).toEqual([]);
  });

  it.each([
    ['cd ', 'home', 'mai/project'],
    ['const folder = "', 'tmp', 'state"'],
    ['see (', 'Users', 'mai)'],
  ])('are refused when they say: %s/%s/%s', (before, folder, after) => {
    expect(machinePaths(`${before}/${folder}/${after}`)).toHaveLength(1);
  });

  it('may speak of addresses that look alike', () => {
    expect(machinePaths('https://example.org/work/2024 and src/home/page.ts')).toEqual([]);
  });

  it('leave built files and local state out of git', () => {
    const lines = readProjectFile('.gitignore').split('\n');

    expect(mustBeIgnored.filter((entry) => !lines.includes(entry))).toEqual([]);
  });
});
