import { ExportOutcomesV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { BuildRunExport } from '../application/run-export/build-run-export.ts';

/** Somebody wants to know what happened to every recipient → it is written into a file. */
export const onRunExportRequested = (build: BuildRunExport, edge: QueueEdge) =>
  sqsHandler({ schema: ExportOutcomesV1, handle: ({ data }) => build(data) }, edge);
