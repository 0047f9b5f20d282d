import { execFile, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCard } from '../../domain/derive.ts';
import { copyHeads } from '../../functions/audit/copy-heads.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { askOnce, demoDesk, follow, followMessages, request } from '../../words/vi.ts';
import { security } from '../../words/vi-audit.ts';
import { complaintConsent, followActMessages, followActs } from '../../words/vi-follow.ts';
import { useBuiltWorker } from './built-site.ts';

const site = useBuiltWorker('directory');
const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

/** What stands in the pages against the checker's advice. */
const onPurpose = [
  // Safari drops the meaning of a list with its bullets, and role="list" gives it back.
  /^The “list” role is unnecessary for element “[uo]l”\.$/,
];

/** Runs the Nu HTML checker on files and returns a line for each error and warning but those on purpose. */
async function problemsOf(files: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    'java',
    ['-jar', checker, '--format', 'json', '--stdout', '--exit-zero-always', ...files],
    { maxBuffer: 64_000_000 },
  );
  const { messages } = JSON.parse(stdout) as {
    messages: { url?: string; lastLine?: number; message: string; extract?: string }[];
  };
  return messages
    .filter(({ message }) => !onPurpose.some((pattern) => pattern.test(message)))
    .map(
      ({ url = '', lastLine = 0, message, extract = '' }) =>
        `${url.split('/').slice(-3).join('/')}:${lastLine}: ${message} ${JSON.stringify(extract)}`,
    );
}

const form = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  body,
});

/** One answer of each template that the Worker draws. */
const drawn: [string, string, RequestInit][] = [
  ['places', '/danh-ba/', {}],
  ['places-of-an-old-district', '/danh-ba/?q=quan+hoang+mai', {}],
  ['no-places', '/danh-ba/?q=khong+co+gi+nhu+the', {}],
  ['place', '/danh-ba/co-so-cai-nghien-ma-tuy-binh-trieu/', {}],
  [
    'place-with-report-refused',
    '/danh-ba/co-so-cai-nghien-ma-tuy-so-3-ha-noi/',
    form('kind=phone&note=0912345678'),
  ],
  ['no-place', '/danh-ba/khong-co/', {}],
  ['commune', '/danh-ba/xa/09706/', {}],
  ['no-commune', '/danh-ba/xa/00000/', {}],
  ['near-me', '/danh-ba/?gan=21.03,105.85', {}],
  ['near-me-to-choose', '/danh-ba/?gan=quan+hoang+mai', {}],
  ['search-empty', '/tim-kiem/', {}],
  ['search', '/tim-kiem/?q=nghi+dinh+116/2021', {}],
  ['search-in-danger', '/tim-kiem/?q=chong+danh+toi', {}],
  ['search-places', '/tim-kiem/?q=quan+hoang+mai', {}],
  ['search-mistyped', '/tim-kiem/?q=methadonn', {}],
  ['search-nothing', '/tim-kiem/?q=%3Cb%3Exyzzy', {}],
  ['open-data', '/danh-ba/du-lieu/', {}],
  ['security', '/bao-mat/', {}],
  ['legal-documents', '/phap-luat/van-ban/', {}],
  ['legal-document', '/phap-luat/van-ban/163-2026-nd-cp/', {}],
  ['legal-document-out-of-force', '/phap-luat/van-ban/116-2021-nd-cp/', {}],
  ['legal-document-without-number', '/phap-luat/van-ban/nghi-quyet-ha-noi-04-7-2023/', {}],
  ['no-legal-document', '/phap-luat/van-ban/khong-co/', {}],
  ['request', '/yeu-cau/', {}],
  ['request-clock-missing', '/yeu-cau/', form('step=clock')],
  ['request-clock-stop', '/yeu-cau/', form('step=clock&resultKnown=yes')],
  ['request-form', '/yeu-cau/', form('step=clock&resultKnown=no')],
  ['request-form-with-errors', '/yeu-cau/', form('step=send&resultKnown=no')],
  ['follow', '/theo-doi/', {}],
  ['follow-with-error', '/theo-doi/', form('code=BC')],
  ['console', '/can-bo/', {}],
  ['refused', '/yeu-cau/', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
];

/** What the Worker draws for a person who asks with JavaScript off, from the question to the erasing; `told` stands in it. */
function journey(desk: string, complaintDesk: string): [string, string, RequestInit, string][] {
  const code = makeCode();
  const at = (path: string, fields: Record<string, string>): [string, RequestInit] => [
    path,
    form(new URLSearchParams({ code, ...fields }).toString()),
  ];
  const sent = {
    step: 'send',
    resultKnown: 'no',
    forWhom: 'self',
    ageBand: 'adult',
    help: 'talk',
    words: 'Lời thử, hư cấu.',
    desk,
    answerBy: 'code',
    consentRead: CONSENT.either,
  };
  const newCode = makeCode();
  const complaint = {
    step: 'complaint',
    newCode,
    to: complaintDesk,
    consent: CONSENT.complaint,
    text: 'Lời thử, hư cấu.',
  };
  const ofComplaint = { step: 'saved', of: 'complaint', code: newCode };
  const reply = { step: 'reply', messageId: crypto.randomUUID() };
  return [
    ['check', ...at('/yeu-cau/', { ...sent, step: 'check' }), request.form.check.plainText],
    ['change', ...at('/yeu-cau/', { ...sent, change: 'words' }), request.form.changing.rest],
    ['change-clock', ...at('/yeu-cau/', { ...sent, change: 'resultKnown' }), request.clock.legend],
    ['receipt', ...at('/yeu-cau/', sent), request.receipt.title],
    ['receipt-after-a-wrong-group', ...at('/yeu-cau/', { step: 'saved', lastGroup: '?' }), 'error-summary'],
    ['saved', ...at('/yeu-cau/', { step: 'saved', lastGroup: code.slice(-5) }), request.receipt.savedTitle],
    ['sent-once', ...at('/yeu-cau/', { ...sent, code: makeCode(), once: 'yes' }), askOnce.title],
    ['received-before', ...at('/yeu-cau/', sent), request.receipt.beforeTitle],
    ['thread', ...at('/theo-doi/', { step: 'open' }), follow.noMessages],
    ['thread-with-error', ...at('/theo-doi/', reply), 'error-summary'],
    ['thread-with-reply', ...at('/theo-doi/', { ...reply, text: 'Lời thử thêm.' }), followMessages.replySent],
    ['thread-with-own-words', ...at('/theo-doi/', { step: 'open-own' }), 'Lời thử thêm.'],
    ['change-contact', ...at('/theo-doi/', { step: 'contact-ask' }), 'name="messageId"'],
    ['data-request', ...at('/theo-doi/', { step: 'data-ask' }), 'name="messageId"'],
    ['complaint', ...at('/theo-doi/', { step: 'complaint-ask' }), complaintConsent.text],
    ['complaint-with-errors', ...at('/theo-doi/', { step: 'complaint' }), 'error-summary'],
    ['complained', ...at('/theo-doi/', complaint), followActs.complained.title],
    [
      'complained-after-a-wrong-group',
      ...at('/yeu-cau/', { ...ofComplaint, lastGroup: '?' }),
      'error-summary',
    ],
    [
      'complaint-saved',
      ...at('/yeu-cau/', { ...ofComplaint, skip: 'yes' }),
      followActMessages.complaintSkipped,
    ],
    ['holding', ...at('/theo-doi/', { step: 'holding' }), 'Lời thử thêm.'],
    ['withdraw', ...at('/theo-doi/', { step: 'withdraw-ask' }), follow.withdrawSure],
    ['withdrawn', ...at('/theo-doi/', { step: 'withdraw' }), follow.withdrawnTitle],
  ];
}

if (hasJava) {
  describe('the Nu HTML checker', () => {
    it('is not fooled by a page that is wrong', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'diem-tua-html-'));
      const file = join(folder, 'wrong.html');
      await writeFile(
        file,
        '<!doctype html><html lang="vi"><title>x</title><p id="a">x<p id="a">x<ul><p>x</p></ul></html>',
      );

      const problems = await problemsOf([file]);
      await rm(folder, { recursive: true });

      expect(problems.length).toBeGreaterThanOrEqual(2);
    });

    it('finds nothing in the pages that are files', async () => {
      const files = globSync('dist/client/**/*.html', { cwd: projectRoot });

      expect(files.length).toBeGreaterThan(10);
      expect(await problemsOf(files.map((file) => join(projectRoot, file)))).toEqual([]);
    });

    it('finds nothing in the pages that the Worker draws', async () => {
      const { DB, AUDIT_HEADS } = await site.env();
      const folder = await mkdtemp(join(tmpdir(), 'diem-tua-html-'));
      const files: string[] = [];
      const keep = async (name: string, answer: Response) => {
        const html = await answer.text();
        files.push(join(folder, `${name}.html`));
        await writeFile(join(folder, `${name}.html`), html);
        return html;
      };

      expect(await keep('request-without-desk', await site.fetch('/yeu-cau/'))).toContain(
        request.closedTitle,
      );
      const recovery = await deriveFromCard(makeCode());
      const desk = await makeDesk(
        DB,
        { slug: 'thu', operatorKind: 'civil', isDemo: true, ...demoDesk.description },
        recovery,
        new Date(),
      );
      await addMadeUpOfficer({ DB }, desk, recovery, new Date());
      expect(await keep('security-without-copy', await site.fetch('/bao-mat/'))).toContain(
        security.record.none,
      );
      await copyHeads({ DB, AUDIT_HEADS }, new Date());
      for (const [name, path, init] of drawn) await keep(name, await site.fetch(path, init));
      const complaintDesk = await makeDesk(
        DB,
        { slug: 'khieu-nai', operatorKind: 'health', isDemo: true, ...demoDesk.description },
        recovery,
        new Date(),
      );
      await addMadeUpOfficer({ DB }, complaintDesk, recovery, new Date());
      await DB.prepare('UPDATE desk SET takes_complaints = 1 WHERE id = ?1').bind(complaintDesk).run();
      for (const [name, path, init, told] of journey(desk, complaintDesk))
        expect(await keep(name, await site.fetch(path, init))).toContain(told);
      const problems = await problemsOf(files);
      await rm(folder, { recursive: true });

      expect(problems).toEqual([]);
    });
  });
} else {
  describe('the Nu HTML checker', () => {
    it('DID NOT RUN: this machine has no Java', () => {
      console.warn('The Nu HTML checker did not run: this machine has no Java.');

      expect(hasJava).toBe(false);
    });
  });
}
