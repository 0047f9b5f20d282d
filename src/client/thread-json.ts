import { base64urlnopad } from '@scure/base';
import type { SealedThread } from '../../domain/read-thread.ts';

/** The sealed parts of a thread as the API gives them: base64url, null where the stored bytes were altered. */
export interface ThreadJson {
  recipient: string;
  request: string | null;
  messages: { id: string; sender: 'person' | 'desk'; sentHour: string; sealed: string | null }[];
}

/** The bytes of a thread's sealed parts. */
export function decodeThread(thread: ThreadJson): SealedThread {
  const decode = (sealed: string | null) => (sealed === null ? null : base64urlnopad.decode(sealed));
  return {
    request: decode(thread.request),
    recipient: thread.recipient,
    messages: thread.messages.map((message) => ({ ...message, sealed: decode(message.sealed) })),
  };
}
