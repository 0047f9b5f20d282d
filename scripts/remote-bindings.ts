/** The deployed database and buckets, as the same bindings that the local state gives. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPlatformProxy, unstable_readConfig } from 'wrangler';
import { z } from 'zod';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';

/** The id that wrangler.toml has as long as nobody has made a database for it. */
const NO_DATABASE = '00000000-0000-4000-8000-000000000000';

/** What is read of wrangler.toml. */
const DeployedSchema = z.object({
  account_id: z.string().optional(),
  compatibility_date: z.string(),
  name: z.string(),
  vars: z.record(z.string(), z.json()),
  d1_databases: z.array(z.looseObject({ binding: z.string(), database_id: z.string().optional() })),
  r2_buckets: z.array(z.looseObject({ binding: z.string(), bucket_name: z.string() })),
});

/**
 * The configuration that makes every database and bucket of wrangler.toml a remote binding: whoever works with the
 * bindings works on what the deployed Worker has.
 *
 * @param config as wrangler reads it
 * @throws CommandError while wrangler.toml names no database of an operator
 */
export function remoteConfig(config: unknown) {
  const { d1_databases, r2_buckets, ...rest } = DeployedSchema.parse(config);
  if (d1_databases.some(({ database_id }) => database_id === undefined || database_id === NO_DATABASE))
    throw new CommandError(
      'wrangler.toml still names the database for local use: put the id there that `wrangler d1 create diem-tua` printed (docs/operations.md).',
    );
  return {
    ...rest,
    d1_databases: d1_databases.map((database) => ({ ...database, remote: true })),
    r2_buckets: r2_buckets.map((bucket) => ({ ...bucket, remote: true })),
  };
}

/**
 * Runs `work` with the deployed database and buckets. What it writes is live at once.
 *
 * @throws CommandError without a database in wrangler.toml, without credentials, and where Cloudflare is not reached
 */
export async function withRemoteBindings<T>(
  work: (env: Env) => Promise<T>,
  configPath: string = join(projectRoot, 'wrangler.toml'),
): Promise<T> {
  const config = remoteConfig(unstable_readConfig({ config: configPath }, { hideWarnings: true }));
  const folder = await mkdtemp(join(tmpdir(), 'diem-tua-remote-'));
  try {
    const file = join(folder, 'wrangler.json');
    await writeFile(file, JSON.stringify(config));
    const proxy = await getPlatformProxy<Env>({ configPath: file, persist: false, envFiles: [] }).catch(
      (error: unknown) => {
        throw explainFailure(error);
      },
    );
    try {
      return await work(proxy.env);
    } finally {
      await proxy.dispose();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Why no session with Cloudflare came about, for the person at the terminal. */
export function explainFailure(error: unknown): CommandError {
  const said = error instanceof Error ? error.message : String(error);
  if (/CLOUDFLARE_API_TOKEN|not authenticated|not logged in|\[code: 10000\]/i.test(said))
    return new CommandError(
      'Cloudflare asks who you are: run `npx wrangler login` once, or set CLOUDFLARE_API_TOKEN. Nothing was read or written.',
    );
  return new CommandError(`Cloudflare was not reached. Nothing was read or written. It said: ${said}`);
}
