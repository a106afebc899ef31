import { defineConfig } from 'astro/config';
import mingzhang from 'mingzhang';
import gallery from './tests/gallery/integration.mjs';

export default defineConfig({ integrations: [mingzhang({ content: './content' }), gallery()] });
