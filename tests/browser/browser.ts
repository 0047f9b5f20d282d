import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './chromium.ts';

/** The two screens of the tests: a small Android phone and a desktop window. */
const screens = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const;

/** How a page is opened; what is left out takes the first value named. */
export interface PageOptions {
  screen?: keyof typeof screens;
  /** In CSS pixels; replaces the width of the screen, for example 320 for the narrowest page. */
  width?: number;
  javaScript?: boolean;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'none' | 'active';
  reducedMotion?: 'no-preference' | 'reduce';
  /** Other origins that this test visits on purpose, such as the target of the quick exit. */
  alsoAllowed?: readonly string[];
  /** Problems that this test provokes: each must occur, and none other may. */
  expectedProblems?: readonly RegExp[];
}

interface Watched {
  context: BrowserContext;
  problems: string[];
  expected: readonly RegExp[];
}

/** What useBrowser returns. */
export interface BrowserUnderTest {
  /** Opens an empty page in a context of its own; relative addresses are resolved against `origin`. */
  open: (origin: string, options?: PageOptions) => Promise<Page>;
  /** What has gone wrong in the open pages so far. For the tests of this file's own promises. */
  problems: () => string[];
}

/**
 * Gives a test file its one browser. After each test its pages are closed, and the test fails when any of them
 * asked another origin for anything, wrote an error to the console, broke the Content-Security-Policy or left
 * an error uncaught.
 */
export function useBrowser(): BrowserUnderTest {
  let browser: Browser | undefined;
  let watched: Watched[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterEach(async () => {
    const ended = watched;
    watched = [];
    for (const { context } of ended) await context.close();
    expect(ended.flatMap(unexpected), 'problems that the browser saw').toEqual([]);
    expect(ended.flatMap(missing), 'problems that the test provokes but the browser did not see').toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    open: async (origin, options = {}) => {
      if (browser === undefined) throw new Error('open a page inside a test or hook');
      const { page, entry } = await openWatched(browser, origin, options);
      watched.push(entry);
      return page;
    },
    problems: () => watched.flatMap(({ problems }) => problems),
  };
}

async function openWatched(
  browser: Browser,
  origin: string,
  options: PageOptions,
): Promise<{ page: Page; entry: Watched }> {
  const screen = screens[options.screen ?? 'phone'];
  const context = await browser.newContext({
    ...screen,
    viewport: { ...screen.viewport, ...(options.width === undefined ? {} : { width: options.width }) },
    baseURL: origin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.colorScheme ?? 'light',
    forcedColors: options.forcedColors ?? 'none',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    serviceWorkers: 'allow',
  });
  // A step that hangs names itself before the whole test runs out of time.
  context.setDefaultTimeout(15_000);
  const problems = watchContext(context, [origin, ...(options.alsoAllowed ?? [])]);
  const prepare = async (page: Page): Promise<void> => {
    if (options.javaScript === false) await switchScriptsOff(page);
    await watchPolicy(page, problems);
  };
  const page = await context.newPage();
  await prepare(page);
  // Pages that a page opens; what they load before this listener is heard runs unwatched by the inspector.
  context.on('page', (opened) => void prepare(opened).catch((error: unknown) => notWatched(opened, error)));
  const notWatched = (opened: Page, error: unknown): void => {
    // One that closed at once needs no watching.
    if (!opened.isClosed()) problems.push(`the page could not be watched: ${String(error)}`);
  };
  return { page, entry: { context, problems, expected: options.expectedProblems ?? [] } };
}

/**
 * Watches a context from its beginning.
 *
 * @param allowed the origins that it may ask
 * @returns what has gone wrong so far, to be read when the test ends; `watchPolicy` adds what only the inspector sees
 */
export function watchContext(context: BrowserContext, allowed: readonly string[]): string[] {
  const problems: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && !allowed.includes(url.origin)) {
      problems.push(`request to another origin: ${request.method()} ${request.url()}`);
    }
  });
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught error: ${String(error.error())}`));
  return problems;
}

/** The session through which scripts were switched off in a page; only the same one can allow them again. */
const scriptSwitches = new WeakMap<Page, CDPSession>();

/** Scripts are off in a page of its own session, not in Playwright's context, so that axe can be let in. */
async function switchScriptsOff(page: Page): Promise<void> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Emulation.setScriptExecutionDisabled', { value: true });
  scriptSwitches.set(page, inspector);
}

/**
 * Runs `work` while scripts may run in the page, and switches them off again where the test has them off. The
 * page's own scripts do not start by that: they were skipped when the page was parsed.
 */
export async function withScriptsAllowed<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const inspector = scriptSwitches.get(page);
  if (inspector === undefined) return work();
  await inspector.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    return await work();
  } finally {
    await inspector.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
}

/** The console does not name every violation (report-only ones, for example); the inspector does. */
export async function watchPolicy(page: Page, problems: string[]): Promise<void> {
  const inspector = await page.context().newCDPSession(page);
  inspector.on('Audits.issueAdded', ({ issue }) => {
    const violation = issue.details.contentSecurityPolicyIssueDetails;
    if (violation === undefined) return;
    problems.push(
      `policy violation: ${violation.violatedDirective} ${violation.blockedURL ?? violation.contentSecurityPolicyViolationType}`,
    );
  });
  await inspector.send('Audits.enable');
}

function unexpected({ problems, expected }: Watched): string[] {
  return problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
}

function missing({ problems, expected }: Watched): string[] {
  return expected.filter((pattern) => !problems.some((problem) => pattern.test(problem))).map(String);
}
