/** What the bench measures, as it is written to the JSON file. */

/** One figure. `ratio` is the value divided by that of `peer`, measured in the same run. */
export interface Measurement {
  name: string;
  value: number;
  unit: string;
  peer?: string;
  ratio?: number;
}

/** Figures that were measured in one way. */
export interface Section {
  title: string;
  /** How they were measured, for the reader. */
  how: string;
  measurements: Measurement[];
  /** What belongs here and could not be measured, each with the reason. */
  notMeasured?: string[];
}

/** The middle value; the mean of both middle ones where there are two. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no values');
  return (lower + upper) / 2;
}

/**
 * The median of the ratios of values taken side by side, round by round: what disturbs the machine during one round
 * disturbs both. Throws when the lists differ in length.
 */
export function medianRatio(values: readonly number[], peers: readonly number[]): number {
  if (values.length !== peers.length) throw new Error('the rounds differ in number');
  return median(values.map((value, round) => value / (peers[round] ?? Number.NaN)));
}

/** The mean. Throws on an empty list. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no values');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The smallest value that at least this share of all values do not exceed: 0.99 for p99. Throws on an empty list.
 *
 * @param share above 0, at most 1
 */
export function quantile(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1];
  if (value === undefined) throw new Error('no values');
  return value;
}
