import type { Tool } from './child-process.ts';

/** A check that one tool makes of the whole project. */
export interface StaticCheck {
  name: string;
  tool: Tool;
  args: readonly string[];
}

/** Format, lint and types, in the order in which a person wants to hear of them. */
export const staticChecks: readonly StaticCheck[] = [
  { name: 'Format (Prettier)', tool: 'prettier', args: ['--check', '.'] },
  { name: 'Lint (Biome)', tool: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'Types (astro check)', tool: 'astro', args: ['check', '--minimumFailingSeverity', 'hint'] },
];
