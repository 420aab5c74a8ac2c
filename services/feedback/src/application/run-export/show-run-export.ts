import type { ExportFiles, RunExport, RunExportName, RunExports } from './ports.ts';

interface Needs {
  readonly exports: Pick<RunExports, 'find'>;
  readonly files: Pick<ExportFiles, 'linkTo'>;
}

/** An export, with an address if it is ready. */
export type ShownRunExport =
  | Exclude<RunExport, { readonly status: 'ready' }>
  | (Extract<RunExport, { readonly status: 'ready' }> & { readonly url: string });

export type ShowRunExport = (name: RunExportName) => Promise<ShownRunExport | undefined>;

export const makeShowRunExport =
  ({ exports, files }: Needs): ShowRunExport =>
  async (name) => {
    const found = await exports.find(name);
    if (found?.status !== 'ready') return found;
    return { ...found, url: await files.linkTo(found) };
  };
