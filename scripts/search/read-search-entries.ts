/** Reads everything in content/ and words/ that the search finds, but for places, which the directory itself finds. */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { foldedWords } from '../../domain/fold.ts';
import { campaignPath, figuresPath, guidePath, hotlinesPath } from '../../domain/paths.ts';
import type { SearchEntry } from '../../functions/search/search-entry.ts';
import { describeMetric, describeValue } from '../../src/components/figures/describe-indicator.ts';
import { HOTLINE_GROUPS, HotlineSchema } from '../../src/content-schemas/hotline.ts';
import { type Indicator, IndicatorSchema } from '../../src/content-schemas/indicator.ts';
import { clinicalPartOf } from '../../src/guides/ground.ts';
import { campaign, hotlines } from '../../words/vi.ts';
import { figures } from '../../words/vi-figures.ts';
import { type Law, readLaw } from '../law/read-law.ts';
import { lawEntries } from './law-entries.ts';
import {
  fieldOf,
  listField,
  readMarkdown,
  requiredField,
  type Section,
  sectionReader,
} from './markdown-sections.ts';
import { pageEntries } from './page-entries.ts';

/** Said on more pages than this, a paragraph tells no page from another. */
const MAX_REPEATS = 2;

/** The file of a Markdown text and what it is called in an address. */
interface Source {
  file: string;
  name: string;
  frontmatter: string;
  sections: Section[];
}

/**
 * The entries of the search.
 *
 * @param root the project's root
 * @param clinicalReader what CLINICAL_READER says: without it the parts that wait for a clinician are left out
 * @throws Error with the file when one cannot be read
 */
export async function readSearchEntries(root: string, clinicalReader?: string): Promise<SearchEntry[]> {
  const law = await readLaw(root);
  const entries = [
    ...(await guideEntries(root, law, clinicalReader)),
    ...lawEntries(law),
    ...(await figureEntries(root, law)),
    ...(await campaignEntries(root, law)),
    ...(await phoneEntries(root)),
    ...pageEntries(),
  ];
  const seen = new Set<string>();
  for (const { address } of entries) {
    if (seen.has(address)) throw new Error(`two entries of the search lead to ${address}`);
    seen.add(address);
  }
  return entries;
}

async function sourcesIn(root: string, folder: string, law: Law): Promise<Source[]> {
  const readSections = await sectionReader(law);
  const files = globSync(`content/${folder}/*.md`, { cwd: root }).sort();
  return Promise.all(
    files.map(async (file) => {
      const { frontmatter, body } = readMarkdown(file, await readFile(join(root, file), 'utf8'));
      return { file, name: basename(file, '.md'), frontmatter, sections: await readSections(body) };
    }),
  );
}

async function guideEntries(
  root: string,
  law: Law,
  clinicalReader: string | undefined,
): Promise<SearchEntry[]> {
  const guides = await sourcesIn(root, 'guides', law);
  const clinical = (await sourcesIn(root, 'clinical', law)).map((part) => ({
    ...part,
    data: { guide: requiredField(part.file, part.frontmatter, 'guide'), healthFacts: [] },
  }));
  const repeated = repeatedBlocks(guides);
  return guides.flatMap(({ file, name, frontmatter, sections }) => {
    const part = clinicalPartOf(clinical, name, clinicalReader);
    return sectionEntries({
      kind: 'guide',
      path: guidePath(name),
      page: requiredField(file, frontmatter, 'title'),
      description: requiredField(file, frontmatter, 'description'),
      onlyFor: listField(frontmatter, 'onlyFor'),
      sections: [...sections, ...(part?.sections ?? [])].map((section) => ({
        ...section,
        blocks: section.blocks.filter((block) => !repeated.has(block)),
      })),
    });
  });
}

/** Paragraphs that many guides share, such as the 24 hours above each of them. */
function repeatedBlocks(sources: readonly Source[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { sections } of sources) {
    for (const block of new Set(sections.flatMap(({ blocks }) => blocks)))
      counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([block, count]) => (count > MAX_REPEATS ? [block] : [])));
}

interface Written {
  kind: SearchEntry['kind'];
  path: string;
  page: string;
  description: string;
  onlyFor?: readonly string[];
  sections: readonly Section[];
}

/** The page with what stands above its first heading, then each of its headings. */
function sectionEntries({ kind, path, page, description, onlyFor = [], sections }: Written): SearchEntry[] {
  const lead = sections.find(({ anchor }) => anchor === null)?.blocks ?? [];
  const named = onlyFor.map((name) => foldedWords(name).join(' ')).join('\n');
  const shared = { kind, page, also: '', onlyFor: named, phases: null };
  return [
    { ...shared, address: path, heading: null, text: [description, ...lead].join('\n') },
    ...sections.flatMap(({ anchor, heading, blocks }) =>
      anchor === null || blocks.length === 0
        ? []
        : [{ ...shared, address: `${path}#${anchor}`, heading, text: blocks.join('\n') }],
    ),
  ];
}

async function figureEntries(root: string, law: Law): Promise<SearchEntry[]> {
  const rows: unknown[] = parse(await readFile(join(root, 'content/indicators.csv'), 'utf8'), {
    columns: true,
  });
  const indicators = new Map(rows.map((row) => IndicatorSchema.parse(row)).map((row) => [row.id, row]));
  return (await sourcesIn(root, 'figures', law)).map(({ file, name, frontmatter, sections }) => {
    const shown = [...frontmatter.matchAll(/^indicators: \[([^\]]*)\]/gm)].flatMap(([, ids = '']) =>
      ids.split(', ').flatMap((id) => indicators.get(id) ?? []),
    );
    return {
      address: figuresPath(requiredField(file, frontmatter, 'page'), name),
      kind: 'figure',
      page: figures.title,
      heading: requiredField(file, frontmatter, 'title'),
      text: [...sections.flatMap(({ blocks }) => blocks), ...shown.map(figureLine)].join('\n'),
      also: '',
      onlyFor: '',
      phases: null,
    };
  });
}

function figureLine(row: Indicator): string {
  return `${row.place}, ${figures.metricAt(describeMetric(row), row.period_or_date)}: ${describeValue(row)}.`;
}

async function campaignEntries(root: string, law: Law): Promise<SearchEntry[]> {
  return (await sourcesIn(root, 'campaigns', law)).flatMap(({ file, frontmatter, sections }) => {
    const year = requiredField(file, frontmatter, 'year');
    const theme = fieldOf(frontmatter, 'theme');
    return sectionEntries({
      kind: 'campaign',
      path: campaignPath(year),
      page: campaign.title(Number(year)),
      description: [
        ...(theme === null ? [] : [`${campaign.theme}: “${theme}”.`]),
        requiredField(file, frontmatter, 'description'),
      ].join(' '),
      sections,
    });
  });
}

/** The page of numbers. Lines for crime reports are no place to ask for help, so no search leads to them. */
async function phoneEntries(root: string): Promise<SearchEntry[]> {
  const cells: Record<string, string>[] = parse(await readFile(join(root, 'content/hotlines.csv'), 'utf8'), {
    columns: true,
  });
  const rows = cells.map((row, order) => HotlineSchema.parse({ ...row, order }));
  const shared = { kind: 'phones' as const, page: hotlines.title, also: '', onlyFor: '', phases: null };
  return [
    {
      ...shared,
      address: hotlinesPath(),
      heading: null,
      text: [hotlines.description, hotlines.none, hotlines.lead].join('\n'),
    },
    ...HOTLINE_GROUPS.filter((group) => group !== 'crime-report').map((group) => ({
      ...shared,
      address: `${hotlinesPath()}#${group}`,
      heading: hotlines.groups[group],
      text: rows
        .filter((row) => row.group === group)
        .map(
          ({ display, name, purpose }) =>
            `${display.map((phone) => phone.display).join('; ')}: ${name}. ${purpose}.`,
        )
        .join('\n'),
    })),
  ];
}
