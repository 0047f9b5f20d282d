import { makeCode } from '../../domain/code.ts';
import type { RequestConsent } from '../../domain/consent.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { compareAttempts } from '../../domain/earlier-sending.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { type DeskAddress, sealSubmission, testSealing } from '../../domain/seal-request.ts';
import { requestMessages } from '../../words/vi.ts';
import { callApi, mayBeDone, RefusedError } from './api.ts';
import type { DescribedDesk } from './describe-desk.ts';
import { type SentRequest, showReceipt, showSentOnce } from './receipt.ts';

/** What the API says of a received request. */
interface Receipt {
  desk: string;
  mayShowCode: boolean;
  receivedHour: string;
  isEarlier: boolean;
  isOnce: boolean;
}

/** A desk as `/api/desks` gives it. */
interface Desk extends DeskAddress, DescribedDesk {
  name: string;
}

/** A browser that can seal, with the one code under which this page sends, however often it tries. */
export interface Sealing {
  /**
   * Seals and sends.
   *
   * @param onPost is called when the sealed request leaves: without an answer nobody knows then whether it arrived
   * @returns shows what became of it: the receipt, or that it was sent without a code
   * @throws RefusedError; NoAnswerError; anything else when it could not be sealed
   */
  send: (
    request: { answers: RequestAnswers; consent: RequestConsent },
    onPost: () => void,
  ) => Promise<() => void>;
  /** Whether an attempt left of which nobody knows whether it arrived. */
  mayHaveArrived: () => boolean;
}

/**
 * Makes the code and tries the sealing here and now.
 *
 * @throws Error when the self-test fails
 */
export async function prepareSealing(): Promise<Sealing> {
  const code = makeCode();
  const secrets = await deriveFromCode(code);
  await testSealing();
  /** Attempts that may stand. */
  const unsure: RequestAnswers[] = [];
  return {
    mayHaveArrived: () => unsure.length > 0,
    send: async ({ answers, consent }, onPost) => {
      // Asked now, not when the page was drawn: the desk may have a new key since.
      const { desks } = (await callApi('desks')) as { desks: Desk[] };
      const desk = desks.find(({ id }) => id === answers.desk);
      if (desk === undefined) throw new RefusedError('desk_closed', requestMessages.problems.desk);
      const submission = await sealSubmission({ answers, consent }, desk, secrets);
      onPost();
      const { receipt } = (await callApi('inquiries', submission).catch((error: unknown) => {
        if (mayBeDone(error)) unsure.push(answers);
        throw error;
      })) as { receipt: Receipt };
      const { earlier, answerBy } = compareAttempts(receipt, unsure, answers);
      // A form sent again finds the first request, whichever desk it names.
      const receiver = desks.find(({ id }) => id === receipt.desk) ?? desk;
      const sent: SentRequest = {
        lookup: secrets.lookup,
        receivedHour: receipt.receivedHour,
        desk: receiver,
        earlier,
      };
      return () => {
        if (receipt.isOnce) showSentOnce(sent, answerBy);
        else showReceipt(sent, receipt.mayShowCode ? code : null);
      };
    },
  };
}
