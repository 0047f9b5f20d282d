import { Hono } from 'hono';
import { placePath } from '../../domain/paths.ts';
import { AppError } from '../errors.ts';
import { limitRate } from '../http/limit-rate.ts';
import { readJson } from '../http/read-json.ts';
import { parseDirectoryQuery } from './directory-query.ts';
import { findPlaces } from './find-places.ts';
import { reportPlace } from './report-place.ts';
import { PlaceReportSchema } from './report-schema.ts';
import { suggest } from './suggest.ts';

/** The directory as JSON, mounted at `/api/places`. */
export const directoryRoutes = new Hono<{ Bindings: Env }>();

directoryRoutes.get('/', async (c) => {
  const found = await findPlaces(c.env.DB, parseDirectoryQuery(new URL(c.req.url).searchParams));
  return c.json({
    total: found.total,
    isCapped: found.isCapped,
    places: found.places.map(({ slug, name, communeName, provinceName }) => ({
      name,
      path: placePath(slug),
      commune: communeName,
      province: provinceName,
    })),
  });
});

/** Reports of places, mounted at `/api/place-reports`. */
export const placeReportRoutes = new Hono<{ Bindings: Env }>();

placeReportRoutes.post('/', limitRate('BRAKE_SENDING'), async (c) => {
  const { place, website, ...report } = await readJson(c, PlaceReportSchema);
  const problem = await reportPlace(c.env.DB, { ...report, slug: place, trap: website }, new Date());
  if (problem !== null)
    throw new AppError('invalid', { fields: [problem === 'kind-missing' ? 'kind' : 'note'] });
  return c.body(null, 204);
});

/** Suggestions while typing, mounted at `/danh-ba/goi-y`. What is typed is kept by no cache. */
export const suggestionRoutes = new Hono<{ Bindings: Env }>();

suggestionRoutes.get('/', async (c) => {
  const { q } = parseDirectoryQuery(new URL(c.req.url).searchParams);
  const suggestions = await suggest(c.env.DB, q);
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex');
  return c.json({ suggestions });
});
