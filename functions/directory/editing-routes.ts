import { Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../http/read-json.ts';
import { requireEditor, type StaffContext } from '../staff/require-officer.ts';
import {
  confirmPlace,
  editPlace,
  mergePlaces,
  previewMerge,
  readPlaceForEditor,
  setPlaceStatus,
} from './edit-place.ts';
import { findPlacesByName } from './find-places-by-name.ts';
import { countPlacesToCheck, historyOfPlace, listPlacesToCheck } from './list-places-to-check.ts';
import { listReports, listReportsOf } from './list-reports.ts';
import { PlaceFormSchema } from './place-form.ts';
import { readFormChoices } from './read-form-choices.ts';
import { settleReport } from './settle-report.ts';
import type { Act } from './write-places.ts';

const version = z.string().regex(/^[0-9a-f]{64}$/);
const source = z.string().trim().min(3).max(500);
const ListSchema = z.object({
  list: z.enum(['stalest', 'hidden']).default('stalest').catch('stalest'),
  page: z.coerce.number().int().min(1).max(1000).default(1).catch(1),
});
const SearchSchema = z.object({ q: z.string().max(300).default('').catch('') });
const ProvinceSchema = z.object({ province: z.string().max(2).default('').catch('') });
const IntoSchema = z.object({ into: z.string().max(36).default('').catch('') });
const SettleSchema = z.strictObject({ state: z.enum(['done', 'dismissed']) });
const EditSchema = z.strictObject({ version, source, form: PlaceFormSchema });
const ConfirmSchema = z.strictObject({ version, source });
const StatusSchema = z.strictObject({
  version,
  source,
  status: z.enum(['active', 'inactive', 'temporarily closed', 'defunct']),
});
const MergeSchema = z.strictObject({ version, source, into: z.strictObject({ id: z.uuid(), version }) });

/** `/api/staff/places/…`: the directory for its editors, behind the sign-in. */
export const editingRoutes = new Hono<StaffContext>()
  .use(requireEditor)
  .get('/', async (c) => {
    const { list, page } = ListSchema.parse(c.req.query());
    return c.json(await listPlacesToCheck(c.env.DB, list, page));
  })
  .get('/work', async (c) => c.json(await countPlacesToCheck(c.env.DB, new Date())))
  .get('/search', async (c) => {
    const { q } = SearchSchema.parse(c.req.query());
    return c.json({ places: await findPlacesByName(c.env.DB, q) });
  })
  .get('/choices', async (c) => {
    const { province } = ProvinceSchema.parse(c.req.query());
    return c.json({ choices: await readFormChoices(c.env.DB, [province]) });
  })
  .get('/reports', async (c) => {
    const { page } = ListSchema.parse(c.req.query());
    return c.json(await listReports(c.env.DB, page));
  })
  .post('/reports/:id', async (c) => {
    const { state } = await readJson(c, SettleSchema);
    await settleReport(c.env.DB, c.req.param('id'), { state, by: c.var.officer.id, at: new Date() });
    return c.body(null, 204);
  })
  .get('/:id', async (c) => {
    const place = await readPlaceForEditor(c.env.DB, c.req.param('id'));
    return c.json({
      place,
      reports: await listReportsOf(c.env.DB, place.id),
      choices: await readFormChoices(c.env.DB, [place.form.province_code]),
    });
  })
  .get('/:id/history', async (c) => c.json({ history: await historyOfPlace(c.env.DB, c.req.param('id')) }))
  .post('/:id', async (c) => {
    const { source: words, ...edit } = await readJson(c, EditSchema);
    await editPlace(c.env.DB, c.req.param('id'), edit, actOf(c.var.officer.id, words));
    return c.json({ place: await readPlaceForEditor(c.env.DB, c.req.param('id')) });
  })
  .post('/:id/confirm', async (c) => {
    const { version: own, source: words } = await readJson(c, ConfirmSchema);
    await confirmPlace(c.env.DB, c.req.param('id'), own, actOf(c.var.officer.id, words));
    return c.json({ place: await readPlaceForEditor(c.env.DB, c.req.param('id')) });
  })
  .post('/:id/status', async (c) => {
    const { source: words, ...change } = await readJson(c, StatusSchema);
    await setPlaceStatus(c.env.DB, c.req.param('id'), change, actOf(c.var.officer.id, words));
    return c.json({ place: await readPlaceForEditor(c.env.DB, c.req.param('id')) });
  })
  .get('/:id/merge', async (c) => {
    const { into } = IntoSchema.parse(c.req.query());
    const preview = await previewMerge(c.env.DB, c.req.param('id'), into);
    const provinces = [preview.from.form.province_code, preview.into.form.province_code];
    return c.json({ ...preview, choices: await readFormChoices(c.env.DB, provinces) });
  })
  .post('/:id/merge', async (c) => {
    const { version: own, source: words, into } = await readJson(c, MergeSchema);
    const act = actOf(c.var.officer.id, words);
    await mergePlaces(c.env.DB, { id: c.req.param('id'), version: own }, into, act);
    return c.json({ place: await readPlaceForEditor(c.env.DB, into.id) });
  });

function actOf(officerId: string, source: string): Act {
  return { by: officerId, at: new Date(), source };
}
