import { describe, expect, it } from 'vitest';
import { brokenArrows } from './arrows.ts';
import { projectFiles, readProjectFile } from './project-files.ts';

describe('the arrows between the folders', () => {
  it('are kept by every file', () => {
    const code = projectFiles().filter((path) => /\.(ts|mjs|astro)$/.test(path));

    expect(code.flatMap((path) => brokenArrows(path, readProjectFile(path)))).toEqual([]);
  });

  it.each([
    ['domain/code.ts', `import { site } from '../words/vi.ts';`],
    ['domain/code.ts', `import { readFile } from 'node:fs';`],
    ['words/vi.ts', `export { code } from '../domain/code.ts';`],
    ['functions/staff/sign-in.ts', `import type { Props } from '../../src/pages/index.astro';`],
    ['functions/search/find.ts', `const { getCollection } = await import('astro:content');`],
    ['functions/staff/store.ts', `import { Hono } from 'hono';`],
    ['functions/staff/sign-in.ts', `import { app } from '../app.ts';`],
    ['functions/app.ts', `import { handle } from '@astrojs/cloudflare/handler';`],
    ['functions/staff/routes.ts', `db.prepare(\`SELECT id FROM officer WHERE name = ?\`);`],
    ['functions/staff/routes.ts', `db.prepare('INSERT OR IGNORE INTO officer VALUES (1)');`],
    ['src/client/seal.ts', `import type { Env } from '../../functions/env.ts';`],
    ['src/client/seal.ts', `import Page from '../layouts/Page.astro';`],
    [
      'src/pages/index.astro',
      `---\nimport { staffRoutes } from '../../functions/staff/routes.ts';\n---\n<p></p>`,
    ],
    ['src/pages/index.astro', `---\nimport { app } from '../../functions/app.ts';\n---\n<p></p>`],
    [
      'src/pages/index.astro',
      `---\n---\n<script>import { submit } from '../../functions/submit.ts';</script>`,
    ],
    ['src/components/A.astro', `---\nimport { createApp } from 'astro/app/entrypoint';\n---\n`],
    ['src/components/A.astro', `---\nimport { drawPage } from '../draw-page.ts';\n---\n`],
  ])('are broken in %s by: %s', (path, text) => {
    expect(brokenArrows(path, text)).toHaveLength(1);
  });

  it.each([
    ['domain/seal.ts', `import { Encrypter } from 'age-encryption';\nimport { readCode } from './code.ts';`],
    ['functions/staff/routes.ts', `import { Hono } from 'hono';\nimport { findOfficer } from './store.ts';`],
    [
      'src/pages/index.astro',
      `---\nimport { env } from 'cloudflare:workers';\n---\n<script>import '../client/exit.ts';</script>`,
    ],
    ['src/draw-page.ts', `import { createApp } from 'astro/app/entrypoint';`],
    [
      'src/worker.ts',
      `import { drawPage } from './draw-page.ts';\nimport { app } from '../functions/app.ts';`,
    ],
  ])('are kept in %s by: %s', (path, text) => {
    expect(brokenArrows(path, text)).toEqual([]);
  });
});
