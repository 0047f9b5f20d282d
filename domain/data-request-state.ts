/** How far the requests about a person's data have come, from the messages of a thread: the same for both sides. */
import { type DataDeadlines, type DataRequest, dataDeadlines } from './data-deadlines.ts';
import { localDay } from './local-day.ts';
import type { ReadMessage } from './read-thread.ts';
import type { DayOff } from './working-days.ts';

/** A request about data with its days. */
export interface DataRequestState extends DataDeadlines {
  /** The id of the message that asks. */
  id: string;
  request: DataRequest;
  /** The day in Việt Nam on which it came. */
  askedOn: string;
  /** The desk has written since. */
  isAnswered: boolean;
  /** The desk has taken the one extension. */
  isExtended: boolean;
  /** The day on which the desk said that it is done; null until then. */
  doneOn: string | null;
}

/**
 * The requests about data of a thread, in the order in which they came. Only genuine messages count: a writer in the
 * database can neither ask nor settle one.
 */
export function dataRequestStates(
  messages: readonly ReadMessage[],
  daysOff: readonly DayOff[],
): DataRequestState[] {
  const genuine = messages.filter((message) => message.problem === null);
  return genuine.flatMap(({ id, hour, acts: { dataRequest } }, index) => {
    if (dataRequest === undefined) return [];
    const answers = genuine.slice(index + 1).filter(({ from }) => from === 'desk');
    const settled = (how: 'done' | 'extended') =>
      answers.find(({ acts: { settles } }) => settles?.id === id && settles.how === how);
    const askedOn = localDay(new Date(hour));
    const done = settled('done');
    return [
      {
        id,
        request: dataRequest,
        askedOn,
        ...dataDeadlines(dataRequest, askedOn, daysOff),
        isAnswered: answers.length > 0,
        isExtended: settled('extended') !== undefined,
        doneOn: done === undefined ? null : localDay(new Date(done.hour)),
      },
    ];
  });
}

/** The day by which a request about data is to be done as things stand. */
export function dueDay(state: DataRequestState): string {
  return state.isExtended ? state.extended : state.due;
}
