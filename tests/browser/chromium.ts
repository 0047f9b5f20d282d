import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core';
import { projectRoot } from '../../scripts/project-root.ts';

const packageDir = join(projectRoot, 'node_modules/@sparticuz/chromium');

/** The package unpacks a browser for Linux on x64 only; elsewhere the tests use an installed Chrome. */
const isPackaged = process.platform === 'linux' && process.arch === 'x64';

/**
 * Launches the browser of the tests: Chromium from the npm package, unpacked once into .cache/, or the Chrome
 * that is installed on this machine. No host but localhost can be resolved in it.
 *
 * @throws when no browser can be started, saying what to install.
 */
export async function launchBrowser(): Promise<Browser> {
  const options = await launchOptions();
  // The packaged browser dies at the start about once in sixty launches; a test itself is never repeated.
  return chromium.launch(options).catch(() =>
    chromium.launch(options).catch((cause: unknown) => {
      throw new Error(
        isPackaged
          ? 'the packaged Chromium does not start: delete .cache/chromium-* and run the tests again'
          : 'no Chrome found: install Google Chrome, then run the tests again',
        { cause },
      );
    }),
  );
}

/**
 * Launches the browser of the tests as a person's own: with a folder in which it keeps what browsers keep.
 *
 * @param options of the one context that such a browser has
 */
export async function launchProfile(
  folder: string,
  options: { baseURL: string; javaScriptEnabled: boolean },
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...(await launchOptions()), ...options });
}

async function launchOptions(): Promise<LaunchOptions> {
  return {
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
    ...(isPackaged ? await packagedChromium() : { channel: 'chrome' }),
  };
}

/** Unpacks the packaged browser unless that was done, and returns how to launch it. */
export async function packagedChromium(): Promise<LaunchOptions> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(projectRoot, '.cache', `chromium-${version}`);
  if (!existsSync(home)) await unpack(home);
  const executablePath = join(home, 'chromium');
  return {
    executablePath,
    env: {
      ...process.env,
      // The package's own font alone, so that widths and heights are the same on every machine.
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      ...(needsLibraries(executablePath) ? { LD_LIBRARY_PATH: join(home, 'al2023/lib') } : {}),
    },
  };
}

/** A folder is complete or absent: an interrupted unpacking leaves only a folder that nobody reads. */
async function unpack(home: string): Promise<void> {
  await mkdir(join(projectRoot, '.cache'), { recursive: true });
  const partial = await mkdtemp(`${home}-unpacking-`);
  const formerTmpdir = process.env.TMPDIR;
  // The package unpacks to os.tmpdir(), shared by everyone, and trusts whatever file it finds there.
  process.env.TMPDIR = partial;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    await inflate(join(packageDir, 'bin/al2023.tar.br'));
  } finally {
    if (formerTmpdir === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = formerTmpdir;
  }
  await writeFile(
    join(partial, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  await rename(partial, home).catch(async (error: unknown) => {
    // Another test run was faster.
    if (!existsSync(home)) throw error;
    await rm(partial, { recursive: true });
  });
}

/** Whether the system lacks a library (NSS, mostly) that the package brings along. */
function needsLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}
