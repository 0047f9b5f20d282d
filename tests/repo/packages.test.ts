import { describe, expect, it } from 'vitest';
import { readProjectFile } from './project-files.ts';

/** The dependencies of a package.json whose version is anything but one exact version. */
function looseVersions(text: string): string[] {
  const manifest: unknown = JSON.parse(text);
  if (typeof manifest !== 'object' || manifest === null) throw new Error('package.json is no object');
  return Object.entries(manifest)
    .filter(([key]) => /dependencies$/i.test(key))
    .flatMap(([, dependencies]) => Object.entries(dependencies))
    .filter(([, version]) => typeof version !== 'string' || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${String(version)}`);
}

/** The lines of a lock file that say where a package was fetched from, or name a page without encryption. */
function registryLines(text: string): string[] {
  return text.split('\n').filter((line) => line.includes('"resolved"') || line.includes('http://'));
}

describe('the packages', () => {
  it('have exact versions', () => {
    expect(looseVersions(readProjectFile('package.json'))).toEqual([]);
  });

  it.each([
    '^1.2.3',
    '~1.2.3',
    '1.x',
    '*',
    'latest',
    '>=1.0.0',
    'github:someone/something',
    'npm:other@1.0.0',
  ])('are refused with the version %s', (version) => {
    expect(looseVersions(JSON.stringify({ devDependencies: { thing: version } }))).toHaveLength(1);
  });

  it('are locked without the address of a registry, so that any registry can serve them', () => {
    expect(registryLines(readProjectFile('package-lock.json'))).toEqual([]);
  });

  it('are refused in a lock file that names a registry', () => {
    expect(registryLines('  "resolved": "https://registry.example/thing-1.2.3.tgz",')).toHaveLength(1);
  });
});
