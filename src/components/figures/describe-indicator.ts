/** Sentences about one row of content/indicators.csv, with its arithmetic done again. */
import {
  firstNumber,
  groupedNumber,
  readableValue,
  roundsTo,
  type Sum,
  shareIn,
  sumsIn,
} from '../../../domain/indicator.ts';
import { figures as words } from '../../../words/vi-figures.ts';
import type { Indicator } from '../../content-schemas/indicator.ts';

/** What is counted, with "Trong đó" for a part of the row above. */
export function describeMetric({ metric }: Indicator): string {
  const part = /^- (?:trong đó )?(.+)$/.exec(metric)?.[1];
  const total = /^(.+) - tổng$/.exec(metric)?.[1];
  if (part !== undefined) return words.partOf(part);
  return total === undefined ? metric : words.inTotal(total);
}

/** The value with its unit; the plan where nothing else is known. */
export function describeValue({ value, unit, target_or_plan }: Indicator): string {
  if (value !== '') return withUnit(value, unit);
  return target_or_plan === '' ? words.noValue : words.planOnly(withUnit(target_or_plan, unit));
}

/** The plan, the share of it and the sums of the row, as sentences. */
export function describeChecks(row: Indicator): string[] {
  return [...describePlan(row), ...describeShare(row), ...sumsOf(row).map((sum) => describeSum(row, sum))];
}

/** A row whose parts do not add up to what the source states. */
export interface Mismatch {
  row: Indicator;
  computed: number;
  stated: number;
}

/** The sums of the rows that do not come to the row's own value. */
export function mismatchesIn(rows: readonly Indicator[]): Mismatch[] {
  return rows.flatMap((row) =>
    sumsOf(row).flatMap(({ terms, computed }) => {
      const stated = statedTotal(row, terms);
      return stated === null || stated === computed ? [] : [{ row, computed, stated }];
    }),
  );
}

function describePlan({ value, target_or_plan }: Indicator): string[] {
  if (target_or_plan === '' || value === '') return [];
  const derived = /suy ra ~([\d.]+)/.exec(target_or_plan)?.[1];
  return [derived === undefined ? words.plan(readableValue(target_or_plan)) : words.derivedPlan(derived)];
}

function describeShare({ pct_check, pct_of_plan_stated }: Indicator): string[] {
  const share = shareIn(pct_check);
  if (share === null || pct_of_plan_stated === '') return [];
  const isRight = roundsTo(share.computed, pct_of_plan_stated);
  return [words.share(pct_of_plan_stated, `${groupedNumber(share.computed, 2)}%`, isRight)];
}

function sumsOf({ pct_check, check_note }: Indicator): Sum[] {
  return [...sumsIn(pct_check), ...sumsIn(check_note)];
}

function describeSum(row: Indicator, { terms, computed }: Sum): string {
  const sum = words.sum(terms.map((term) => groupedNumber(term)).join(' + '), groupedNumber(computed));
  const stated = statedTotal(row, terms);
  if (stated === null) return sum;
  const difference = Math.abs(stated - computed);
  return `${sum}, ${difference === 0 ? words.fits : words.differs(groupedNumber(difference))}`;
}

/** What the parts should come to; null where the row's own number is one of them, so that the total is ours. */
function statedTotal({ value }: Indicator, terms: readonly number[]): number | null {
  const own = /^\d+$/.test(value) ? firstNumber(value) : null;
  return own === null || terms.includes(own) ? null : own;
}

function withUnit(value: string, unit: string): string {
  const text = readableValue(value);
  if (unit === '' || text.includes('%')) return text;
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}
