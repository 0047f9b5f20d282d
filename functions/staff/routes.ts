import { base64urlnopad } from '@scure/base';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SealedGrant } from '../../domain/desk-key.ts';
import { limitRate } from '../http/limit-rate.ts';
import { readJson } from '../http/read-json.ts';
import { threadJson } from '../inquiries/routes.ts';
import { DeskMessageSchema, encodeSealed, ManySchema, OpenContactSchema } from '../inquiries/schema.ts';
import {
  answerInquiry,
  closeInquiry,
  listInquiries,
  openContact,
  readInquiry,
} from '../inquiries/serve-desk.ts';
import { bringBack, findSetAside, setAside } from '../inquiries/set-aside.ts';
import { keyRoutes, officerRoutes } from './key-routes.ts';
import { openRegistration, type RelyingParty, registerOfficer } from './register-officer.ts';
import {
  deskOfficer,
  requireDeskOfficer,
  requireKey,
  requireOfficer,
  type StaffContext,
} from './require-officer.ts';
import { InviteTokenSchema, RegisterSchema, SignInSchema } from './schema.ts';
import { endSession, SESSION_COOKIE } from './session.ts';
import { openSignIn, signIn } from './sign-in.ts';
import { findWorkplace, type Workplace } from './workplace.ts';

const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

/** `/api/staff/inquiries/…`: the desk's requests, behind the sign-in. */
const deskRoutes = new Hono<StaffContext>()
  .use(requireDeskOfficer, requireKey)
  .get('/', async (c) => c.json({ inquiries: await listInquiries(c.env, c.var.deskId, new Date()) }))
  .get('/set-aside', async (c) => c.json({ inquiries: await findSetAside(c.env, c.var.deskId) }))
  .post('/set-aside', async (c) => {
    const { ids } = await readJson(c, ManySchema);
    return c.json({ count: await setAside(c.env, ids, deskOfficer(c), new Date()) });
  })
  .post('/bring-back', async (c) => {
    const { ids } = await readJson(c, ManySchema);
    return c.json({ count: await bringBack(c.env, ids, deskOfficer(c), new Date()) });
  })
  .get('/:id', async (c) => {
    const thread = await readInquiry(c.env, c.req.param('id'), deskOfficer(c), new Date());
    return c.json({ thread: threadJson(thread) });
  })
  .post('/:id/contact', async (c) => {
    const { reason } = await readJson(c, OpenContactSchema);
    const contact = await openContact(c.env, c.req.param('id'), deskOfficer(c), reason, new Date());
    return c.json({ contact: contact && encodeSealed(contact) });
  })
  .post('/:id/messages', async (c) => {
    const message = await readJson(c, DeskMessageSchema);
    await answerInquiry(c.env, c.req.param('id'), deskOfficer(c), message, new Date());
    return c.body(null, 204);
  })
  .post('/:id/close', async (c) => {
    await closeInquiry(c.env, c.req.param('id'), deskOfficer(c), new Date());
    return c.body(null, 204);
  });

/** `/api/staff/…`: registering, signing in and out, who holds the desk's key, and the desk's requests. */
export const staffRoutes = new Hono<StaffContext>()
  .post('/invites/open', limitRate('BRAKE_STAFF'), async (c) => {
    const { token } = await readJson(c, InviteTokenSchema);
    const { desk, ...registration } = await openRegistration(c.env, token, relyingParty(c), new Date());
    return c.json({
      registration: {
        ...registration,
        desk: desk && {
          ...desk,
          key: { ...desk.key, recoveryGrant: grantJson(desk.key.recoveryGrant) },
        },
      },
    });
  })
  .post('/register', limitRate('BRAKE_STAFF'), async (c) => {
    const input = await readJson(c, RegisterSchema);
    const { token, officer } = await registerOfficer(c.env, input, relyingParty(c), new Date());
    setCookie(c, SESSION_COOKIE, token, COOKIE);
    return c.json({ workplace: workplaceJson(await findWorkplace(c.env, officer)) }, 201);
  })
  .post('/sign-in/options', limitRate('BRAKE_STAFF'), async (c) =>
    c.json({ options: await openSignIn(c.env, relyingParty(c), new Date()) }),
  )
  .post('/sign-in', limitRate('BRAKE_STAFF'), async (c) => {
    const { credential } = await readJson(c, SignInSchema);
    const { token, workplace } = await signIn(c.env, credential, relyingParty(c), new Date());
    setCookie(c, SESSION_COOKIE, token, COOKIE);
    return c.json({ workplace: workplaceJson(workplace) });
  })
  .post('/sign-out', async (c) => {
    const token = getCookie(c, SESSION_COOKIE);
    if (token !== undefined) await endSession(c.env.DB, token);
    deleteCookie(c, SESSION_COOKIE, COOKIE);
    return c.body(null, 204);
  })
  .get('/workplace', requireOfficer, async (c) =>
    c.json({ workplace: workplaceJson(await findWorkplace(c.env, c.var.officer)) }),
  )
  .route('/officers', officerRoutes)
  .route('/keys', keyRoutes)
  .route('/inquiries', deskRoutes);

function relyingParty(c: Context<StaffContext>): RelyingParty {
  return { id: c.env.RP_ID, origin: new URL(c.req.url).origin };
}

function workplaceJson({ officer, desk, key, earlier }: Workplace) {
  const { id, name, role } = officer;
  return {
    officer: { id, name, role },
    desk,
    key: key && {
      ...key,
      grants: key.grants.map(({ holder, ...grant }) => ({ holder, ...grantJson(grant) })),
    },
    earlier: earlier.map((each) => ({ id: each.id, recipient: each.recipient, ...grantJson(each) })),
  };
}

function grantJson({ sealed, tag }: SealedGrant) {
  return { sealed: encodeSealed(sealed), tag: base64urlnopad.encode(tag) };
}
