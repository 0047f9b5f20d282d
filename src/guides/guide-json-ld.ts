/** What a guide tells search engines, in the words of schema.org. Only what is known: no clinician has read these pages. */
import { guidePath, registeringGuidePath } from '../../domain/paths.ts';
import { jsonLdText } from '../../functions/json-ld.ts';
import { registering as words } from '../../words/vi-meta.ts';
import type { Guide } from '../content-schemas/guide.ts';

/**
 * https://schema.org/MedicalWebPage for a guide whose subject is health, else https://schema.org/WebPage; of the guide on
 * registering, what it is about too. `lastReviewed` is the day of the last comparison with the sources; `reviewedBy` is
 * left out, since that would name somebody who vouches for it.
 *
 * @param url the page's own address
 */
export function guideJsonLd(slug: string, guide: Guide, url: string): string {
  const { title, description, emergency, medical, author, checkedOn } = guide;
  return jsonLdText({
    '@type': emergency || medical ? 'MedicalWebPage' : 'WebPage',
    name: title,
    description,
    url,
    inLanguage: 'vi',
    lastReviewed: checkedOn,
    author: { '@type': 'Organization', name: author },
    ...(guidePath(slug) === registeringGuidePath() ? { mainEntity: registering() } : {}),
  });
}

/** https://schema.org/GovernmentService: who provides it, where and through what. It has neither one address nor one number. */
function registering(): Record<string, unknown> {
  return {
    '@type': 'GovernmentService',
    name: words.name,
    serviceOperator: { '@type': 'GovernmentOrganization', name: words.operator },
    areaServed: { '@type': 'Country', name: words.country },
    availableChannel: words.channels.map((name) => ({ '@type': 'ServiceChannel', name })),
  };
}
