import type { Plugin } from 'grapesjs';
import loaded, { type PluginOptions } from 'grapesjs-mjml';

/** It is CommonJS that was compiled from a module: some bundlers hand over the module, and its default is one level deeper. */
export const mjmlPlugin: Plugin<PluginOptions> =
  typeof loaded === 'function' ? loaded : Reflect.get(Object(loaded), 'default');
