import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type OutputFile, stop } from 'esbuild';
import { replaceFiles } from './replace-files.ts';
import type { TemplateMap } from './template.ts';

/** The bundles of one service. */
export interface Bundle {
  /** Every source file that went into them, as absolute paths. */
  readonly inputs: () => ReadonlySet<string>;
  /** Builds again. The last good bundle stays when that fails. */
  readonly rebuild: () => Promise<void>;
}

export interface BundleInput {
  readonly serviceDir: string;
  /** Handlers as serverless.yml names them: `src/handlers/on-message.entry.handler`. */
  readonly handlers: readonly string[];
  /**
   * The folder for the bundles, emptied first. It must belong to one host alone, and not be `.esbuild`: packaging, which
   * may go on beside a running platform, removes that.
   */
  readonly outdir: string;
  /** The shared esbuild.yml. */
  readonly options: TemplateMap;
}

/** The name, beside the handlers, of the module that every worker thread starts with. */
export const RUNTIME_ENTRY = 'local-runtime';

const SOURCE_EXTENSIONS = ['.ts', '.mts', '.js', '.mjs'];

/** Options of serverless-esbuild that esbuild itself does not know and would refuse. */
const PLUGIN_OPTIONS = new Set([
  'concurrency',
  'disposeContext',
  'exclude',
  'installExtraArgs',
  'keepOutputDirectory',
  'nativeZip',
  'nodeExternals',
  'outputBuildFolder',
  'outputFileExtension',
  'outputWorkFolder',
  'packagePath',
  'packager',
  'packagerOptions',
  'plugins',
  'skipBuild',
  'skipBuildExcludeFns',
  'skipRebuild',
  'stripEntryResolveExtensions',
  'watch',
  'zipConcurrency',
]);

/**
 * Bundles all functions of a service in one run with shared chunks, so that a library is parsed once and not once a function.
 *
 * Nothing is minified: stack traces and debuggers show the code as it was written.
 */
export const bundle = async (input: BundleInput): Promise<Bundle> => {
  const { serviceDir, outdir } = input;
  const options = buildOptions(input);
  await rm(outdir, { recursive: true, force: true });
  let inputs = inputsOf(serviceDir, await run(options));

  return {
    inputs: () => inputs,
    rebuild: async () => {
      inputs = inputsOf(serviceDir, await run(options));
    },
  };
};

const buildOptions = ({ serviceDir, outdir, handlers, options }: BundleInput): InMemory => ({
  ...Object.fromEntries(Object.entries(options).filter(([name]) => !PLUGIN_OPTIONS.has(name))),
  absWorkingDir: serviceDir,
  entryPoints: entryPoints(serviceDir, handlers),
  outdir,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  logLevel: 'warning',
  metafile: true,
  minify: false,
  sourcemap: 'linked',
  sourcesContent: false,
  splitting: true,
  write: false,
});

/** Results are handed to us, and written by `replaceFiles`. */
type InMemory = BuildOptions & { readonly metafile: true; readonly write: false };

const entryPoints = (serviceDir: string, handlers: readonly string[]): Record<string, string> => {
  const modules = new Set(handlers.map((handler) => handler.slice(0, handler.lastIndexOf('.'))));
  const sources = [...modules].map((module) => [module, sourceOf(serviceDir, module)]);

  return { ...Object.fromEntries(sources), [RUNTIME_ENTRY]: join(import.meta.dirname, 'worker-runtime.ts') };
};

const sourceOf = (serviceDir: string, module: string): string => {
  const source = SOURCE_EXTENSIONS.map((extension) => module + extension).find((file) =>
    existsSync(join(serviceDir, file)),
  );
  if (source === undefined) throw new Error(`No source file for the handler ${join(serviceDir, module)}.`);

  return source;
};

let running = 0;

/** Runs esbuild, and ends its process after the last run of several: kept, it would cost 100 MB to save 0.4 s a change. */
const run = async (options: InMemory): Promise<Metafile> => {
  running += 1;
  try {
    const { metafile, outputFiles } = await build(options);
    await replaceFiles(chunksFirst(outputFiles));

    return metafile;
  } finally {
    running -= 1;
    if (running === 0) await stop();
  }
};

/** What is imported is there before what imports it. */
const chunksFirst = (files: readonly OutputFile[]): readonly OutputFile[] => {
  const isChunk = ({ path }: OutputFile) => path.includes('/chunks/');

  return [...files.filter(isChunk), ...files.filter((file) => !isChunk(file))];
};

const inputsOf = (serviceDir: string, metafile: Metafile): ReadonlySet<string> =>
  new Set(Object.keys(metafile.inputs).map((path) => resolve(serviceDir, path)));
