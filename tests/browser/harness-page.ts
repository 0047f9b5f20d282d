import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** A page of the harness's own tests. */
export interface HarnessPage {
  body: string;
  /** Served as /script.js. */
  script?: string;
}

/** The strictest policy that a page of the portal could have. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves tiny pages under the strictest policy, for the tests of the harness itself; `/` followed by a name. */
export function useHarnessPages(pages: Record<string, HarnessPage>): { readonly origin: string } {
  let port = 0;
  const server = createServer((request, response) => {
    const [name = '', file] = (request.url ?? '/').slice(1).split('/');
    const page = pages[name];
    // Browsers ask for an icon by themselves.
    if (name === 'favicon.ico') response.writeHead(204).end();
    else if (page === undefined) response.writeHead(404).end();
    else if (file === 'script.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(page.script ?? '');
    } else {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
        .end(
          `<!doctype html><html lang="vi"><head><title>Trang thử</title></head><body><main><h1>Trang thử</h1>${page.body}</main>${page.script === undefined ? '' : `<script src="/${name}/script.js"></script>`}</body></html>`,
        );
    }
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) port = address.port;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  return {
    get origin() {
      return `http://localhost:${port}`;
    },
  };
}
