import { getCollection } from 'astro:content';
import { changes } from 'virtual:law';
import type { APIRoute } from 'astro';
import { lawChangesPath } from '../../../domain/paths.ts';
import { lawChanges, lawPages } from '../../../words/vi-law.ts';
import { guideFeed as words } from '../../../words/vi-meta.ts';
import { atomFeed, entriesOfGuide } from '../../guides/guide-feed.ts';
import { siteOrigin } from '../../meta/absolute-url.ts';
import { xmlResponse } from '../../meta/xml.ts';

export const GET: APIRoute = async () => {
  const guides = await getCollection('guides');
  const law = {
    path: lawChangesPath(),
    title: lawChanges.title,
    on: lawPages.checkedOn,
    summary: words.law(changes.map(({ topic }) => topic)),
  };
  return xmlResponse(
    atomFeed([law, ...guides.flatMap(({ id, data }) => entriesOfGuide(id, data))], siteOrigin),
  );
};
