import type { Plugin } from 'vite';

import { withoutLargestModule } from './without-largest-module.ts';

const CANVAS_PLUGIN = /grapesjs-mjml\/dist\/index\.js$/;

/** The canvas's plug-in brings along a compiler of MJML, more than a megabyte of the same that we have: it gets ours. */
export const mjmlOnce = (): Plugin => ({
  name: 'bulkhead:mjml-once',
  transform: {
    filter: { id: CANVAS_PLUGIN },
    handler(code) {
      return { code: withoutLargestModule(code, this.parse(code), 'mjml-browser'), map: null };
    },
  },
});
