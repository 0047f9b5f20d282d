/** The privacy notice as it is built: printed from the days by which the portal erases. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DATA_DAYS } from '../../domain/data-deadlines.ts';
import { COUNT_MONTHS, ERASED_CODE_DAYS, RETENTION_DAYS } from '../../domain/retention.ts';
import { privacy } from '../../words/vi-privacy.ts';

const page = readFileSync(new URL('../../dist/client/rieng-tu/index.html', import.meta.url), 'utf8');

it.each([
  RETENTION_DAYS.silent,
  RETENTION_DAYS.closed,
  RETENTION_DAYS.unread,
  RETENTION_DAYS.settledReport,
  ERASED_CODE_DAYS,
  ...Object.values(DATA_DAYS),
])('says %d days', (days) => {
  expect(page).toContain(`${days} ngày`);
});

it('says for how many months the counts stay', () => {
  expect(page).toContain(`${COUNT_MONTHS} tháng`);
});

it('says that nobody runs a portal whose operator is not named', () => {
  expect(page).toContain(privacy.operator.unnamed);
});
