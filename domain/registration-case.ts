/** A person's case on the way to registering: the questions that divide it, and what the law leaves to choose. */

const PLACES = ['home', 'public', 'private'] as const;

/**
 * The answers to each question. Ages are those of Decree 163/2026/NĐ-CP, Article 89(1) and (4); residence, Article 89(1)
 * and Law 120/2025/QH15, Articles 34(1) and 40(2); the turn, Article 29(1) of the Law; the place, its Article 30(1).
 */
export const ANSWERS = {
  /** What the person has been told: dependent, only that a test was positive, or nothing. */
  result: ['told', 'positive', 'none'],
  age: ['under-12', 'minor', 'adult'],
  residence: ['settled', 'unsettled', 'foreign'],
  turn: ['first', 'again'],
  place: PLACES,
} as const;

/** In the order in which they are asked. */
export const QUESTIONS = [
  'result',
  'age',
  'residence',
  'turn',
  'place',
] as const satisfies (keyof typeof ANSWERS)[];

export type Question = (typeof QUESTIONS)[number];

/** What a person has answered so far; an answer is one of ANSWERS. */
export type Case = Partial<Record<Question, string>>;

/** For whom something is said: for those who gave one of these answers to each of these questions. */
export type Condition = Partial<Record<Question, readonly string[]>>;

/** A condition that is written down, whose answers the compiler compares with ANSWERS. */
export type WrittenCondition = { readonly [Q in Question]?: readonly (typeof ANSWERS)[Q][number][] };

/** Whether something is said for this case. A question that is not answered yet leaves nothing out. */
export function concerns(condition: Condition, answers: Case): boolean {
  return QUESTIONS.every((question) => {
    const given = answers[question];
    return given === undefined || (condition[question]?.includes(given) ?? true);
  });
}

/**
 * Where somebody may be treated. Without a settled residence only in a public facility (Law 120/2025/QH15, Article
 * 34(1)); a foreigner in a facility (Article 40(2)).
 */
export function possiblePlaces({ residence }: Case): readonly string[] {
  if (residence === 'unsettled') return ['public'];
  return residence === 'foreign' ? ['public', 'private'] : PLACES;
}

/**
 * The case with what follows from it: the only possible place is taken as chosen, an impossible one as not chosen. Below
 * twelve nobody registers (Decree 163/2026/NĐ-CP, Article 89(4)), so that nothing else matters.
 */
export function settle(answers: Case): Case {
  if (answers.age === 'under-12') return { age: answers.age };
  const { place, ...rest } = answers;
  const [first = '', ...others] = possiblePlaces(answers);
  if (others.length === 0) return { ...rest, place: first };
  return place === undefined || (place !== first && !others.includes(place)) ? rest : answers;
}

/** A condition as an attribute carries it: `age:minor,adult place:home`; empty for everybody. */
export function conditionText(condition: Condition): string {
  return QUESTIONS.flatMap((question) => {
    const wanted = condition[question];
    return wanted === undefined ? [] : [`${question}:${wanted.join()}`];
  }).join(' ');
}

/** Reads what conditionText wrote. */
export function parseCondition(text: string): Condition {
  return Object.fromEntries(
    text.split(' ').map((part) => {
      const [question = '', answers = ''] = part.split(':');
      return [question, answers.split(',')];
    }),
  );
}
