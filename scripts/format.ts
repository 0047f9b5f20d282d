/** `npm run format`: formats every file and sorts the imports. */
import { runTool } from './child-process.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  await runTool('biome', ['check', '--write', '.'], { output: 'inherit' });
  await runTool('prettier', ['--write', '--log-level=warn', '.'], { output: 'inherit' });
});
