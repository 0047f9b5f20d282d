/// <reference types="@cloudflare/vitest-plugin/types" />
import type { readD1Migrations } from '@cloudflare/vitest-plugin';

declare module 'vitest' {
  interface ProvidedContext {
    /** The files of migrations/, split into statements, as vitest.config.ts provides them. */
    migrations: Awaited<ReturnType<typeof readD1Migrations>>;
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
