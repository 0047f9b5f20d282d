/** Puts an opened thread into words: for the server's pages and the scripts alike. */
import type { CodeReading } from '../../domain/code.ts';
import { localHour } from '../../domain/hour.ts';
import type { PartProblem, ReadMessage } from '../../domain/read-thread.ts';
import { followMessages, times } from '../../words/vi.ts';

/** A message as it is shown. */
export interface ShownMessage {
  tone: 'desk' | 'person' | 'warning';
  head: string;
  hour: string;
  text: string;
}

/** One message in words: its text under who wrote it, or why it is not shown. */
export function describeMessage(message: ReadMessage): ShownMessage {
  const hour = followMessages.at(times.hour(localHour(message.hour)));
  if (message.problem !== null) {
    return { tone: 'warning', head: describeProblem(message.problem), hour, text: '' };
  }
  const head = message.from === 'desk' ? followMessages.fromDesk : followMessages.fromYou;
  return { tone: message.from, head, hour, text: message.text };
}

/** Why a message is not shown. */
export function describeProblem(problem: PartProblem): string {
  const words = followMessages.messageProblems;
  switch (problem) {
    case 'proof':
    case 'recipient':
    case 'desk':
    case 'outdated':
      return words.proof;
    case 'sender':
    case 'copied':
    case 'altered':
      return words[problem];
    case 'cannot-open':
    case 'malformed':
      return words.damaged;
  }
}

/** What is wrong with a typed code, and how to mend it. */
export function describeCodeProblem(reading: Exclude<CodeReading, { ok: true }>): string {
  const words = followMessages.problems;
  if (reading.problem !== 'length') return words[reading.problem];
  return reading.typed < 25 ? words.length(reading.typed) : words.lengthOver(reading.typed);
}
