/** What the server's pages say when a request is sent again after a sending of which nobody knows whether it arrived. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, it } from 'vitest';
import { asTried, TRIED } from '../../domain/earlier-sending.ts';
import CheckRequest from '../../src/components/request/CheckRequest.astro';
import Receipt from '../../src/components/request/Receipt.astro';
import RequestForm from '../../src/components/request/RequestForm.astro';
import SentOnce from '../../src/components/request/SentOnce.astro';
import { askOnce, receiptMessages, request } from '../../words/vi.ts';
import { earlierSending } from '../../words/vi-earlier-sending.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];

const draw = async (component: Component, props: Record<string, unknown>) =>
  (await AstroContainer.create()).renderToString(component, { props });

const code = 'BBBBBBBBBBBBBBBBBBBBBBBBB';
const desk = {
  name: 'Đầu mối thử',
  operatorKind: 'health',
  operator: 'Trạm thử',
  duty: '',
  hours: '8-17',
  areas: [],
  lastOpenedAt: null,
};
const receivedHour = '2026-11-22T03:00:00.000Z';
const values = () => [];
const carried = `name="${TRIED}" value="yes"`;

describe('the page before the next attempt', () => {
  it.each(['storage_unavailable', 'internal'] as const)(
    'says under the error %s what counts',
    async (error) => {
      const html = await draw(CheckRequest, { filled: { code, values: asTried(values) }, desk, error });

      expect(html).toContain(earlierSending.mayHaveArrived);
      expect(html).toContain(carried);
      expect(html).not.toContain('Chưa có gì được gửi');
    },
  );

  it('says that nothing was sent where that is so', async () => {
    const html = await draw(CheckRequest, { filled: { code, values }, desk, error: 'slow_down' });

    expect(html).toContain(request.form.check.plainText);
    expect(html).not.toContain(earlierSending.mayHaveArrived);
    expect(html).not.toContain(TRIED);
  });

  it('says it on the form too, and carries it on', async () => {
    const props = { desks: [], code, problems: [], changing: null, error: null };
    const tried = await draw(RequestForm, { ...props, values: asTried(values) });

    expect(tried).toContain(earlierSending.mayHaveArrived);
    expect(tried).toContain(carried);
    expect(await draw(RequestForm, { ...props, values })).not.toContain(earlierSending.mayHaveArrived);
  });
});

describe.each(['maybe', 'changed', 'other-way'] as const)('an earlier sending (%s)', (earlier) => {
  it('is told on the receipt before the code', async () => {
    const html = await draw(Receipt, { filled: { code, sent: { receivedHour, desk } }, earlier });

    expect(html.indexOf(earlierSending.withCode[earlier])).toBeGreaterThan(
      html.indexOf(request.receipt.title),
    );
    expect(html.indexOf(earlierSending.withCode[earlier])).toBeLessThan(
      html.indexOf(request.receipt.codeTitle),
    );
  });

  it('is told where no code is kept, with what can be done instead', async () => {
    const html = await draw(SentOnce, { filled: { receivedHour, desk, answerBy: null, earlier } });

    expect(html).toContain(earlierSending.once[earlier]);
    expect(html).toContain(earlierSending.answerUnknown);
    expect(html).toContain(askOnce.again);
  });
});

it('says nothing of an earlier sending on the receipt of a first one', async () => {
  const receipt = await draw(Receipt, { filled: { code, sent: { receivedHour, desk } }, earlier: null });
  const once = await draw(SentOnce, { filled: { receivedHour, desk, answerBy: 'phone', earlier: null } });

  expect(`${receipt}${once}`).not.toContain('lần gửi trước');
  expect(once).toContain(receiptMessages.once.answer.phone);
});
