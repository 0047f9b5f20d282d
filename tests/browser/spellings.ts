/** Looks for secrets in bytes, however they were written down. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { base64, base64urlnopad, hex } from '@scure/base';

/** Secrets under the names that a failure shows. */
export type Secrets = ReadonlyMap<string, string | Uint8Array>;

/** The ways in which a secret could have been written down. */
function spellings(secret: string | Uint8Array): Buffer[] {
  if (typeof secret === 'string') {
    const form = new URLSearchParams({ x: secret }).toString().slice(2);
    const json = JSON.stringify(secret).slice(1, -1);
    const ascii = json.replace(
      /[^\x20-\x7e]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return [
      ...[secret, encodeURIComponent(secret), form, json, ascii, base64.encode(Buffer.from(secret))],
      ...(/^[0-9A-Z]{25}$/.test(secret)
        ? [(secret.match(/.{5}/g) ?? []).join('-'), secret.toLowerCase()]
        : []),
    ].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  }
  const texts = [
    base64.encode(secret).replace(/=+$/, ''),
    base64urlnopad.encode(secret),
    hex.encode(secret),
    [...secret].join(','),
  ];
  return [Buffer.from(secret), ...texts.map((text) => Buffer.from(text))];
}

/** The names of the secrets that stand in any of these bytes, with where. */
export function findSecrets(secrets: Secrets, places: readonly { path: string; bytes: Buffer }[]): string[] {
  const found = [...secrets].flatMap(([name, secret]) =>
    spellings(secret).flatMap((spelling) =>
      places.filter(({ bytes }) => bytes.includes(spelling)).map(({ path }) => `${name} in ${path}`),
    ),
  );
  return [...new Set(found)];
}

/** The names of the secrets that stand in any of these texts. */
export function findInTexts(secrets: Secrets, texts: readonly string[]): string[] {
  return findSecrets(
    secrets,
    texts.map((text) => ({ path: text.slice(0, 80), bytes: Buffer.from(text) })),
  );
}

/** Every file of a folder, but those of this name. */
export async function readFolder(
  folder: string,
  except: string | null = null,
): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== except);
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, bytes: await readFile(path) };
    }),
  );
}
