/** The proof that a person has saved their code: the last group, typed from their own copy. */
import { codeGroups, plainSymbols } from './code.ts';

/** What is wrong with a typed group; `other-group` is one of the code's other groups. */
export type SavedProblem = 'empty' | 'other-group' | 'wrong';

/**
 * Compares what was typed with the last group of a plain code, as forgivingly as codes are read. The whole code
 * proves as much.
 *
 * @returns null when it proves that the code was saved
 */
export function checkSavedGroup(code: string, typed: string): SavedProblem | null {
  const symbols = plainSymbols(typed);
  const groups = codeGroups(code);
  if (symbols === '') return 'empty';
  if (symbols === groups.at(-1) || symbols === code) return null;
  return groups.includes(symbols) ? 'other-group' : 'wrong';
}
