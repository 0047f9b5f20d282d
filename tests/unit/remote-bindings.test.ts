import { describe, expect, it } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { takeRemote } from '../../scripts/chosen-bindings.ts';
import { explainFailure, remoteConfig } from '../../scripts/remote-bindings.ts';

const project = unstable_readConfig({ config: 'wrangler.toml' }, { hideWarnings: true });
const withDatabase = {
  ...project,
  d1_databases: project.d1_databases.map((database) => ({
    ...database,
    database_id: '5f0e6f0e-6f0e-4f0e-8f0e-5f0e6f0e6f0e',
  })),
};

describe('the configuration for the deployed database and buckets', () => {
  it('makes each of them remote, and names nothing else that could be written to', () => {
    const { d1_databases, r2_buckets, ...rest } = remoteConfig(withDatabase);

    expect(d1_databases.map(({ binding, remote }) => [binding, remote])).toEqual([['DB', true]]);
    expect(r2_buckets.map(({ binding, remote }) => [binding, remote])).toEqual(
      project.r2_buckets.map(({ binding }) => [binding, true]),
    );
    expect(project.r2_buckets.map(({ binding }) => binding)).toContain('ERASE_KEYS');
    expect(Object.keys(rest).sort()).toEqual(['account_id', 'compatibility_date', 'name', 'vars']);
  });

  it('is refused while wrangler.toml names the database for local use', () => {
    expect(() => remoteConfig(project)).toThrow(
      'put the id there that `wrangler d1 create diem-tua` printed',
    );
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
