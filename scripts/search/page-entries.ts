/** The pages that are no text of content/: what they are for, in the words that they say of themselves. */
import {
  campaignPath,
  directoryPath,
  figuresPath,
  followPath,
  guidePath,
  lawPath,
  legalDocumentsPath,
  openDataPath,
  privacyPath,
  provincePath,
  registrationPath,
  registrationSheetPath,
  requestPath,
  securityPath,
} from '../../domain/paths.ts';
import { TOLD_DAYS } from '../../domain/retention.ts';
import type { SearchEntry } from '../../functions/search/search-entry.ts';
import {
  campaign,
  directory,
  follow,
  home,
  openData,
  provinces,
  quickExitPage,
  request,
  site,
} from '../../words/vi.ts';
import { security } from '../../words/vi-audit.ts';
import { figures } from '../../words/vi-figures.ts';
import { lawHome, lawRegister } from '../../words/vi-law.ts';
import { privacy } from '../../words/vi-privacy.ts';
import { pageWords } from '../../words/vi-search-phrases.ts';
import { registrationSheet as sheet, registrationPath as steps } from '../../words/vi-steps.ts';

/** An entry for each page. */
export function pageEntries(): SearchEntry[] {
  return [
    entry('/', site.name, [home.description], pageWords.home),
    entry(requestPath(), request.title, [request.description, home.notRegistration], pageWords.request),
    entry(followPath(), follow.title, [follow.description, follow.withdrawHint], pageWords.follow),
    entry(
      guidePath('thoat-nhanh'),
      quickExitPage.title,
      [quickExitPage.description, ...quickExitPage.does, ...quickExitPage.doesNot, ...quickExitPage.clear],
      pageWords.quickExit,
    ),
    entry(privacyPath(), privacy.title, [privacy.description, ...privacy.reading.items], pageWords.privacy),
    entry(
      securityPath(),
      security.title,
      [security.description, ...security.promises.points(TOLD_DAYS), ...security.limits.points],
      pageWords.security,
    ),
    entry(registrationPath(), steps.title, [steps.description, steps.formLead], pageWords.steps),
    entry(registrationSheetPath(), sheet.title, [sheet.description, sheet.howTo], pageWords.sheet),
    entry(directoryPath(), directory.title, [directory.description, directory.intro], pageWords.directory),
    entry(provincePath(), provinces.title, [provinces.description], pageWords.provinces),
    entry(openDataPath(), openData.title, [openData.description], pageWords.openData),
    entry(lawPath(), lawHome.title, [lawHome.description, ...lawHome.limits], pageWords.law),
    entry(legalDocumentsPath(), lawRegister.title, [lawRegister.description], pageWords.register),
    entry(figuresPath(), figures.title, [figures.description, ...figures.reading], pageWords.figures),
    entry(
      campaignPath(),
      campaign.listTitle,
      [campaign.listDescription, campaign.listLead],
      pageWords.campaigns,
    ),
  ];
}

function entry(address: string, page: string, lines: readonly string[], also: string): SearchEntry {
  return {
    address,
    kind: 'page',
    page,
    heading: null,
    text: lines.join('\n'),
    also,
    onlyFor: '',
    phases: null,
  };
}
