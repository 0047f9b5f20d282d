/** `npm run bench -- --json FILE`: measures the built Worker, prints a table, writes FILE and docs/figures.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBareWorker, startSelectWorker, startStoreWorker } from '../tests/bench/bare-workers.ts';
import { cpuSection } from '../tests/bench/cpu-time.ts';
import { notMeasured, writeFigures } from '../tests/bench/figures.ts';
import { firstVisitSection } from '../tests/bench/first-visit.ts';
import { weighGovukPage } from '../tests/bench/govuk-page.ts';
import { layersSection } from '../tests/bench/layers.ts';
import type { Section } from '../tests/bench/measurement.ts';
import { countRequestRows, requestRowsSection } from '../tests/bench/request-rows.ts';
import { searchSection } from '../tests/bench/search-rows.ts';
import { installStarlight, weighStarlightPage } from '../tests/bench/starlight-page.ts';
import { terminalTable } from '../tests/bench/table.ts';
import { throughputSection } from '../tests/bench/throughput.ts';
import { workerSizeSection } from '../tests/bench/worker-size.ts';
import { buildSiteIfChanged } from './built-site.ts';
import { compatibilityDate, furnish, type RunningWorker, startBuiltWorker } from './built-worker.ts';
import { CommandError } from './command-error.ts';
import { showStep } from './progress.ts';
import { projectRoot } from './project-root.ts';
import { readDirectory } from './read-directory.ts';
import { runCommand } from './run-command.ts';
import { weighPages } from './weigh-pages.ts';

await runCommand(async () => {
  const file = jsonFile();
  const [load = 0] = loadavg();
  const sections: Section[] = [];
  await showStep('Building the site', () => buildSiteIfChanged('capture'));
  const withoutStarlight = await installStarlight();
  const directory = await readDirectory(join(projectRoot, 'content'));
  const running: RunningWorker[] = [];
  const start = async (starting: Promise<RunningWorker>): Promise<RunningWorker> => {
    const worker = await starting;
    running.push(worker);
    return worker;
  };
  try {
    const portal = await start(startBuiltWorker());
    await furnish(portal.env, directory);
    await step('Weighing a first visit', sections, async () => {
      const pages = await weighPages(portal, directory);
      const path = pages.find(({ name }) => name === 'guide')?.path ?? '';
      const guide = await readFile(join(projectRoot, 'dist/client', path, 'index.html'), 'utf8');
      const peers = [await weighGovukPage(guide)];
      if (withoutStarlight === null) peers.push(await weighStarlightPage(guide));
      return [
        firstVisitSection(pages, peers, withoutStarlight === null ? [] : [withoutStarlight]),
        await workerSizeSection(),
      ];
    });
    const rows = await countRequestRows(portal.env);
    await step('Loading it, with four bare Workers in turn', sections, async () => {
      const date = compatibilityDate();
      const bare = await start(startBareWorker(date));
      const select = await start(startSelectWorker(date));
      const files = join(projectRoot, 'dist/client');
      const selectBehindFiles = await start(startSelectWorker(date, { files }));
      const store = await start(startStoreWorker(date, { files }));
      return [await throughputSection({ portal, bare, select, selectBehindFiles, store })];
    });
    rows.push(...(await countRequestRows(portal.env)));
    await step('Taking the CPU time of one request', sections, async () => [await cpuSection(directory)]);
    await step('Seeing where it goes', sections, async () => [await layersSection(directory)]);
    sections.push(requestRowsSection(rows));
    await step('Searching 1,000 and 10,000 places', sections, async () => [
      await searchSection(portal, directory),
    ]);
  } finally {
    for (const worker of running) await worker.stop();
  }

  for (const { title, how, measurements } of sections) {
    console.log(`\n${title}\n${how}\n\n${terminalTable(measurements)}`);
  }
  console.log(
    `\nNot measured\n${notMeasured(sections)
      .map((line) => `- ${line}`)
      .join('\n')}`,
  );
  const measurements = sections.flatMap((section) =>
    section.measurements.map((figure) => ({ ...figure, name: `${section.title}: ${figure.name}` })),
  );
  await writeFigures(sections, new Date(), load);
  if (file !== null) await writeFile(file, `${JSON.stringify(measurements, null, 2)}\n`);
  console.log(`\nWritten: docs/figures.md${file === null ? '' : ' and the JSON file'}.`);
});

async function step(name: string, sections: Section[], work: () => Promise<Section[]>): Promise<void> {
  await showStep(name, async () => {
    sections.push(...(await work()));
    return undefined;
  });
}

/** The file after `--json`, from the folder in which npm was called; null without it. */
function jsonFile(): string | null {
  try {
    const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
    return json === undefined ? null : resolve(process.env.INIT_CWD ?? '.', json);
  } catch {
    throw new CommandError('The bench takes one option: `npm run bench -- --json FILE`.');
  }
}
