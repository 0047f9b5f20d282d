import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { communePath, directoryPath, provincePath } from '../../domain/paths.ts';
import { communeFullName } from '../../functions/directory/unit-names.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { readDirectory } from '../../scripts/read-directory.ts';
import { commune as words } from '../../words/vi.ts';
import { useBuiltWorker } from './built-site.ts';

const site = useBuiltWorker('directory');
const data = await readDirectory(join(projectRoot, 'content'));
const provinceNames = new Map(data.provinces.map(({ code, name }) => [code, name]));

/** Every special zone, Hoàng Sa and Trường Sa among them, and communes all over the country. */
const asked = data.communes.filter(({ type }, index) => type === 'đặc khu' || index % 190 === 0);

const escaped = (text: string): string => text.replaceAll("'", '&#39;');

describe('the pages of the communes', () => {
  it.each(asked.map(({ code, name, type, province_code }) => [name, code, type, province_code] as const))(
    'answer for %s (%s)',
    async (name, code, type, provinceCode) => {
      const response = await site.fetch(communePath(code));
      const html = await response.text();
      const title = words.title(communeFullName(type, name), provinceNames.get(provinceCode) ?? '');

      expect(response.status).toBe(200);
      expect(html).toContain(escaped(title));
      expect(html.match(/<link rel="canonical" href="([^"]+)"/)?.[1]).toMatch(
        new RegExp(`^https?://[^/]+${communePath(code)}$`),
      );
      expect(html).toContain(words.clockTitle);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=/);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it('are reached by links alone, all of them, from the directory over their provinces', async () => {
    const linksOf = async (path: string): Promise<string[]> =>
      [...(await (await site.fetch(path)).text()).matchAll(/<a href="([^"#]+)"/g)].map(
        ([, href = '']) => href,
      );

    expect(await linksOf(directoryPath())).toContain(provincePath());
    const provinces = (await linksOf(provincePath())).filter((href) => /^\/danh-ba\/tinh\/\d/.test(href));
    const reached: string[] = [];
    for (const path of provinces) reached.push(...(await linksOf(path)));
    const communes = reached.filter((href) => href.startsWith('/danh-ba/xa/'));

    expect(provinces).toHaveLength(data.provinces.length);
    expect(communes.toSorted()).toEqual(data.communes.map(({ code }) => communePath(code)).toSorted());
    expect((await site.fetch('/danh-ba/tinh/99/')).status).toBe(404);
  });

  it.each(['00000', '9706', '097060', 'yen-bai', '%27'])('do not answer for %s', async (code) => {
    expect((await site.fetch(`/danh-ba/xa/${code}/`)).status).toBe(404);
  });
});
