/**
 * By when a request about one's own data is to be answered: Decree 356/2025/NĐ-CP, Article 5, under Law 91/2025/QH15,
 * as a summary of the Official Gazette of 20/7/2026 has it. The summary is a secondary source: whoever shows these days
 * says that they are to be checked against the text itself.
 *
 * The first answer is counted in working days. The rest is counted in days from the day after the request and is not
 * moved when the last one is a day off: the summary says nothing of that, and an earlier day is never too late.
 */
import { addDays } from './local-day.ts';
import { addWorkingDays, type DayOff } from './working-days.ts';

/** What a person can ask of whoever holds their data, as sealed messages name it. */
export const DATA_REQUESTS = ['correct', 'see', 'restrict', 'erase'] as const;
export type DataRequest = (typeof DATA_REQUESTS)[number];

/** Days to answer; the one extension is at most as long again. */
export const DATA_DAYS = { correct: 10, see: 10, restrict: 15, erase: 20 } as const satisfies Record<
  DataRequest,
  number
>;

/** Working days within which it is confirmed that a request has come. */
export const FIRST_ANSWER_WORKING_DAYS = 2;

/** The days of one request, ISO. */
export interface DataDeadlines {
  /** The last day to confirm that it has come. */
  firstAnswer: string;
  /** The last day to do what is asked. */
  due: string;
  /** The last day with the one extension. */
  extended: string;
  /** Whether the days off up to the first answer are known: none of them is only expected, and their year is listed. */
  isSure: boolean;
}

/**
 * The deadlines of a request about data.
 *
 * @param askedOn the day in Việt Nam on which the request came
 * @param daysOff the days off of every year that may be reached
 */
export function dataDeadlines(
  request: DataRequest,
  askedOn: string,
  daysOff: readonly DayOff[],
): DataDeadlines {
  const firstAnswer = addWorkingDays(askedOn, FIRST_ANSWER_WORKING_DAYS, daysOff);
  const due = addDays(askedOn, DATA_DAYS[request]);
  const years = new Set(daysOff.map(({ date }) => date.slice(0, 4)));
  return {
    firstAnswer,
    due,
    extended: addDays(due, DATA_DAYS[request]),
    isSure:
      years.has(firstAnswer.slice(0, 4)) &&
      !daysOff.some(({ date, isExpected }) => isExpected && date > askedOn && date <= firstAnswer),
  };
}
