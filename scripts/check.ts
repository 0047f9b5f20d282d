/** `npm run check`: everything about the text of the program that needs no run of it. */

import { runTool } from './child-process.ts';
import { runCommand } from './run-command.ts';
import { staticChecks } from './static-checks.ts';

await runCommand(async () => {
  for (const { name, tool, args } of staticChecks) {
    console.log(`\n${name}`);
    await runTool(tool, args, { output: 'inherit' });
  }
});
