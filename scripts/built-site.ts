import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './child-process.ts';
import { siteOriginFrom } from './meta/site-origin.ts';
import { projectRoot } from './project-root.ts';
import { checkGuideAges } from './review-age.ts';
import { hashOfSources } from './source-hash.ts';

const stamp = join(projectRoot, 'dist/source.stamp');

/** Everything that the built files come from. */
const sources = [
  'astro.config.mjs',
  'content',
  'domain',
  'functions',
  'package-lock.json',
  'public',
  'scripts/law',
  'scripts/meta',
  'src',
  'tsconfig.json',
  'words',
  'wrangler.toml',
];

/** The variables that the built pages depend on. */
function environment(): (string | undefined)[] {
  const { SITE_ORIGIN, CLINICAL_READER, OPERATOR, OPERATOR_CONTACT } = process.env;
  return [SITE_ORIGIN, CLINICAL_READER, OPERATOR, OPERATOR_CONTACT];
}

/** Builds the site into dist/, whatever stands there. Guides that are due for review are named, or stop it. */
export async function buildSite(output: 'inherit' | 'capture'): Promise<void> {
  siteOriginFrom(process.env.SITE_ORIGIN);
  await checkGuideAges(new Date(), process.env.REVIEW_AGE);
  const hash = await hashOfSources(sources, environment());
  await rm(stamp, { force: true });
  await runTool('astro', ['build'], { output });
  await writeFile(`${stamp}.new`, hash);
  await rename(`${stamp}.new`, stamp);
}

/** Builds the site unless dist/ holds a build of exactly these sources; false when it did. */
export async function buildSiteIfChanged(output: 'inherit' | 'capture'): Promise<boolean> {
  const hash = await hashOfSources(sources, environment());
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) {
    await checkGuideAges(new Date(), process.env.REVIEW_AGE);
    return false;
  }
  await buildSite(output);
  return true;
}
