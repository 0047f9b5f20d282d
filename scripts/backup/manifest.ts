/** `manifest.json` of a backup: what it holds, so that nothing is restored from files that are not what was written. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../command-error.ts';

/** The files of a backup beside its manifest. The erase keys are one of their own, since they are deleted first. */
export const BACKUP_FILES = {
  database: 'database.sql',
  erased: 'erased-codes.txt',
  eraseKeys: 'erase-keys.age',
} as const;

export const MANIFEST = 'manifest.json';

const FileSchema = z.strictObject({ bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const ManifestSchema = z.strictObject({
  format: z.literal('diem-tua/backup/v1'),
  /** When the backup was begun: UTC, to the second. */
  madeAt: z.iso.datetime(),
  /** The migrations that the database has had. */
  migrations: z.array(z.string()),
  /** Rows of each table that has any. */
  tables: z.record(z.string(), z.int()),
  /** Requests that lived. */
  requests: z.int(),
  /** Erase keys in their file; null when none was asked for. */
  eraseKeys: z.int().nullable(),
  files: z.partialRecord(z.enum(BACKUP_FILES), FileSchema),
});
export type Manifest = z.infer<typeof ManifestSchema>;

/** A file's length and SHA-256. */
export type FileHash = z.infer<typeof FileSchema>;

/**
 * Reads a backup's manifest and checks every file that it names against it. The file of erase keys may be gone.
 *
 * @throws CommandError that names the file and what is wrong with it
 */
export async function openBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const [name, wanted] of Object.entries(manifest.files)) {
    if (wanted === undefined) continue;
    const path = join(folder, name);
    if (!existsSync(path)) {
      if (name === BACKUP_FILES.eraseKeys) continue;
      throw new CommandError(`${path} is missing: this backup is not whole. Use another one.`);
    }
    const found = await hashFile(path);
    if (found.sha256 !== wanted.sha256 || found.bytes !== wanted.bytes)
      throw new CommandError(
        `${path} is not what the backup wrote (${found.bytes} bytes, ${wanted.bytes} expected): it was changed or damaged. Nothing was restored. Use another backup, or another copy of this one.`,
      );
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path))
    throw new CommandError(
      `There is no ${MANIFEST} in ${folder}: name the folder of one backup, such as DIR/2026-11-22T03-04-05Z.`,
    );
  try {
    return ManifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new CommandError(
      `${path} cannot be read: it is damaged, or a newer version wrote it. Nothing was restored.`,
      { cause },
    );
  }
}

/** A file's length and SHA-256, whatever its size. */
export async function hashFile(path: string): Promise<FileHash> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
