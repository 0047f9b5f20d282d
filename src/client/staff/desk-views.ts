/** The desk's list and one request of it. */
import { base64urlnopad } from '@scure/base';
import type { RequestEnvelope } from '../../../domain/envelope.ts';
import { localHour } from '../../../domain/hour.ts';
import { type PartProblem, readContact, readDeskThread } from '../../../domain/read-thread.ts';
import { readMessageText } from '../../../domain/request-form.ts';
import { sealMessage } from '../../../domain/seal-request.ts';
import { followMessages, request as requestWords, staff, times } from '../../../words/vi.ts';
import { callApi } from '../api.ts';
import { showErrors } from '../form-errors.ts';
import { beginView, byId, cloneTemplate, fillSlots, showView, slot } from '../slots.ts';
import { decodeThread, type ThreadJson } from '../thread-json.ts';
import type { OpenDesk } from './console.ts';
import { onAct } from './view-parts.ts';

type Status = keyof typeof staff.list.status;

interface ThreadAnswer extends ThreadJson {
  status: Status;
  receivedHour: string;
}

/** Shows the desk's requests, unless another view was asked for meanwhile. @throws RefusedError */
export async function showList(acts: {
  open: (id: string) => Promise<void>;
  refresh: () => Promise<void>;
  signOut: () => Promise<void>;
}): Promise<void> {
  const isWanted = beginView();
  const { inquiries } = (await callApi('staff/inquiries')) as {
    inquiries: { id: string; status: Status; receivedHour: string }[];
  };
  if (!isWanted()) return;
  const view = cloneTemplate('list-template');
  slot(view, 'empty').hidden = inquiries.length > 0;
  slot(view, 'full').hidden = inquiries.length < 200;
  slot(view, 'inquiries').append(
    ...inquiries.map(({ id, status, receivedHour }) => {
      const line = cloneTemplate('list-line-template');
      fillSlots(line, {
        open: staff.list.open(times.hour(localHour(receivedHour))),
        status: staff.list.status[status],
      });
      onAct(line, 'open', () => acts.open(id));
      return line;
    }),
  );
  onAct(view, 'refresh', acts.refresh);
  onAct(view, 'sign-out', acts.signOut);
  showView(byId('console'), view);
}

/** Opens one request with the desk's key, unless another view was asked for meanwhile. @throws RefusedError */
export async function showInquiry(desk: OpenDesk, id: string, notice = ''): Promise<void> {
  const isWanted = beginView();
  const { thread } = (await callApi(`staff/inquiries/${id}`)) as { thread: ThreadAnswer };
  const { request, messages } = await readDeskThread(decodeThread(thread), {
    id: desk.id,
    ...desk.key,
  });
  if (!isWanted()) return;
  const view = cloneTemplate('inquiry-template');
  fillSlots(view, { arrived: staff.inquiry.arrived(times.hour(localHour(thread.receivedHour))), notice });
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
    const place = slot(view, 'contact');
    onAct(view, 'contact-form', () => openContact(desk, id, envelope, place));
    const send = answer(desk, id, envelope);
    onAct(view, 'answer-form', async () => {
      if ((await send()) && isWanted()) await showInquiry(desk, id, staff.inquiry.answered);
    });
  }
  showView(byId('console'), view);
}

function fillRequest(view: ParentNode, envelope: RequestEnvelope): void {
  const words = requestWords.form;
  const help: Record<string, string> = words.help.options;
  fillSlots(view, {
    resultKnown: requestWords.clock.options[envelope.resultKnown],
    forWhom: words.forWhom[envelope.forWhom],
    ageBand: words.ageBand[envelope.ageBand],
    help: envelope.help.map((kind) => help[kind] ?? kind).join(', ') || staff.inquiry.none,
    words: envelope.words || staff.inquiry.none,
  });
  slot(view, 'relative-rule').hidden = envelope.forWhom !== 'relative';
  slot(view, 'under-18-rule').hidden = envelope.ageBand !== 'under-18';
  slot(view, 'clock-rule').hidden = envelope.resultKnown === 'no';
}

async function openContact(
  desk: OpenDesk,
  id: string,
  request: RequestEnvelope,
  place: HTMLElement,
): Promise<void> {
  const reason = document.querySelector<HTMLInputElement>('input[name="reason"]:checked')?.value;
  if (reason === undefined) {
    showErrors(byId('problems'), [{ field: 'reason', message: staff.inquiry.contactMissing }]);
    return;
  }
  const { contact } = (await callApi(`staff/inquiries/${id}/contact`, { reason })) as {
    contact: string | null;
  };
  const { envelope, problem } = await readContact(
    contact === null ? null : base64urlnopad.decode(contact),
    desk.key.identity,
    request,
  );
  place.textContent =
    envelope === null
      ? describeDeskProblem(problem)
      : envelope.answerBy === 'code'
        ? staff.inquiry.byCode
        : staff.inquiry.byPhone(envelope.phone, envelope.safeHours || staff.inquiry.anyHours);
}

/**
 * Answers to the address inside the envelope, with the person's proof: the columns of the database have no say.
 *
 * @returns sends what is written at the time; false when it cannot be sent as it is
 */
function answer(desk: OpenDesk, inquiryId: string, request: RequestEnvelope): () => Promise<boolean> {
  // One id for every attempt, so that a lost reply of the server does not store the answer twice.
  const id = crypto.randomUUID();
  return async () => {
    const field = byId('text');
    const text = readMessageText(field instanceof HTMLTextAreaElement ? field.value : '');
    if (!text.ok) {
      const message = text.problem === 'missing' ? followMessages.replyMissing : followMessages.replyTooLong;
      showErrors(byId('problems'), [{ field: 'text', message }]);
      return false;
    }
    const sealed = await sealMessage(
      { id, from: 'desk', text: text.text },
      {
        desk: { id: desk.id, recipient: desk.key.recipient },
        recipient: request.recipient,
        proof: request.proof,
      },
    );
    await callApi(`staff/inquiries/${inquiryId}/messages`, { id, sealed: base64urlnopad.encode(sealed) });
    return true;
  };
}

function describeDeskProblem(problem: PartProblem): string {
  const words = staff.inquiry.problems;
  switch (problem) {
    case 'desk':
    case 'recipient':
    case 'proof':
    case 'altered':
      return words[problem];
    case 'sender':
    case 'copied':
      return followMessages.messageProblems[problem];
    case 'cannot-open':
    case 'malformed':
      return words.damaged;
  }
}
