import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';
import { quietEnvironment } from './quiet-environment.mjs';

const preload = pathToFileURL(join(projectRoot, 'scripts/end-with-parent.mjs')).href;
const ownGroup = process.platform !== 'win32';

/** The command line entries that the scripts start, below node_modules. */
const tools = {
  astro: 'astro/bin/astro.mjs',
  biome: '@biomejs/biome/bin/biome',
  prettier: 'prettier/bin/prettier.cjs',
  vitest: 'vitest/vitest.mjs',
  wrangler: 'wrangler/wrangler-dist/cli.js',
} as const;

/** The name of a tool that startTool and runTool know. */
export type Tool = keyof typeof tools;

/** How a tool is run; the environment is added to that of this process. */
export interface ToolOptions {
  /** The folder of package.json that it works on and comes from; the project's own when left out. */
  root?: string;
  env?: Record<string, string>;
  /** `inherit` shows the output as it comes; `capture` keeps it for the caller. */
  output: 'inherit' | 'capture';
}

/** A tool that is running, with what it has printed so far (empty when its output is inherited). */
export interface RunningTool {
  child: ChildProcess;
  printed: () => string;
  /** Resolves with the exit code once the tool and its output have ended; 1 when a signal ended it. */
  ended: Promise<number>;
  /** Ends the tool and everything it started. */
  stop: () => Promise<void>;
}

/**
 * Starts a tool from node_modules with this process's own Node. It runs in a process group of its own and ends
 * with this process, so nothing is left behind.
 */
export function startTool(tool: Tool, args: readonly string[], options: ToolOptions): RunningTool {
  const captured = options.output === 'capture';
  const root = options.root ?? projectRoot;
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', preload, join(root, 'node_modules', tools[tool]), ...args],
    {
      cwd: root,
      env: { ...process.env, ...quietEnvironment, ...options.env },
      stdio: ['ignore', captured ? 'pipe' : 'inherit', captured ? 'pipe' : 'inherit', 'ipc'],
      detached: ownGroup,
      windowsHide: true,
    },
  );
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      // workerd outlives a wrangler that was killed; its group does not.
      signalGroup(child, 'SIGKILL');
      resolve(code ?? 1);
    });
  });
  running.add(child);
  void ended.catch(() => 1).then(() => running.delete(child));
  return {
    child,
    printed: () => output,
    ended,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) signalGroup(child, 'SIGTERM');
      const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
      await ended.catch(() => 1);
      clearTimeout(patience);
    },
  };
}

/**
 * Runs a tool to its end and returns what it printed.
 *
 * @throws CommandError when it ends with another code than 0; the message carries the end of its output.
 */
export async function runTool(tool: Tool, args: readonly string[], options: ToolOptions): Promise<string> {
  const started = startTool(tool, args, options);
  const code = await started.ended;
  if (code !== 0) {
    const said = started.printed().trim().split('\n').slice(-40).join('\n');
    throw new CommandError(`${tool} ${args[0] ?? ''} failed with code ${code}.${said ? `\n${said}` : ''}`);
  }
  return started.printed();
}

/** Ends every tool that is still running, at once: for the moment when this process itself must end. */
export function stopAllTools(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

const running = new Set<ChildProcess>();

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // The group is gone already.
  }
}
