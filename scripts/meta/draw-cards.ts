/** Draws the pictures of link previews, each once: what is drawn is kept by a hash of everything that it comes from. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CARD_SIZE } from '../../src/meta/preview.ts';
import {
  CARD_FONT_WEIGHTS,
  CARD_FONTS,
  CARD_IMAGES,
  type CardText,
  cardDesign,
  familyOf,
} from './card-design.ts';

/** A picture to be made. */
export interface Card extends CardText {
  /** Where it is to stand. */
  file: string;
}

/**
 * Makes the files of all cards, in folders that are made when they are missing.
 *
 * @param keep the folder in which pictures stay from build to build
 * @returns how many had to be drawn
 */
export async function drawCards(cards: readonly Card[], keep: string): Promise<number> {
  await mkdir(keep, { recursive: true });
  const versions = await packageVersions();
  let renderer: CardRenderer | null = null;
  let drawn = 0;
  for (const { file, ...text } of cards) {
    const design = JSON.stringify([versions, CARD_SIZE, CARD_IMAGES.map(String), cardDesign(text)]);
    const kept = join(keep, `${createHash('sha256').update(design).digest('hex')}.png`);
    await mkdir(dirname(file), { recursive: true });
    if (await copied(kept, file)) continue;
    renderer ??= await startRenderer();
    // Two builds may draw the same card at once.
    const fresh = `${kept}.${process.pid}`;
    await writeFile(fresh, await renderer(text));
    await rename(fresh, kept);
    await copyFile(kept, file);
    drawn += 1;
  }
  return drawn;
}

type CardRenderer = (text: CardText) => Promise<Uint8Array>;

/** Loads the engine and the font, half a second that a build with no new card saves. */
async function startRenderer(): Promise<CardRenderer> {
  const { Renderer } = await import('@takumi-rs/wasm/node');
  const renderer = new Renderer();
  for (const weight of CARD_FONT_WEIGHTS) {
    for (const subset of CARD_FONTS) {
      const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      const data = await readFile(fileURLToPath(import.meta.resolve(file)));
      await renderer.registerFont({ name: familyOf(subset), data, weight, style: 'normal' });
    }
  }
  return (text) => renderer.render(cardDesign(text), { ...CARD_SIZE, format: 'png', images: CARD_IMAGES });
}

/** The versions of what draws: another one may draw otherwise. */
async function packageVersions(): Promise<string[]> {
  return Promise.all(
    ['@takumi-rs/wasm', '@fontsource/be-vietnam-pro'].map(async (name) => {
      const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
      const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
      return `${name} ${version}`;
    }),
  );
}

async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch {
    return false;
  }
}
