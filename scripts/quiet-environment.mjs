/**
 * What the tools read from the environment so that they stay on this machine, write nothing that the portal did
 * not ask for, and run in the foreground. Plain JavaScript because bootstrap.mjs needs it before anything is
 * installed.
 */
export const quietEnvironment = {
  // Miniflare would fetch a sample `Request.cf` from workers.cloudflare.com.
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  // Wrangler's local trace store keeps URLs and SQL parameters in the state folder, and its explorer serves the
  // whole database at /cdn-cgi/explorer: neither may stand beside sealed requests.
  X_LOCAL_OBSERVABILITY: 'false',
  X_LOCAL_EXPLORER: 'false',
  ASTRO_TELEMETRY_DISABLED: '1',
  // Astro detaches from the terminal when it believes that a program started it.
  ASTRO_DEV_BACKGROUND: '0',
  ASTRO_PREVIEW_BACKGROUND: '0',
};
