import type { ExportFormat } from '../../domain/recipient-lines.ts';
import type { Clock, Runs } from '../ports.ts';
import type { Ids, RunExportCommands, RunExports } from './ports.ts';

interface Needs {
  readonly runs: Pick<Runs, 'find'>;
  readonly exports: Pick<RunExports, 'begin'>;
  readonly commands: RunExportCommands;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Begins an export; undefined if nobody has told us of the run. The queue goes on with it. */
export type RequestRunExport = (
  asked: { readonly runId: string; readonly format: ExportFormat },
  cause: { readonly correlationId: string; readonly causationId: string },
) => Promise<{ readonly exportId: string } | undefined>;

export const makeRequestRunExport =
  ({ runs, exports, commands, ids, clock }: Needs): RequestRunExport =>
  async ({ runId, format }, cause) => {
    if ((await runs.find(runId)) === undefined) return undefined;
    const request = { runId, exportId: ids.next('exp'), format, at: clock.now().toISOString() };
    await exports.begin(request);
    await commands.build(request, cause);
    return { exportId: request.exportId };
  };
