import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** As packages/serverless-config/esbuild.yml has it: CommonJS in the bundle may call `require`. */
const BANNER =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

const LINE_LIMIT = 200;

/** Bundles modules as functions are bundled, so that what is measured is what would run, and no compiler beside it. */
export const bundleModules = async (
  entryPoints: readonly string[],
): Promise<{ readonly pathOf: (module: string) => string; readonly remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'bulkhead-bench-'));
  await build({
    entryPoints: [...entryPoints],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    // Node shows the line in which a process ended.
    lineLimit: LINE_LIMIT,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: BANNER },
    logLevel: 'error',
  });
  return {
    pathOf: (module) => join(folder, `${basename(module, '.ts')}.mjs`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
