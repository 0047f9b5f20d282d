/** `npm run build`: builds the site into dist/, even when nothing changed, and prints what its pages weigh. */
import { buildSite } from './built-site.ts';
import { CommandError } from './command-error.ts';
import { budgetLines, overBudget } from './page-budget.ts';
import { runCommand } from './run-command.ts';
import { weighBuiltPages } from './weigh-pages.ts';

await runCommand(async () => {
  await buildSite('inherit');
  const pages = await weighBuiltPages();
  console.log('\nFirst visit, HTML + CSS + JavaScript, bytes in gzip:');
  for (const line of budgetLines(pages)) console.log(`  ${line}`);
  const heavy = overBudget(pages);
  if (heavy.length > 0) throw new CommandError(`The page budget is exceeded.\n${heavy.join('\n')}`);
});
