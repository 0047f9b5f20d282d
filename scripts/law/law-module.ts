import type { Law } from './read-law.ts';

/** What pages import; src/law-module.d.ts declares it. */
const ID = 'virtual:law';

/** The hooks of a Vite plugin that are used here. */
export interface LawModule {
  name: string;
  resolveId: (id: string) => string | null;
  load: (id: string) => string | null;
}

/**
 * The Vite plugin that gives content/legal/ to pages as constants. A content collection would do so too, but a page that
 * the Worker draws would take every guide's text along with it.
 */
export function lawModule(law: Law): LawModule {
  return {
    name: 'law-module',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) =>
      id === `\0${ID}`
        ? Object.entries(law)
            .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
            .join('\n')
        : null,
  };
}
