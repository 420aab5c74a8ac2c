import { type ExportOutcomesV1, message } from '@bulkhead/contracts';
import type { SqsCommands } from '@bulkhead/lambda-kit/aws';

import type { RunExportCommands } from '../application/run-export/ports.ts';

/** Has the file of an export written. */
export class SqsRunExportCommands implements RunExportCommands {
  readonly #queue: Pick<SqsCommands, 'send'>;

  constructor(queue: Pick<SqsCommands, 'send'>) {
    this.#queue = queue;
  }

  async build(
    request: Parameters<RunExportCommands['build']>[0],
    cause: Parameters<RunExportCommands['build']>[1],
  ): Promise<void> {
    const { exportId, runId, format, at } = request;
    const command: ExportOutcomesV1 = message({
      id: `${exportId}:export`,
      type: 'export_outcomes.v1',
      source: 'feedback',
      subject: runId,
      time: new Date(at),
      cause,
      data: { exportId, runId, format, at },
    });
    await this.#queue.send([command]);
  }
}
