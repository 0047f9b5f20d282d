/// <reference types="@cloudflare/vitest-plugin/types" />
import type { readD1Migrations } from '@cloudflare/vitest-plugin';
import type { DirectoryData } from '../../functions/directory/schema.ts';
import type { SearchEntry } from '../../functions/search/search-entry.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The files of migrations/, split into statements, as vitest.config.ts provides them. */
    migrations: Awaited<ReturnType<typeof readD1Migrations>>;
    /** The whole shipped directory, as vitest.config.ts provides it. */
    directory: DirectoryData;
    /** Every place of it with few communes; see small-directory.ts. */
    smallDirectory: DirectoryData;
    /** The text of each CSV file of content/places, as vitest.config.ts provides it. */
    shippedPlaces: Record<string, string>;
    /** Everything that the search finds but places, as vitest.config.ts reads it. */
    searchEntries: SearchEntry[];
    /** How many wrong requests the fuzz tests send to each route, and the seed that they are made from. */
    fuzz: { runs: number; seed: number };
  }
}

declare module 'cloudflare:workers' {
  /** The exports of tests/worker/entry.ts as service bindings. */
  export const exports: {
    default: { fetch(input: string | Request, init?: RequestInit): Promise<Response> };
  };
}
