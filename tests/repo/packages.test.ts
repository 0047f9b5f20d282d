import { describe, expect, it } from 'vitest';
import {
  type LockedPackages,
  missingPackages,
  withMissingPackages,
} from '../../scripts/complete-lock-file.ts';
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

/** Where packages are listed: the project, and the peer that only the bench installs. */
const folders = ['', 'tests/bench/starlight/'];

describe('the packages', () => {
  it.each(folders)('have exact versions in %spackage.json', (folder) => {
    expect(looseVersions(readProjectFile(`${folder}package.json`))).toEqual([]);
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

  it.each(folders)('are locked in %spackage-lock.json without the address of a registry', (folder) => {
    expect(registryLines(readProjectFile(`${folder}package-lock.json`))).toEqual([]);
  });

  it('are refused in a lock file that names a registry', () => {
    expect(registryLines('  "resolved": "https://registry.example/thing-1.2.3.tgz",')).toHaveLength(1);
  });

  it.each(folders)('are locked in %spackage-lock.json for every system, as `npm ci` insists', (folder) => {
    const { packages } = JSON.parse(readProjectFile(`${folder}package-lock.json`)) as {
      packages: LockedPackages;
    };

    expect(missingPackages(packages)).toEqual([]);
  });

  it('are missed in a lock file that was made where some were not offered, and can be added', () => {
    const packages: LockedPackages = {
      '': {},
      'node_modules/tool': {
        optionalDependencies: { 'tool-darwin-arm64': '2.0.0', 'tool-linux-x64-musl': '2.0.0' },
      },
      'node_modules/tool-darwin-arm64': { version: '1.0.0' },
    };

    const complete = withMissingPackages(packages);

    expect(missingPackages(packages)).toHaveLength(2);
    expect(missingPackages(complete)).toEqual([]);
    expect(complete['node_modules/tool/node_modules/tool-darwin-arm64']).toEqual({
      version: '2.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      optional: true,
    });
    expect(complete['node_modules/tool-linux-x64-musl']).toMatchObject({ libc: ['musl'] });
  });
});
