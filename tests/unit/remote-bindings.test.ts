import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { takeRemote } from '../../scripts/chosen-bindings.ts';
import { explainFailure, remoteConfig } from '../../scripts/remote-bindings.ts';

/** The project's own file, as it is with a database of that id. */
function configWith(id: string): unknown {
  const text = readFileSync('wrangler.toml', 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'diem-tua-config-'));
  const file = join(folder, 'wrangler.toml');
  writeFileSync(file, text.replace(/database_id = "[^"]*"/, `database_id = "${id}"`));
  const config: unknown = unstable_readConfig({ config: file }, { hideWarnings: true });
  rmSync(folder, { recursive: true });
  return config;
}

describe('the configuration for the deployed database and buckets', () => {
  it('makes each of them remote, and names nothing else that could be written to', () => {
    const { d1_databases, r2_buckets, ...rest } = remoteConfig(
      configWith('5f0e6f0e-6f0e-4f0e-8f0e-5f0e6f0e6f0e'),
    );

    expect(d1_databases.map(({ binding, remote }) => [binding, remote])).toEqual([['DB', true]]);
    expect(r2_buckets.map(({ binding, remote }) => [binding, remote])).toEqual([
      ['ERASE_KEYS', true],
      ['AUDIT_HEADS', true],
    ]);
    expect(Object.keys(rest).sort()).toEqual(['account_id', 'compatibility_date', 'name', 'vars']);
  });

  it('is refused while wrangler.toml names the database for local use', () => {
    const local = configWith('00000000-0000-4000-8000-000000000000');

    expect(() => remoteConfig(local)).toThrow('put the id there that `wrangler d1 create diem-tua` printed');
  });

  it.each([
    ["it's necessary to set a CLOUDFLARE_API_TOKEN environment variable", 'npx wrangler login'],
    ['getaddrinfo ENOTFOUND api.cloudflare.com', 'Cloudflare was not reached'],
  ])('says what to do when Cloudflare answers: %s', (said, sentence) => {
    expect(explainFailure(new Error(`Failed to start the remote proxy session. ${said}`)).message).toContain(
      sentence,
    );
  });

  it('is asked for by one word, wherever it stands', () => {
    expect(takeRemote(['a', '--remote', '--desk', 'b'])).toEqual({
      isRemote: true,
      rest: ['a', '--desk', 'b'],
    });
    expect(takeRemote([])).toEqual({ isRemote: false, rest: [] });
  });
});
