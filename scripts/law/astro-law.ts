/** Joins content/legal/ to Astro: the module for pages, the plugins for Markdown, and the check before a build. */
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { localDay } from '../../domain/local-day.ts';
import { linkCitations } from '../../src/markdown/link-citations.ts';
import { linkTerms } from '../../src/markdown/link-terms.ts';
import { lawCheck } from '../../words/vi-law.ts';
import { hashOfSources } from '../source-hash.ts';
import { checkContent } from './check-content.ts';
import { lawModule } from './law-module.ts';
import { LAW_FILES, problemLines, readLaw } from './read-law.ts';

/** What the HTML of a Markdown text depends on besides the text itself. */
const MARKDOWN_SOURCES = [
  'content/legal',
  'domain',
  'src/content-schemas',
  'src/markdown',
  'words/vi-law.ts',
];

/** The integration. */
export function law(): AstroIntegration {
  return {
    name: 'law',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, addWatchFile, logger }) => {
        const root = fileURLToPath(config.root);
        const content = await readLaw(root);
        for (const file of Object.values(LAW_FILES)) addWatchFile(new URL(file, config.root));

        // Here and not in the plugin: Astro only logs what a plugin throws, and does not even run it for a text
        // that has not changed since the last build.
        const errors = checkContent(root, content, localDay(new Date()));
        if (errors.length > 0) {
          const message = `${lawCheck.failed(errors.length)}\n${problemLines(errors)}`;
          if (command === 'build') throw new Error(message);
          logger.warn(message);
        }

        const { processor } = config.markdown;
        if (!isSatteriProcessor(processor))
          throw new Error('the citations need the Sätteri Markdown processor');
        processor.options.mdastPlugins.push(
          // Astro keeps rendered texts until its configuration changes, of which it compares plain values only.
          { name: `law-${await hashOfSources(MARKDOWN_SOURCES)}` },
          linkCitations(content),
          linkTerms(
            content.terms
              .filter(({ isLinked }) => isLinked)
              .map(({ anchor, term, alsoCalled }) => ({ anchor, forms: [term, ...alsoCalled] })),
          ),
        );
        updateConfig({ vite: { plugins: [lawModule(content)] } });
      },
    },
  };
}
