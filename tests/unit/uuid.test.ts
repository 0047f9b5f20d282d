import { describe, expect, it } from 'vitest';
import { isUuid } from '../../domain/uuid.ts';

describe('isUuid', () => {
  it.each([
    ['3f2b6c1e-8d4a-4e0b-9c7f-0a1b2c3d4e5f', true],
    ['3F2B6C1E-8D4A-4E0B-9C7F-0A1B2C3D4E5F', true],
    ['3f2b6c1e-8d4a-4e0b-9c7f-0a1b2c3d4e5', false],
    ['3f2b6c1e-8d4a-0e0b-9c7f-0a1b2c3d4e5f', false],
    ['3f2b6c1e-8d4a-4e0b-7c7f-0a1b2c3d4e5f', false],
    ['3f2b6c1e8d4a4e0b9c7f0a1b2c3d4e5f', false],
    [' 3f2b6c1e-8d4a-4e0b-9c7f-0a1b2c3d4e5f', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(isUuid(text)).toBe(expected);
    expect(isUuid(crypto.randomUUID())).toBe(true);
  });
});
