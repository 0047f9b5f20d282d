import { buildSiteIfChanged } from '../../scripts/built-site.ts';

/** Builds the site before the first test file if its sources changed. */
export async function setup(): Promise<void> {
  await buildSiteIfChanged('capture');
}
