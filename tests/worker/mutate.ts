/** Makes wrong input of right input, for the fuzz tests. */
import fc from 'fast-check';
import { makeToken } from '../../domain/derive.ts';
import type { Json } from './api-routes.ts';

/** Stands in every made-up value; it may come back in no error and in no log. */
export const MARK = 'dau-vet-7f3a';

type Path = (string | number)[];

/** Every path to a value of a body, its parents included. */
function pathsOf(value: Json, path: Path = []): Path[] {
  const own = path.length === 0 ? [] : [path];
  if (Array.isArray(value)) return [...own, ...value.flatMap((item, at) => pathsOf(item, [...path, at]))];
  if (typeof value === 'object' && value !== null)
    return [...own, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
  return own;
}

/** The body with the value at a path replaced; left out where the replacement is undefined. */
function replaceAt(value: Json, [key, ...rest]: Path, by: Json | undefined): Json {
  if (key === undefined) return by ?? null;
  const copy: Json = structuredClone(value);
  if (typeof copy !== 'object' || copy === null) return copy;
  // An array is read by its numbers as an object is by its names.
  const holder = copy as Record<string | number, Json>;
  const child = holder[key];
  if (rest.length > 0 && child !== undefined) holder[key] = replaceAt(child, rest, by);
  else if (by !== undefined) holder[key] = by;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

/** A text that nobody types by accident. */
export const strangeText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    MARK,
    `${MARK}\u0000`,
    `${MARK}\ud800`,
    `${MARK}\r\n    at ${MARK}`,
    MARK.repeat(3000),
    'ﷺ'.repeat(900),
    `' OR 1=1 -- ${MARK}`,
    `"* AND ${MARK}:`,
    `<img src=x onerror=${MARK}>`,
    `../../${MARK}`,
    '__proto__',
    btoa(MARK),
    `${makeToken().slice(0, 42)}=`,
    makeToken(),
    `age1${'q'.repeat(58)}`,
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCg',
    '00000000-0000-4000-8000-000000000000',
    '-1',
    '1e308',
    '99999999999999999999',
    'NaN',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.base64String({ maxLength: 200 }),
);

const strange: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<(Json | undefined)[]>(
    undefined,
    null,
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [MARK],
    { [MARK]: MARK },
    { toString: MARK },
    Array.from({ length: 2000 }, () => MARK),
  ),
  strangeText,
  fc.jsonValue().map((value) => value as Json),
);

/** Changes to a body: where, by a number that is taken modulo the places there are, and by what. */
export const changes = fc.array(fc.tuple(fc.nat(), strange), { minLength: 1, maxLength: 3 });

/** The body after the changes; where it has no places of its own, under a made-up name. */
export function mutate(body: Json, made: readonly (readonly [number, Json | undefined])[]): Json {
  return made.reduce<Json>((changed, [at, by]) => {
    const paths = pathsOf(changed);
    return replaceAt(changed, paths[at % paths.length] ?? [MARK], by);
  }, body);
}
