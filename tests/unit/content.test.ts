import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = globSync('content/**/*.md', { cwd: new URL('../..', import.meta.url) });

describe.each(files)('%s', (file) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

  it('is composed Unicode (NFC)', () => {
    expect(text === text.normalize('NFC')).toBe(true);
  });

  it('never uses the slur for a person who uses drugs', () => {
    expect(text).not.toMatch(/con nghiện/i);
  });

  it('never offers a crime-report line', () => {
    expect(text).not.toMatch(/0769[. ]?04|0705[. ]?13/);
  });
});

describe('the 2024 campaign', () => {
  const text = readFileSync(new URL('../../content/campaigns/2024.md', import.meta.url), 'utf8');

  it('shows the sum that the source gives beside the sum of its parts', () => {
    const parts = [2679, 662, 261, 169, 23];

    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(3794);
    expect(text).toContain('**3.795**');
    expect(text).toContain('3.794');
  });
});
