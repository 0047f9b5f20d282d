import { Hono } from 'hono';
import { localDay } from '../../domain/local-day.ts';
import { limitRate } from '../http/limit-rate.ts';
import { readJson } from '../http/read-json.ts';
import { addPersonMessage } from './add-person-message.ts';
import { changeContact } from './change-contact.ts';
import { confirmSaved } from './confirm-saved.ts';
import { listDesks, listOpenComplaintDesks } from './list-desks.ts';
import { openThread, type Thread } from './open-thread.ts';
import {
  ContactChangeSchema,
  encodeSealed,
  LookupSchema,
  PersonMessageSchema,
  SubmitSchema,
} from './schema.ts';
import { submitInquiry } from './submit-inquiry.ts';
import { withdrawInquiry } from './withdraw-inquiry.ts';

/** `/api/desks` and `/api/inquiries/…`: what the person's browser asks. */
export const inquiryRoutes = new Hono<{ Bindings: Env }>()
  .get('/desks', async (c) => c.json({ desks: await listDesks(c.env.DB, new Date()) }))
  .get('/complaint-desks', async (c) => c.json({ desks: await listOpenComplaintDesks(c.env.DB, new Date()) }))
  .post('/inquiries', limitRate('BRAKE_SENDING'), async (c) => {
    const receipt = await submitInquiry(c.env, await readJson(c, SubmitSchema), new Date());
    return c.json({ receipt }, 201);
  })
  .post('/inquiries/saved', limitRate('BRAKE_CODES'), async (c) => {
    const { lookup } = await readJson(c, LookupSchema);
    await confirmSaved(c.env, lookup);
    return c.body(null, 204);
  })
  .post('/inquiries/open', limitRate('BRAKE_CODES'), async (c) => {
    const { lookup } = await readJson(c, LookupSchema);
    const { contact, desk, ...thread } = await openThread(c.env, lookup, new Date());
    return c.json({ thread: { ...threadJson(thread), contact: contact && encodeSealed(contact), desk } });
  })
  .post('/inquiries/messages', limitRate('BRAKE_SENDING'), async (c) => {
    await addPersonMessage(c.env, await readJson(c, PersonMessageSchema), new Date());
    return c.body(null, 204);
  })
  .post('/inquiries/contact', limitRate('BRAKE_SENDING'), async (c) => {
    await changeContact(c.env, await readJson(c, ContactChangeSchema), new Date());
    return c.body(null, 204);
  })
  .post('/inquiries/withdraw', limitRate('BRAKE_CODES'), async (c) => {
    const { lookup } = await readJson(c, LookupSchema);
    const now = new Date();
    await withdrawInquiry(c.env, lookup, now);
    return c.json({ erasedOn: localDay(now) });
  });

/** A thread with its sealed bytes as base64url. */
export function threadJson(thread: Thread) {
  return {
    ...thread,
    request: thread.request && encodeSealed(thread.request),
    messages: thread.messages.map((message) => ({
      ...message,
      sealed: message.sealed && encodeSealed(message.sealed),
    })),
  };
}
