import ts from 'typescript';

/** A part of a file that is TypeScript: the whole of a .ts file, or the code inside an .astro file. */
interface CodePart {
  text: string;
  /** Browser code of a <script> element, which is bound by the rules for src/client. */
  isClient: boolean;
}

/** One import of a file, whatever its form (import, export from, import(), import type). */
export interface ImportOf {
  specifier: string;
  /** From a <script> element of an .astro file. */
  isClient: boolean;
}

/** The imports of a .ts, .mjs or .astro file, read with TypeScript's own parser. */
export function importsOf(path: string, text: string): ImportOf[] {
  return codeParts(path, text).flatMap(({ text: code, isClient }) => {
    const found: ImportOf[] = [];
    visit(parse(code), (node) => {
      const specifier = specifierOf(node);
      if (specifier !== undefined) found.push({ specifier, isClient });
    });
    return found;
  });
}

/** The text of every string and template in a file's code. */
export function stringsOf(path: string, text: string): string[] {
  return codeParts(path, text).flatMap(({ text: code }) => {
    const found: string[] = [];
    visit(parse(code), (node) => {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node)
      ) {
        found.push(node.text);
      }
    });
    return found;
  });
}

/** Calls such as `it.skip(…)`, written as `it.skip`. */
export function memberCallsOf(path: string, text: string): string[] {
  return codeParts(path, text).flatMap(({ text: code }) => {
    const found: string[] = [];
    visit(parse(code), (node) => {
      if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
        found.push(`${node.expression.text}.${node.name.text}`);
      }
    });
    return found;
  });
}

/** The names of a file's tests: the first argument of `it(…)` and of `it.each(…)(…)`, as it is spelled. */
export function testNamesOf(path: string, text: string): string[] {
  return codeParts(path, text).flatMap(({ text: code }) => {
    const found: string[] = [];
    const source = parse(code);
    visit(source, (node) => {
      if (!ts.isCallExpression(node) || !/^it\b/.test(node.expression.getText(source))) return;
      const [name] = node.arguments;
      if (name === undefined) return;
      if (ts.isStringLiteralLike(name)) found.push(name.text);
      else if (ts.isTemplateExpression(name)) found.push(name.getText(source).slice(1, -1));
    });
    return found;
  });
}

/**
 * The markup of an .astro file that a visitor reads: without its frontmatter, scripts, styles, comments, and keys
 * such as `['bản thân']`, which choose a sentence and are not shown.
 */
export function templateOf(text: string): string {
  const body = text.startsWith('---') ? text.slice(text.indexOf('\n---', 3) + 4) : text;
  return body
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '')
    .replace(/\[(['"])[^'"]*\1\]/g, '');
}

function codeParts(path: string, text: string): CodePart[] {
  if (!path.endsWith('.astro')) return [{ text, isClient: false }];
  const end = text.indexOf('\n---', 3);
  const frontmatter = text.startsWith('---') && end > 0 ? text.slice(3, end) : '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  return [
    { text: frontmatter, isClient: false },
    ...scripts.map(([, code = '']) => ({ text: code, isClient: true })),
  ];
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('part.ts', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return textOf(node.arguments[0]);
  }
  return undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}
