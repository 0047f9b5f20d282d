import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metresBetween } from '../../domain/distance.ts';
import { communeNeighbours, NEIGHBOUR_COUNT } from '../../functions/directory/commune-neighbours.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { readDirectory } from '../../scripts/read-directory.ts';

const { communes } = await readDirectory(join(projectRoot, 'content'));
const neighbours = communeNeighbours(communes);

describe('the neighbours of the communes', () => {
  it('are sixty for every commune, each another one', () => {
    expect(neighbours.size).toBe(3321);
    for (const [code, near] of neighbours) {
      const others = new Set(near.map((neighbour) => neighbour.code));
      expect(others.size).toBe(NEIGHBOUR_COUNT);
      expect(others.has(code)).toBe(false);
    }
  });

  it('are those that comparing with every commune finds', () => {
    // Among them the islands, whose neighbours lie furthest.
    const asked = communes.filter(({ type }, index) => type === 'đặc khu' || index % 97 === 0);
    for (const commune of asked) {
      const all = communes
        .filter((other) => other !== commune)
        .map((other) => ({ code: other.code, metres: Math.round(metresBetween(commune, other)) }))
        .sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1));
      expect(neighbours.get(commune.code)).toEqual(all.slice(0, NEIGHBOUR_COUNT));
    }
  });

  it('are mostly each other’s', () => {
    const pairs = [...neighbours].flatMap(([code, near]) =>
      near.slice(0, 10).map((other) => ({ code, other })),
    );
    const mutual = pairs.filter(({ code, other }) =>
      neighbours.get(other.code)?.some((back) => back.code === code && back.metres === other.metres),
    );

    expect(mutual.length / pairs.length).toBeGreaterThan(0.97);
  });

  it('are all the others where there are fewer than sixty', () => {
    const few = communeNeighbours([
      { code: 'a', lat: 10, lon: 105 },
      { code: 'b', lat: 10, lon: 105 },
      { code: 'c', lat: 23, lon: 105 },
    ]);

    expect(few.get('a')).toEqual([
      { code: 'b', metres: 0 },
      { code: 'c', metres: Math.round(13 * 111_195.08) },
    ]);
    expect(communeNeighbours([{ code: 'a', lat: 10, lon: 105 }]).get('a')).toEqual([]);
  });
});
