/** `npm run dev`: the site with reload, on the same state as `npm start`. */
import { runTool } from './child-process.ts';
import { stateDirFromEnvironment, stateSteps } from './local-state.ts';
import { showStep } from './progress.ts';
import { runCommand } from './run-command.ts';
import { markServing } from './serving-mark.ts';

await runCommand(async () => {
  const stateDir = stateDirFromEnvironment();
  for (const step of stateSteps(stateDir)) await showStep(step.name, step.run);
  await markServing(stateDir);
  await runTool('astro', ['dev', '--port', process.env.PORT ?? '8787'], {
    output: 'inherit',
    env: { STATE_DIR: stateDir },
  });
});
