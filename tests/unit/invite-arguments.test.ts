import { describe, expect, it } from 'vitest';
import { readInviteArguments } from '../../scripts/invite-arguments.ts';

describe('the arguments of npm run invite', () => {
  it('are a role, a name and, for an intake officer, a desk', () => {
    expect(
      readInviteArguments(['--role', 'intake', '--name', ' Trần Văn Thử ', '--desk', 'dau-moi']),
    ).toEqual({
      role: 'intake',
      name: 'Trần Văn Thử',
      desk: 'dau-moi',
    });
  });

  it.each([
    [['--role', 'editor'], 'Say who it is for'],
    [['--role', 'boss', '--name', 'A'], 'Say who it is for'],
    [['--role', 'editor', '--nome', 'A'], 'Say who it is for'],
    [['--role', 'intake', '--name', 'A'], 'An intake officer needs a desk'],
    [['--role', 'editor', '--name', 'A', '--desk', 'x'], 'An intake officer needs a desk'],
    [['--role', 'editor', '--name', 'a'.repeat(121)], 'The name is too long'],
  ])('are refused when they are %j, with the remedy', (args, why) => {
    expect(() => readInviteArguments(args)).toThrow(why);
  });
});
