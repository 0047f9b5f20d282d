/** docs/figures.md: what the bench measured, when, on what, and how to repeat it. */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../scripts/project-root.ts';
import type { Section } from './measurement.ts';
import { markdownSection } from './table.ts';

/** What no machine but Cloudflare's can tell. */
const ELSEWHERE = "CPU time on Cloudflare's own machines: its dashboard tells, once the portal is deployed.";

/** What is not measured, each with the reason. */
export function notMeasured(sections: readonly Section[]): string[] {
  return [...sections.flatMap((section) => section.notMeasured ?? []), ELSEWHERE];
}

/** The packages whose versions matter to the figures. */
const PACKAGES = ['workerd', 'miniflare', 'wrangler', 'astro', 'hono', 'govuk-frontend'] as const;

/**
 * Writes docs/figures.md.
 *
 * @param load the system's load average of the last minute before the bench began
 */
export async function writeFigures(sections: readonly Section[], now: Date, load: number): Promise<void> {
  const path = join(projectRoot, 'docs/figures.md');
  const versions = await Promise.all(PACKAGES.map(async (name) => `${name} ${await versionOf(name)}`));
  const [cpu] = cpus();
  const text = [
    '# Figures',
    '',
    `Written by \`npm run bench -- --json FILE\`, which repeats them (the file gets the same figures as JSON). Measured on ${now.toISOString().slice(0, 10)} on a machine with ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${process.platform} ${process.arch}, Node ${process.versions.node}, ${versions.join(', ')}. Other work on the machine before it began: a load average of ${load.toFixed(1)}; above ${cpus().length} it was busy, and everything that depends on time is to be repeated on a quiet one.`,
    '',
    ...sections.flatMap((section) => [markdownSection(section), '']),
    '## Not measured',
    '',
    ...notMeasured(sections).map((line) => `- ${line}`),
  ].join('\n');
  const options = await resolveConfig(path);
  await writeFile(path, await format(text, { ...options, parser: 'markdown' }));
}

async function versionOf(name: string): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8'),
  );
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : null;
  return String(version);
}
