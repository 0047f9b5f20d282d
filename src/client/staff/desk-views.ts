/** The desk's list and one request of it. */
import { base64urlnopad } from '@scure/base';
import { type DataRequestState, dataRequestStates } from '../../../domain/data-request-state.ts';
import type { RequestEnvelope } from '../../../domain/envelope.ts';
import { localHour } from '../../../domain/hour.ts';
import { messageIdFor } from '../../../domain/message-id.ts';
import { contactIdOf, readDeskThread, type SealedThread } from '../../../domain/read-thread.ts';
import { readMessageText } from '../../../domain/request-form.ts';
import { sealMessage } from '../../../domain/seal-request.ts';
import type { DayOff } from '../../../domain/working-days.ts';
import { followMessages, request as requestWords, setAside, staff, times } from '../../../words/vi.ts';
import { deskActs } from '../../../words/vi-desk-acts.ts';
import { callApi } from '../api.ts';
import { showErrors } from '../form-errors.ts';
import { beginView, byId, cloneTemplate, fillSlots, slot } from '../slots.ts';
import { decodeThread, type ThreadJson } from '../thread-json.ts';
import { type OpenedContact, openContact, showContact } from './contact.ts';
import { describeDeskActs, nextDue, readAnswerActs, showDataRequests } from './data-requests.ts';
import type { HeldKey, OpenDesk } from './open-desk.ts';
import { forgetUnsaved, watchUnsaved } from './unsaved.ts';
import { describeDeskProblem, onAct, show } from './view-parts.ts';

type Status = keyof typeof staff.list.status;

interface ThreadAnswer extends ThreadJson {
  status: Status;
  receivedHour: string;
  daysOff: DayOff[];
}

/** When the list was fetched, on a clock in Việt Nam: a list drawn anew looks like the old one otherwise. */
const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/** Shows the desk's requests, unless another view was asked for meanwhile. @throws RefusedError */
export async function showList(acts: {
  open: (id: string) => Promise<void>;
  refresh: () => Promise<void>;
  setAside: () => Promise<void>;
  officers: () => Promise<void>;
}): Promise<void> {
  const isWanted = beginView();
  const { inquiries } = (await callApi('staff/inquiries')) as {
    inquiries: { id: string; status: Status; receivedHour: string; unreadEnd: string | null }[];
  };
  if (!isWanted()) return;
  const view = cloneTemplate('list-template');
  const unread = inquiries.filter(({ status }) => status === 'received').length;
  fillSlots(view, { count: staff.list.count(inquiries.length, unread, CLOCK.format(new Date())) });
  slot(view, 'count').hidden = inquiries.length === 0;
  slot(view, 'empty').hidden = inquiries.length > 0;
  slot(view, 'full').hidden = inquiries.length < 200;
  slot(view, 'inquiries').append(
    ...inquiries.map(({ id, status, receivedHour }) => {
      const line = cloneTemplate('list-line-template');
      const arrived = times.hour(localHour(receivedHour));
      fillSlots(line, { arrived: staff.inquiry.arrived(arrived), which: ` ${staff.list.arrived(arrived)}` });
      slot(line, 'status').append(cloneTemplate(`status-${status}-template`));
      onAct(line, 'open', () => acts.open(id));
      return line;
    }),
  );
  showUnreadEnd(
    slot(view, 'unread-end'),
    inquiries.flatMap(({ unreadEnd }) => unreadEnd ?? []),
  );
  onAct(view, 'refresh', acts.refresh);
  onAct(view, 'set-aside', acts.setAside);
  onAct(view, 'officers', acts.officers);
  show(view);
}

/** Warns of words that nobody has opened and that will be erased so. @param days on which they are, as 2026-11-22 */
function showUnreadEnd(place: HTMLElement, days: readonly string[]): void {
  const [first] = [...days].sort();
  if (first === undefined) return;
  const [year = '', month = '', day = ''] = first.split('-');
  place.textContent = setAside.unread(days.length, `${Number(day)}/${Number(month)}/${year}`);
  place.hidden = false;
}

/**
 * Opens a thread with the key that its request was sealed to: the present one, or one that was replaced since. Answers go
 * on under that key, which the person's own envelope names.
 */
async function readWithAnyKey(desk: OpenDesk, thread: SealedThread) {
  const readWith = async (key: HeldKey) => ({
    key,
    ...(await readDeskThread(thread, { ...key, id: desk.id })),
  });
  const first = await readWith(desk.key);
  if (first.request.problem !== 'cannot-open') return first;
  for (const key of desk.earlier) {
    const read = await readWith(key);
    if (read.request.problem !== 'cannot-open') return read;
  }
  return first;
}

/** Opens one request with the desk's key, unless another view was asked for meanwhile. @throws RefusedError */
export async function showInquiry(
  desk: OpenDesk,
  id: string,
  { notice, contact }: { notice: string; contact: OpenedContact | null } = { notice: '', contact: null },
): Promise<void> {
  const isWanted = beginView();
  const { thread } = (await callApi(`staff/inquiries/${id}`)) as { thread: ThreadAnswer };
  const { key, request, messages } = await readWithAnyKey(desk, decodeThread(thread));
  if (!isWanted()) return;
  const view = cloneTemplate('inquiry-template');
  fillSlots(view, { arrived: staff.inquiry.arrived(times.hour(localHour(thread.receivedHour))), notice });
  slot(view, 'status').append(cloneTemplate(`status-${thread.status}-template`));
  slot(view, 'notice').hidden = notice === '';
  slot(view, 'back').addEventListener('click', () => history.back());

  slot(view, 'problem').hidden = request.problem === null;
  slot(view, 'opened').hidden = request.envelope === null;
  if (request.envelope === null) {
    fillSlots(view, { problem: describeDeskProblem(request.problem) });
  } else {
    fillRequest(view, request.envelope);
    slot(view, 'no-messages').hidden = messages.length > 0;
    slot(view, 'messages').append(
      ...messages.map((message) => {
        const line = cloneTemplate('message-template');
        fillSlots(line, {
          head:
            message.problem === null
              ? message.from === 'desk'
                ? staff.inquiry.fromDesk
                : staff.inquiry.fromPerson
              : describeDeskProblem(message.problem),
          hour: followMessages.at(times.hour(localHour(message.hour))),
          act: message.problem === null ? describeDeskActs(message.acts) : '',
          text: message.text ?? '',
        });
        slot(line, 'message').classList.add(
          `message--${message.problem === null ? message.from : 'warning'}`,
        );
        return line;
      }),
    );
    const { envelope } = request;
    // Held here: by the time the contact comes, the page may show another request.
    const places = { form: slot(view, 'contact-form'), contact: slot(view, 'contact') };
    // One that the person has changed since is asked for anew.
    let opened = contact?.envelope?.id === contactIdOf(messages) ? contact : null;
    if (opened !== null) showContact(opened, places);
    onAct(view, 'contact-form', async () => {
      opened = await openContact(key, id, envelope, messages);
      if (opened !== null) showContact(opened, places);
    });
    const states = dataRequestStates(messages, thread.daysOff);
    showDataRequests(view, states);
    const send = answer({ ...desk, key }, id, envelope, nextDue(states));
    onAct(view, 'answer-form', async () => {
      if (!(await send())) return;
      forgetUnsaved();
      if (isWanted()) {
        await showInquiry(desk, id, { notice: staff.inquiry.answered, contact: opened });
      }
    });
  }
  slot(view, 'close-part').hidden = thread.status === 'closed' || request.envelope === null;
  onAct(view, 'close-form', async () => {
    await callApi(`staff/inquiries/${id}/close`, {});
    if (isWanted()) await showInquiry(desk, id, { notice: deskActs.closed, contact: null });
  });
  show(view);
  watchUnsaved(() => typedAnswer().trim() !== '');
}

/** What stands in the answer's field; empty when the request cannot be answered. */
function typedAnswer(): string {
  const field = document.getElementById('text');
  return field instanceof HTMLTextAreaElement ? field.value : '';
}

function fillRequest(view: ParentNode, envelope: RequestEnvelope): void {
  const words = requestWords.form;
  const named = (values: readonly string[] | undefined, options: Record<string, string>): string =>
    values?.map((value) => options[value] ?? value).join(', ') ?? '';
  fillSlots(view, {
    resultKnown: requestWords.clock.options[envelope.resultKnown],
    forWhom: words.forWhom[envelope.forWhom],
    ageBand: words.ageBand[envelope.ageBand],
    help: named(envelope.help, words.help.options) || staff.inquiry.none,
    substances: named(envelope.substances, words.substances.options) || staff.inquiry.unsaid,
    urgency:
      named(envelope.urgency === undefined ? [] : [envelope.urgency], words.urgency.options) ||
      staff.inquiry.unsaid,
    place: envelope.place ?? staff.inquiry.unsaid,
    words: envelope.words || staff.inquiry.noWords,
  });
  const about = envelope.complaintAbout;
  slot(view, 'complaint-rule').hidden = about === undefined;
  slot(view, 'facts').hidden = about !== undefined;
  if (about !== undefined) {
    // The answers to the form's questions say nothing in a complaint.
    fillSlots(view, { complaint: deskActs.complaint(about) });
    return;
  }
  slot(view, 'relative-rule').hidden = envelope.forWhom !== 'relative';
  slot(view, 'under-18-rule').hidden = envelope.ageBand !== 'under-18';
  slot(view, 'danger-rule').hidden = envelope.urgency !== 'danger';
  slot(view, 'once-rule').hidden = envelope.once !== true;
  slot(view, 'clock-rule').hidden = envelope.resultKnown === 'no';
}

/**
 * Answers to the address inside the envelope, with the person's proof: the columns of the database have no say.
 *
 * @returns sends what is written at the time; false when it cannot be sent as it is
 */
function answer(
  desk: { id: string; key: HeldKey },
  inquiryId: string,
  request: RequestEnvelope,
  next: DataRequestState | null,
): () => Promise<boolean> {
  // One for every attempt, so that a lost reply of the server does not store the same answer twice.
  const seed = crypto.randomUUID();
  return async () => {
    const text = readMessageText(typedAnswer());
    if (!text.ok) {
      const message = text.problem === 'missing' ? staff.inquiry.answerMissing : staff.inquiry.answerTooLong;
      showErrors(byId('problems'), [{ field: 'text', message }]);
      return false;
    }
    const form = document.getElementById('text')?.closest('form') ?? null;
    const data = form === null ? null : new FormData(form);
    const acts = readAnswerActs((name) => String(data?.get(name) ?? ''), next);
    const id = messageIdFor(seed, [text.text, acts]);
    const sealed = await sealMessage(
      { id, from: 'desk', text: text.text, ...acts },
      {
        desk: { id: desk.id, recipient: desk.key.recipient },
        recipient: request.recipient,
        proof: request.proof,
      },
    );
    await callApi(`staff/inquiries/${inquiryId}/messages`, {
      id,
      sealed: base64urlnopad.encode(sealed),
      ...(acts.referredTo === undefined ? {} : { isReferral: true }),
    });
    return true;
  };
}
