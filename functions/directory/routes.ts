import { Hono } from 'hono';
import { placePath } from '../../domain/paths.ts';
import { findPlaces } from './find-places.ts';
import { parseDirectoryQuery } from './schema.ts';

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
