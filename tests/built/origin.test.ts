import { describe, expect, it } from 'vitest';
import { errorPages } from '../../words/vi.ts';
import { useBuiltSite } from './built-site.ts';

const site = useBuiltSite();

/** Each begins a POST that changes nothing: what matters is who may send it. */
const targets = [
  ['/api/inquiries/open', 'application/json', '{}'],
  ['/api/staff/sign-in', 'application/json', '{}'],
  ['/yeu-cau/', 'application/x-www-form-urlencoded', 'step=clock'],
  ['/theo-doi/', 'application/x-www-form-urlencoded', 'code='],
] as const;

/** Our own origin as a browser writes it. */
async function ownOrigin(): Promise<string> {
  return new URL((await site.fetch('/api/health')).url).origin;
}

describe.each(targets)('a POST to %s', (path, type, body) => {
  const post = (headers: Record<string, string>) =>
    site.fetch(path, { method: 'POST', headers: { 'content-type': type, ...headers }, body });

  // A form on another site, which the person is made to send: <form action="https://…/yeu-cau/" method="post">
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['typed or from a bookmark', { 'sec-fetch-site': 'none' }],
    [
      'from another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
    ],
    ['of an old browser from another origin', { origin: 'https://khac.example' }],
    ['of an old browser from an origin that begins as ours', { origin: 'http://localhost.khac.example' }],
    ['of an old browser with the origin withheld', { origin: 'null' }],
    ['that says nothing of where it comes from', {}],
  ])('%s is refused', async (_from, headers) => {
    const response = await post(headers);
    const text = await response.text();

    expect(response.status).toBe(403);
    if (path.startsWith('/api/')) {
      expect(JSON.parse(text)).toMatchObject({ error: { code: 'foreign_origin' } });
    } else {
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(text).toContain(errorPages.byStatus['403'].what);
    }
  });

  it('from our own page is taken', async () => {
    const responses = [
      await post({ 'sec-fetch-site': 'same-origin' }),
      await post({ origin: await ownOrigin() }),
    ];

    expect(responses.map(({ status }) => status)).toEqual([422, 422]);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is no other for %s', async (method) => {
    const response = await site.fetch(path, { method, headers: { 'sec-fetch-site': 'cross-site' } });

    expect(response.status).toBe(403);
  });
});

describe('a body of 10 MB', () => {
  const large = new Uint8Array(10 * 1024 * 1024).fill(0x61);

  /** The same bytes in pieces, which are sent without their length. */
  const inPieces = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < large.length; at += 64 * 1024)
          controller.enqueue(large.subarray(at, at + 64 * 1024));
        controller.close();
      },
    });

  it.each(targets.flatMap(([path, type]) => [true, false].map((hasLength) => ({ path, type, hasLength }))))(
    'is refused by $path, its length told: $hasLength',
    async ({ path, type, hasLength }) => {
      const response = await site.fetch(path, {
        method: 'POST',
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
        ...(hasLength ? { body: large } : { body: inPieces(), duplex: 'half' as const }),
      });
      const text = await response.text();

      expect(response.status).toBe(413);
      if (path.startsWith('/api/')) {
        expect(JSON.parse(text)).toMatchObject({ error: { code: 'too_large' } });
      } else {
        expect(text).toContain(errorPages.byStatus['413'].what);
      }
    },
  );

  it('is the limit of a form that a person could have written, not of less', async () => {
    const body = new URLSearchParams({ step: 'clock', words: 'ệ'.repeat(3000) });

    const response = await site.fetch('/yeu-cau/', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body,
    });

    expect(response.status).toBe(422);
  });
});

describe('a form sent as something else', () => {
  it.each(['/yeu-cau/', '/theo-doi/'])(
    '%s answers with a page that helps, and nothing of it is taken',
    async (path) => {
      for (const [type, body] of [
        ['application/json', '{"step":"send","code":"dau-vet-7f3a"}'],
        ['text/plain', 'code=dau-vet-7f3a'],
        ['multipart/form-data; boundary=x', 'dau-vet-7f3a'],
        ['multipart/form-data', '--x\r\nContent-Disposition: form-data; name="code"\r\n\r\ndau-vet-7f3a'],
        ['application/octet-stream', '\u0000'],
      ] as const) {
        const response = await site.fetch(path, {
          method: 'POST',
          headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
          body,
        });
        const text = await response.text();

        expect([415, 422]).toContain(response.status);
        expect(text).toContain('<html lang="vi"');
        expect(text).not.toContain('dau-vet-7f3a');
      }
    },
  );
});
