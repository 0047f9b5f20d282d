/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

// `configFile: false`: with the Cloudflare adapter of astro.config.mjs, Vitest 5 stops with "There is already a
// server associated with the config".
export default getViteConfig(
  { test: { name: 'container', include: ['tests/container/**/*.test.ts'] } },
  { configFile: false, compressHTML: true, trailingSlash: 'always' },
);
