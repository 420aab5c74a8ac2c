import type { ImportReport } from '../application/imports.ts';
import type { Import } from '../domain/import.ts';

const nothingRead = { rows: 0, accepted: 0, duplicates: 0, rejected: 0 };

/** An import as people see it. */
export const importBody = ({ request, written, rejectedRowsUrl }: ImportReport) => ({
  ...importSummary(request),
  written,
  ...(rejectedRowsUrl !== undefined && { rejectedRowsUrl }),
});

/** An import as a list of them shows it: without what only storage knows. */
export const importSummary = ({ importId, listId, fileName, requestedAt, progress }: Import) => ({
  importId,
  listId,
  fileName,
  requestedAt,
  status: progress.status,
  ...('reading' in progress ? progress.reading.tally : nothingRead),
  ...('reading' in progress && progress.reading.notes.length > 0 && { notes: progress.reading.notes }),
  ...('problem' in progress && { problem: progress.problem }),
});
