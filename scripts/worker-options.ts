/**
 * What Miniflare is told of the Worker's bindings, from a configuration of wrangler. Wrangler itself can say it too, but is
 * 15 MB of code: a command that only asks the local database would wait longer for it than for everything else.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { V4WorkerOptionsShape } from 'miniflare';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { projectRoot } from './project-root.ts';

/** The kinds of bindings that the portal has; tests/unit/worker-options.test.ts shows that none is missing. */
const BindingsSchema = z.object({
  vars: z.record(z.string(), z.string()),
  d1_databases: z.array(z.object({ binding: z.string(), database_id: z.string() })),
  r2_buckets: z.array(z.object({ binding: z.string(), bucket_name: z.string() })),
  ratelimits: z.array(
    z.object({
      name: z.string(),
      namespace_id: z.string(),
      simple: z.object({ limit: z.number(), period: z.union([z.literal(10), z.literal(60)]) }),
    }),
  ),
});

/** What the build has written for a deploy. */
const BuiltSchema = BindingsSchema.extend({
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()),
  triggers: z.object({ crons: z.array(z.string()) }),
  assets: z.object({ directory: z.string(), binding: z.string() }),
});

/** The bindings of wrangler.toml, all local. */
export function localBindings(): V4WorkerOptionsShape {
  const text = readFileSync(join(projectRoot, 'wrangler.toml'), 'utf8');
  return bindingsOf(BindingsSchema.parse(parse(text)));
}

/** The built Worker of a dist/server/wrangler.json, but its modules. */
export function builtWorkerOptions(file: string): V4WorkerOptionsShape & { compatibilityDate: string } {
  const config = BuiltSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const date = config.compatibility_date;
  const flags = config.compatibility_flags;
  return {
    ...bindingsOf(config),
    compatibilityDate: date,
    compatibilityFlags: flags,
    cronTriggers: config.triggers.crons,
    assets: {
      directory: resolve(dirname(file), config.assets.directory),
      binding: config.assets.binding,
      routerConfig: { has_user_worker: true },
      assetConfig: { compatibility_date: date, compatibility_flags: flags },
    },
  };
}

function bindingsOf(config: z.infer<typeof BindingsSchema>): V4WorkerOptionsShape {
  return {
    bindings: config.vars,
    d1Databases: Object.fromEntries(
      config.d1_databases.map(({ binding, database_id }) => [binding, { id: database_id }]),
    ),
    r2Buckets: Object.fromEntries(
      config.r2_buckets.map(({ binding, bucket_name }) => [binding, { id: bucket_name }]),
    ),
    ratelimits: Object.fromEntries(
      config.ratelimits.map(({ name, namespace_id, simple }) => [name, { namespace_id, simple }]),
    ),
  };
}
