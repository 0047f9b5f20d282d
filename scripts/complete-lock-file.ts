/**
 * `node scripts/complete-lock-file.ts [FOLDER]`, after any change of the packages: adds to the package-lock.json of the
 * project, or of FOLDER, the packages for other systems that the registry in use did not offer. Without them `npm ci` refuses the lock file on every system
 * ("Missing: … from lock file"). They are locked by version alone, without a hash.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { projectRoot } from './project-root.ts';

/** One package of a lock file, as far as it matters here. */
interface LockedPackage {
  version?: string;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}

/** The packages of a lock file by their place, such as `node_modules/astro`. */
export type LockedPackages = Record<string, LockedPackage>;

/** An optional dependency with an exact version that no place reachable from its parent holds. */
export interface MissingPackage {
  parent: string;
  name: string;
  version: string;
}

/** The optional dependencies that a lock file leaves out. */
export function missingPackages(packages: LockedPackages): MissingPackage[] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name, version]) => isExact(version) && findPackage(packages, parent, name)?.version !== version,
      )
      .map(([name, version]) => ({ parent, name, version })),
  );
}

/** The lock file's packages with the missing ones added, in npm's order. */
export function withMissingPackages(packages: LockedPackages): LockedPackages {
  const complete = { ...packages };
  for (const { parent, name, version } of missingPackages(packages)) {
    const place = complete[`node_modules/${name}`] === undefined ? '' : `${parent}/`;
    const { dev } = packages[parent] ?? {};
    complete[`${place}node_modules/${name}`] = {
      version,
      ...systemOf(name),
      ...(dev === undefined ? {} : { dev }),
      optional: true,
    };
  }
  return Object.fromEntries(Object.entries(complete).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

function isExact(version: string): boolean {
  return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
}

/** Node's own way: the nearest node_modules on the way up from the parent. */
function findPackage(packages: LockedPackages, parent: string, name: string): LockedPackage | undefined {
  const here = packages[parent === '' ? `node_modules/${name}` : `${parent}/node_modules/${name}`];
  if (here !== undefined || parent === '') return here;
  const end = parent.lastIndexOf('/node_modules/');
  return findPackage(packages, end < 0 ? '' : parent.slice(0, end), name);
}

/** What the name of such a package says about the system that it is for. */
function systemOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const os = /android|darwin|freebsd|linux|openbsd|win32|windows/
    .exec(name)?.[0]
    ?.replace('windows', 'win32');
  const cpu = /wasm32|arm64|x64|ia32|-64\b/.exec(name)?.[0]?.replace('-64', 'x64');
  const libc = name.includes('musl') ? 'musl' : /-gnu\b/.test(name) ? 'glibc' : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(os === undefined ? {} : { os: [os] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
  };
}

if (import.meta.main) {
  const path = resolve(process.argv[2] ?? projectRoot, 'package-lock.json');
  const lock = JSON.parse(await readFile(path, 'utf8')) as { packages: LockedPackages };
  const missing = missingPackages(lock.packages);
  await writeFile(
    path,
    `${JSON.stringify({ ...lock, packages: withMissingPackages(lock.packages) }, null, 2)}\n`,
  );
  console.log(`Added ${missing.length} packages for other systems.`);
}
