import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// As Starlight's own template has it, with its search, for a site in Vietnamese.
export default defineConfig({
  integrations: [starlight({ title: 'Điểm Tựa', locales: { root: { label: 'Tiếng Việt', lang: 'vi' } } })],
});
