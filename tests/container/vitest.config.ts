/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { lawModule } from '../../scripts/law/law-module.ts';
import { readLaw } from '../../scripts/law/read-law.ts';
import { projectRoot } from '../../scripts/project-root.ts';

// `configFile: false`: with the Cloudflare adapter of astro.config.mjs, Vitest 5 stops with "There is already a
// server associated with the config".
export default getViteConfig(
  {
    // What the integration of astro.config.mjs would add.
    plugins: [lawModule(await readLaw(projectRoot))],
    test: { name: 'container', include: ['tests/container/**/*.test.ts'] },
  },
  { configFile: false, compressHTML: true, trailingSlash: 'always' },
);
