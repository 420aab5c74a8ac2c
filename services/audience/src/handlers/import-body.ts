import type { ImportReport } from '../application/imports.ts';
import { type Import, isExpired, type Progress } from '../domain/import.ts';
import { nothingRead, type Tally } from '../domain/tally.ts';

const uploadMissing = {
  code: 'upload_missing',
  message: 'The file was not uploaded in time. Import it anew.',
};

/** An import as people see it. */
export const importBody = ({ request, written, rejectedRowsUrl, isExpired: hasExpired, pace }: ImportReport) => ({
  ...summaryOf(request, hasExpired),
  written: written.contacts,
  added: written.added,
  updated: written.contacts - written.added,
  ...(pace !== undefined && { rowsPerSecond: pace.perSecond, remainingSeconds: pace.remainingSeconds }),
  ...(rejectedRowsUrl !== undefined && { rejectedRowsUrl }),
});

/** An import as a list of them shows it: without what only storage knows. */
export const importSummary = (request: Import, now: Date) => summaryOf(request, isExpired(request, now));

const summaryOf = ({ importId, listId, fileName, requestedAt, progress }: Import, hasExpired: boolean) => ({
  importId,
  listId,
  fileName,
  requestedAt,
  status: hasExpired ? 'expired' : progress.status,
  ...tallyOf(progress),
  ...('reading' in progress && progress.reading?.doubtful !== undefined && { doubtful: progress.reading.doubtful }),
  ...('reading' in progress && (progress.reading?.notes.length ?? 0) > 0 && { notes: progress.reading?.notes }),
  ...('problem' in progress && { problem: progress.problem }),
  ...(hasExpired && { problem: uploadMissing }),
});

const tallyOf = (progress: Progress): Tally => {
  if ('reading' in progress && progress.reading !== undefined) return progress.reading.tally;
  return ('soFar' in progress ? progress.soFar?.tally : undefined) ?? nothingRead;
};
