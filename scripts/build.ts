/** `npm run build`: builds the site into dist/, even when nothing changed. */
import { buildSite } from './built-site.ts';
import { runCommand } from './run-command.ts';

await runCommand(() => buildSite('inherit'));
