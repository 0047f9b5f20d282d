import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What npm says, and what a person can do about it. */
const causes = [
  {
    said: /ENOSPC|EDQUOT|no space left/i,
    advice:
      'The disk is full: installing needs about 2 GB. Free some space, then run the same command again.',
  },
  {
    said: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    advice:
      'The npm registry cannot be reached: check the network and `npm config get registry`, then run the same command again.',
  },
  {
    said: /EACCES|EPERM|EROFS/,
    advice: 'The folder node_modules cannot be written: check its owner, then run the same command again.',
  },
  {
    said: /EINTEGRITY/,
    advice:
      'A package differs from the one in package-lock.json and was refused: run `npm cache clean --force`, then the same command again.',
  },
  {
    said: /can only install packages when your package.json and package-lock.json/i,
    advice: 'package.json and package-lock.json disagree: run `npm install`, then the same command again.',
  },
];

/**
 * Installs the packages of package-lock.json unless node_modules holds exactly these. What an interrupted install
 * left behind is replaced; an install that is still running is waited for.
 *
 * @param {string} root the folder of package.json
 * @param {string} what the packages, as the person at the terminal is told
 * @throws {Error} when that fails; the message is the sentence for the person at the terminal
 */
export async function ensureInstalled(
  root,
  what = 'the packages of package-lock.json (about 1.3 GB on disk; once)',
) {
  const lockFile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256')
    .update(`${process.platform} ${process.arch}\n${lockFile}`)
    .digest('hex');
  const stamp = join(root, 'node_modules/.diem-tua-installed');
  const isStamped = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isStamped()) return;
  await waitForOtherInstall(root);
  if (!isStamped() && !isInstalled(root, lockFile)) await install(root, lockFile, what);
  writeFileSync(`${stamp}.new`, wanted);
  renameSync(`${stamp}.new`, stamp);
}

/**
 * Whether npm has finished an install of this very lock file, as after `npm ci` by hand: npm writes its own copy
 * of the lock into node_modules at the end.
 *
 * @param {string} root
 * @param {string} lockFile
 */
function isInstalled(root, lockFile) {
  try {
    const wanted = JSON.parse(lockFile).packages;
    const present = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      if (path === '') return true;
      const found = present[path];
      if (found === undefined) return optional === true;
      return (
        found.version === version &&
        found.integrity === integrity &&
        existsSync(join(root, path, 'package.json'))
      );
    });
  } catch {
    return false;
  }
}

/** @param {string} root */
function noteFile(root) {
  return join(root, '.cache/installing.pid');
}

/**
 * An npm whose starter was killed runs on for a while; two at once would spoil each other's work.
 *
 * @param {string} root
 */
async function waitForOtherInstall(root) {
  for (let waited = 0; isRunning(root); waited += 1) {
    if (waited === 0) console.log('Another install is still running in this folder: waiting for it …');
    if (waited === 600) {
      throw new Error(
        `Another install seems stuck: delete ${noteFile(root)}, then run the same command again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** @param {string} root */
function isRunning(root) {
  if (!existsSync(noteFile(root))) return false;
  try {
    process.kill(Number(readFileSync(noteFile(root), 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} root
 * @param {string} lockFile
 * @param {string} what
 */
async function install(root, lockFile, what) {
  console.log(`Installing ${what}:`);
  const npm = process.env.npm_execpath;
  const flags = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=8000',
  ];
  // npm's own script where npm started us: Windows runs a .cmd file only through a shell.
  const byScript = npm !== undefined && basename(npm).startsWith('npm-cli');
  const child = byScript
    ? spawn(process.env.npm_node_execpath ?? process.execPath, [npm, ...flags], options(root, false))
    : spawn('npm', flags, options(root, process.platform === 'win32'));
  mkdirSync(join(root, '.cache'), { recursive: true });
  if (child.pid !== undefined) writeFileSync(noteFile(root), String(child.pid));

  const endChild = () => child.kill();
  process.on('exit', endChild);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);
  const showProgress = startProgress(root, Object.keys(JSON.parse(lockFile).packages));
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  /** @type {number | null | Error} */
  const end = await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  showProgress.stop();
  process.off('exit', endChild);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupt);
  rmSync(noteFile(root), { force: true });
  if (end instanceof Error) {
    throw new Error(
      'npm was not found: install Node 24 (npm comes with it) from https://nodejs.org, then run the same command again.',
    );
  }
  if (end !== 0) throw new Error(explainInstall(said));
}

function interrupt() {
  console.error('\nThe install was interrupted: run the same command again to finish it.');
  process.exit(130);
}

/**
 * @param {string} root
 * @param {boolean} shell
 * @returns {import('node:child_process').SpawnOptions}
 */
function options(root, shell) {
  return { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true };
}

/** @param {string} said what npm printed */
function explainInstall(said) {
  const cause = causes.find((one) => one.said.test(said));
  if (cause !== undefined) return cause.advice;
  return `The install failed. What npm said:\n${said.trim().split('\n').slice(-25).join('\n')}`;
}

/**
 * Prints how far the install is, since npm is silent outside a terminal.
 *
 * @param {string} root
 * @param {string[]} places where the lock file puts each package; those for other systems stay empty
 */
function startProgress(root, places) {
  const started = Date.now();
  const print = () => {
    const present = places.filter(
      (place) => place !== '' && existsSync(join(root, place, 'package.json')),
    ).length;
    const seconds = Math.round((Date.now() - started) / 1_000);
    console.log(`  ${seconds} s, ${present === 0 ? 'fetching' : `${present} packages in place`}`);
  };
  const timer = setInterval(print, 5_000);
  return {
    stop: () => {
      clearInterval(timer);
      print();
    },
  };
}
