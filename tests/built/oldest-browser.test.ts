/** The scripts hold nothing that the oldest browser in which they run lacks (src/client/recent-enough.ts). */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

const folder = new URL('../../dist/client/_astro/', import.meta.url);
const files = globSync('*.js', { cwd: folder });

/** Names that came after ECMAScript 2022 and Chrome 93; libraries ask before they use others. */
const LATER =
  /\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|withResolvers|fromAsync|isWellFormed|toWellFormed|symmetricDifference|getOrInsert|canParse)\(|\bstructuredClone\(|\bAbortSignal\.(?:timeout|any)\(/g;

/** The editors' desk, which no phone of 2019 has to run. */
const EDITOR = /^editor\./;

/** Syntax that Chrome 93 does not read, so that it would drop the whole file. */
function tooNewIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassStaticBlockDeclaration(node)) found.push('a static block');
    if (ts.isRegularExpressionLiteral(node) && /\/[a-z]*v[a-z]*$/.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return found;
}

it('no script uses a newer name or newer syntax', () => {
  const found = files
    .filter((file) => !EDITOR.test(file))
    .flatMap((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return [...(text.match(LATER) ?? []), ...tooNewIn(text)].map((what) => `${file}: ${what}`);
    });

  expect(files.length).toBeGreaterThan(15);
  expect(found).toEqual([]);
});

it('notices what is too new', () => {
  expect('list.findLast((x) => x)'.match(LATER)).not.toBeNull();
  expect(tooNewIn('class A { static { go(); } } /[a--b]/v.test(x)')).toHaveLength(2);
});
