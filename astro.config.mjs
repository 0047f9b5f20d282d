import cloudflare from '@astrojs/cloudflare';
import { defineConfig, envField } from 'astro/config';
import { law } from './scripts/law/astro-law.ts';
import { meta } from './scripts/meta/astro-meta.ts';
import { siteOriginFrom } from './scripts/meta/site-origin.ts';

export default defineConfig({
  // Canonical links, sitemaps and previews need an address; the operator sets SITE_ORIGIN when building for a domain.
  site: siteOriginFrom(process.env.SITE_ORIGIN),
  // Cookies would be the only use of sessions on public pages, and the portal sets none there.
  session: false,
  // Pages end with a slash, APIs do not. The development server would refuse the latter before the Worker sees
  // them, so there, and only there, both spellings pass.
  trailingSlash: process.argv.includes('dev') ? 'ignore' : 'always',
  // 'passthrough': the site ships no raster image, so neither sharp nor an Images binding is wanted.
  adapter: cloudflare({
    imageService: 'passthrough',
    // `npm run dev` shares the state of `npm start`; `v3` is added to the path, as `wrangler --persist-to` does.
    ...(process.env.STATE_DIR === undefined ? {} : { persistState: { path: process.env.STATE_DIR } }),
  }),
  // The register of legal documents: the module for its pages, citations in Markdown, their check before a build.
  // Then what is made of the built pages: their sitemap and the cards of their previews.
  integrations: [law(), meta()],
  // The default ('jsx') removes spaces between words and inline elements across line breaks.
  compressHTML: true,
  // CLINICAL_READER switches on the parts of guides that only a clinician's reading lets out (content/clinical). Its
  // value is shown beside them: who has read them, and when. Empty or missing, as by default: they are left out.
  // OPERATOR and OPERATOR_CONTACT: who runs the portal and how to reach them, printed in the privacy notice. Missing: the
  // notice says that nobody does yet.
  env: {
    schema: {
      OPERATOR: envField.string({ context: 'server', access: 'public', optional: true }),
      OPERATOR_CONTACT: envField.string({ context: 'server', access: 'public', optional: true }),
      CLINICAL_READER: envField.string({ context: 'server', access: 'public', optional: true }),
    },
  },
  // Shiki writes style attributes, which the Content-Security-Policy blocks.
  markdown: { syntaxHighlight: false },
  // One policy for static files and the Worker alike stands in functions/http/security-headers.ts and
  // public/_headers, so Astro's per-page <meta> policy stays off; the origin guard stands in src/worker.ts
  // once for Hono and Astro.
  security: { checkOrigin: false },
  build: {
    // style-src is 'self' without hashes, so no stylesheet may be inlined.
    inlineStylesheets: 'never',
  },
  vite: {
    server: {
      // The database changes with every request; no page is made from it at build time.
      watch: { ignored: ['**/.data/**', '**/.cache/**', '**/.wrangler/**'] },
    },
    // The adapter's banner gives Workers a `process`, and browsers with them: bytes for nothing.
    environments: { client: { build: { rolldownOptions: { output: { banner: '' } } } } },
    build: {
      // script-src is 'self' without hashes, so no script may be inlined.
      assetsInlineLimit: 0,
    },
  },
});
