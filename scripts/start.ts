/** `npm start`: builds what changed, prepares the local state and serves the site until it is stopped. */
import { mkdir } from 'node:fs/promises';
import { copyHeads } from '../functions/audit/copy-heads.ts';
import { buildSiteIfChanged } from './built-site.ts';
import { CommandError } from './command-error.ts';
import { isPortFree, type LocalServer, serve } from './local-server.ts';
import { stateDirFromEnvironment, stateSteps, withBindings } from './local-state.ts';
import { makeDemoDesk, standIn } from './make-demo-desk.ts';
import { showStep } from './progress.ts';
import { runCommand } from './run-command.ts';
import { markServing } from './serving-mark.ts';

await runCommand(async () => {
  const port = portFromEnvironment();
  const stateDir = stateDirFromEnvironment();
  const origin = `http://localhost:${port}`;
  if (!(await isPortFree(port))) {
    const other = port === 8787 ? 8788 : 8787;
    throw new CommandError(
      `Port ${port} is in use: stop the program that uses it, or choose another port with \`PORT=${other} npm start\`.`,
    );
  }
  // Before the building: a state that must not be served is said so at once.
  const steps = stateSteps(stateDir);
  await mkdir(stateDir, { recursive: true });

  console.log('Điểm Tựa');
  await showStep('Building the site', () => buildSiteIfChanged('capture'));
  for (const step of steps) await showStep(step.name, step.run);
  let link: string | null = null;
  await showStep('Setting up the demo desk', async () => {
    await withBindings(stateDir, async (env) => {
      ({ link } = await makeDemoDesk(env, stateDir, origin));
      await standIn(env, stateDir);
      // Nothing runs the cron here.
      await copyHeads(env, new Date());
    });
    return undefined;
  });
  await markServing(stateDir);
  let server: LocalServer | undefined;
  await showStep('Starting the server', async () => {
    server = await serve({ port, stateDir });
    return undefined;
  });

  console.log(`\n  The site:  ${origin}/`);
  if (link !== null) {
    console.log(
      `\n  The demo desk takes requests, and nobody reads them yet. This link makes its first officer, once, in a browser\n  that knows passkeys:\n\n  ${String(link)}\n`,
    );
  } else {
    console.log(`  The desk:  ${origin}/can-bo/\n`);
  }
  console.log('  Stop with Ctrl-C. What is sent and answered stays in the state folder.');
  const code = await server?.ended;
  throw new CommandError(`The server ended by itself (code ${code}): run \`npm start\` again.`);
});

/** PORT, or 8787. */
function portFromEnvironment(): number {
  const text = process.env.PORT ?? '8787';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new CommandError('PORT must be a whole number from 1 to 65535, for example `PORT=8788 npm start`.');
}
