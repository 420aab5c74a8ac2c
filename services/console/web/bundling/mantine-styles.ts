import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Plugin } from 'vite';

/** The names of its classes, which come with a component of Mantine. */
const CLASSES = /@mantine\/core\/esm\/.*\/([\w-]+)\.module\.mjs$/;
const IMPORT = /@import "@mantine\/core\/styles\/([\w-]+)\.css"/g;

/** Which components of Mantine are used without their styles. */
export const withoutStyles = (sheet: string, modules: readonly string[]): readonly string[] => {
  const styled = new Set([...sheet.matchAll(IMPORT)].map(([, name]) => name));
  const used = new Set(modules.flatMap((id) => CLASSES.exec(id)?.[1] ?? []));
  return [...used].filter((name) => !styled.has(name)).sort();
};

/** Mantine's whole stylesheet is twice of what we use. The one of ours names components; a component that it has forgotten stops the build. */
export const mantineStyles = (path: string): Plugin => {
  let folder = '';
  return {
    name: 'bulkhead:mantine-styles',
    configResolved: ({ root }) => {
      folder = root;
    },
    async generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
      const missing = withoutStyles(await readFile(join(folder, path), 'utf8'), modules);
      if (missing.length === 0) return;
      const lines = missing.map((name) => `@import "@mantine/core/styles/${name}.css";`);
      this.error(`Write into ${path}, where @mantine/core/styles.css has it: ${lines.join(' ')}`);
    },
  };
};
