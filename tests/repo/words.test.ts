import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.ts';
import { stringsOf, templateOf } from './source-code.ts';

/** Letters that Vietnamese has and English has not. */
const vietnamese = /[ăâđêôơưàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]/i;

/** Files whose Vietnamese is data: the words that official lists and the fields of content/ use. */
const data = /\/(schema|unit-names|taxonomy-names)\.ts$|^src\/content-schemas\//;

/** The places in a file where Vietnamese stands written out instead of coming from words/. */
function writtenOut(path: string, text: string): string[] {
  const markup = path.endsWith('.astro') ? templateOf(text).split('\n') : [];
  return [...markup, ...stringsOf(path, text)]
    .map((piece) => piece.trim())
    .filter((piece) => vietnamese.test(piece));
}

describe('the sentences of the interface', () => {
  it('stand in words/, not in pages, components, scripts and routes', () => {
    const found = projectFiles()
      .filter((path) => /^(src|functions)\/.*\.(astro|ts)$/.test(path) && !data.test(path))
      .flatMap((path) =>
        writtenOut(path, readProjectFile(path)).map((piece) => `${path}: ${piece.slice(0, 80)}`),
      );

    expect(found).toEqual([]);
  });

  it.each([
    ['in the markup', `---\n---\n<p>Tìm nơi giúp đỡ</p>`],
    ['in an attribute', `---\n---\n<p title="Điện thoại">{words.phone}</p>`],
    ['in the frontmatter', `---\nconst title = 'Danh bạ';\n---\n<p>{title}</p>`],
  ])('are refused %s', (_where, text) => {
    expect(writtenOut('src/pages/a.astro', text)).toHaveLength(1);
  });

  it('may stand in a comment', () => {
    expect(
      writtenOut('src/pages/a.astro', `---\n// Mã: the code\n---\n<!-- Mã -->{/* Mã */}<p>{words.code}</p>`),
    ).toEqual([]);
  });
});
