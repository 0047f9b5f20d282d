import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { app } from '../../functions/app.ts';
import { securityTxt } from '../../functions/http/security-txt.ts';

const now = new Date('2026-11-22T03:00:00Z');
const configured = {
  SECURITY_CONTACT: 'mailto:bao-mat@example.org',
  SECURITY_EXPIRES: '2027-05-01T00:00:00+07:00',
};

describe('security.txt', () => {
  it('names the configured address and until when it holds', () => {
    expect(securityTxt(configured, 'https://diem-tua.example', now)).toMatchInlineSnapshot(`
      "Contact: mailto:bao-mat@example.org
      Expires: 2027-05-01T00:00:00+07:00
      Preferred-Languages: vi, en
      Canonical: https://diem-tua.example/.well-known/security.txt
      "
    `);
  });

  it.each(['https://example.org/bao-mat/', 'tel:+84-24-0000-0000'])('may name %s', (contact) => {
    expect(securityTxt({ ...configured, SECURITY_CONTACT: contact }, 'https://x', now)).toContain(contact);
  });

  it.each([
    ['no address', { SECURITY_CONTACT: '' }],
    ['an address that is none', { SECURITY_CONTACT: 'bao-mat' }],
    ['an address without a scheme', { SECURITY_CONTACT: 'bao-mat@example.org' }],
    ['a page that is read in clear', { SECURITY_CONTACT: 'http://example.org/' }],
    ['a second line', { SECURITY_CONTACT: 'mailto:a@example.org\nContact: mailto:b@example.org' }],
    ['no date', { SECURITY_EXPIRES: '' }],
    ['a date without a time', { SECURITY_EXPIRES: '2027-05-01' }],
    ['a day that there is not', { SECURITY_EXPIRES: '2027-13-41T00:00:00Z' }],
    ['a date that is over', { SECURITY_EXPIRES: '2026-11-22T03:00:00Z' }],
  ])('is not there with %s', (_what, change) => {
    expect(securityTxt({ ...configured, ...change }, 'https://x', now)).toBeNull();
  });

  it('is plain text under its well-known address, and not there as long as nobody operates the portal', async () => {
    const path = 'http://localhost/.well-known/security.txt';
    const soon = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '');

    const there = await app.request(path, {}, { ...env, ...configured, SECURITY_EXPIRES: soon });
    const shipped = await app.request(path, {}, env);

    expect([there.status, there.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(await there.text()).toContain('Canonical: http://localhost/.well-known/security.txt\n');
    expect(shipped.status).toBe(404);
  });
});
