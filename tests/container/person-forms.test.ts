import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, it } from 'vitest';
import AskForCode from '../../src/components/follow/AskForCode.astro';
import ChangeContact from '../../src/components/follow/ChangeContact.astro';
import Complained from '../../src/components/follow/Complained.astro';
import Complaint from '../../src/components/follow/Complaint.astro';
import DataRequest from '../../src/components/follow/DataRequest.astro';
import Holding from '../../src/components/follow/Holding.astro';
import Thread from '../../src/components/follow/Thread.astro';
import UnsentReply from '../../src/components/follow/UnsentReply.astro';
import Unshown from '../../src/components/follow/Unshown.astro';
import Withdraw from '../../src/components/follow/Withdraw.astro';
import ClockQuestion from '../../src/components/request/ClockQuestion.astro';
import LegalClockStop from '../../src/components/request/LegalClockStop.astro';
import Receipt from '../../src/components/request/Receipt.astro';
import RequestForm from '../../src/components/request/RequestForm.astro';

type Component = Parameters<AstroContainer['renderToString']>[0];

const forms: [string, Component, Record<string, unknown>][] = [
  ['the first question', ClockQuestion, { isMissing: false }],
  ['the page about the 24 hours', LegalClockStop, { resultKnown: 'yes' }],
  ['the request', RequestForm, { desks: [], code: '', values: () => [], problems: [], error: null }],
  ['the receipt', Receipt, {}],
  ['the question for the code', AskForCode, { typed: '', error: undefined, failure: undefined }],
  ['the thread', Thread, {}],
  ['the message that was not sent', UnsentReply, { code: '', messageId: '', draft: '', error: 'slow_down' }],
  ['the act behind which no thread is shown', Unshown, { code: '', done: '' }],
  ['the change of contact', ChangeContact, {}],
  ['the request about data', DataRequest, {}],
  ['everything that is held', Holding, {}],
  ['the complaint', Complaint, {}],
  ['the complaint that was sent', Complained, {}],
  ['the question before erasing', Withdraw, { code: '' }],
];

describe.each(forms)('%s', (_name, component, props) => {
  // Firefox puts the values of a reloaded page back, hidden ones too, unless the form says otherwise: an old code
  // must not return. On a hidden input itself the attribute is not valid HTML.
  it('tells the browser in each form, and in no hidden field, to remember nothing', async () => {
    const html = await (await AstroContainer.create()).renderToString(component, { props });
    const tags = (name: string) => html.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? [];

    expect(tags('form').length).toBeGreaterThan(0);
    expect(tags('form').filter((form) => !form.includes('autocomplete="off"'))).toEqual([]);
    expect(tags('input').filter((input) => /type="hidden".*autocomplete/.test(input))).toEqual([]);
  });
});
