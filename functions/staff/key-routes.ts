import { Hono } from 'hono';
import { readJson } from '../http/read-json.ts';
import { encodeSealed } from '../inquiries/schema.ts';
import { beginKeyChange, changeKey } from './change-key.ts';
import { confirmKey, handKey, listColleagues } from './hand-key.ts';
import {
  deskOfficer,
  requireConfirmedKey,
  requireDeskOfficer,
  type StaffContext,
} from './require-officer.ts';
import { ChangeKeySchema, ConfirmSchema, HandSchema } from './schema.ts';

/** `/api/staff/officers/…`: the officers of a desk, for those who hold its key. */
export const officerRoutes = new Hono<StaffContext>()
  .use(requireDeskOfficer, requireConfirmedKey)
  .get('/', async (c) => c.json(await listColleagues(c.env, c.var.deskId, c.var.officer.id)))
  .post('/:id/grants', async (c) => {
    const input = await readJson(c, HandSchema);
    await handKey(c.env, c.req.param('id'), deskOfficer(c), input, new Date());
    return c.body(null, 204);
  });

/** `/api/staff/keys/…`: confirming a key that was handed on, and replacing it. */
export const keyRoutes = new Hono<StaffContext>()
  .use(requireDeskOfficer)
  .post('/confirm', async (c) => {
    await confirmKey(c.env, deskOfficer(c), await readJson(c, ConfirmSchema), new Date());
    return c.body(null, 204);
  })
  .post('/begin', requireConfirmedKey, async (c) =>
    c.json({ challenge: encodeSealed(await beginKeyChange(c.env, deskOfficer(c), new Date())) }),
  )
  .post('/', requireConfirmedKey, async (c) => {
    const input = await readJson(c, ChangeKeySchema);
    return c.json({ keyId: await changeKey(c.env, deskOfficer(c), input, new Date()) });
  });
