import { expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.ts';

/** The one file that may know where a request came from: it brakes senders, and keeps nothing. */
const BRAKE = 'functions/http/limit-rate.ts';

/** The ways in which a Worker, Hono or Astro tells a client's address, and what proxies add of it. */
const ADDRESS =
  /['"`]cf-|cf-connecting-ip|x-forwarded-for|x-real-ip|true-client-ip|['"`]forwarded['"`]|clientAddress|getConnInfo|conninfo|clientTcpRtt|\.cf\b/i;

const sources = projectFiles().filter(
  (path) => /^(?:domain|functions|src|words)\//.test(path) && /\.(?:ts|mjs|astro)$/.test(path),
);

it('finds the reader of addresses that there is', () => {
  expect(readProjectFile(BRAKE)).toMatch(ADDRESS);
});

it('finds no other', () => {
  expect(sources.filter((path) => path !== BRAKE && ADDRESS.test(readProjectFile(path)))).toEqual([]);
});

it('finds nothing that keeps an address there', () => {
  expect(readProjectFile(BRAKE)).not.toMatch(/console|prepare\(|\.put\(|\.DB\b/);
});

it.each(['user-agent', 'referer', 'accept-language'])('finds no reader of %s', (header) => {
  expect(sources.filter((path) => readProjectFile(path).toLowerCase().includes(`'${header}'`))).toEqual([]);
});
