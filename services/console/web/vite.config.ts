import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { mantineStyles } from './bundling/mantine-styles.ts';
import { mjmlOnce } from './bundling/mjml-once.ts';
import { wordsByLanguage, wordsChunk } from './bundling/words-by-language.ts';

const platform = `http://127.0.0.1:${process.env['LOCAL_CLOUD_PORT'] ?? '4500'}`;

/** `pnpm start` serves what is built here; while one works on a page, `vite` serves it anew at every change and asks the platform for the rest. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), wordsByLanguage(), mjmlOnce(), mantineStyles('src/app/mantine.css')],
  build: {
    target: 'es2024',
    sourcemap: false,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_500,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: wordsChunk, debugName: 'words' }] } } },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/config.json', '/mailbox', '/images'].map((path) => [path, platform])),
  },
});
