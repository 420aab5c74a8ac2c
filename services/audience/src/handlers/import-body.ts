import type { Answer } from '@bulkhead/openapi';

import type { ImportReport } from '../application/imports.ts';
import { filesOf, type Import, isExpired, type Progress, type Reading } from '../domain/import.ts';
import { nothingRead, type Tally } from '../domain/tally.ts';
import type * as answers from '../openapi/import-answers.ts';

export const UPLOAD_SENTENCES = {
  missing: 'The file was not uploaded in time. Import it anew.',
  some_missing: 'Not uploaded in time: {files}. Import all files anew.',
} as const;

const uploadMissing = (missing: readonly string[]) => {
  const files = missing.map((name) => `"${name}"`).join(', ');
  const message = missing.length === 0 ? UPLOAD_SENTENCES.missing : UPLOAD_SENTENCES.some_missing;
  return { code: 'upload_missing' as const, message: message.replace('{files}', () => files) };
};

/** An import as people see it. */
export const importBody = ({
  request,
  written,
  rejectedRowsUrl,
  isExpired: hasExpired,
  pace,
}: ImportReport): Answer<typeof answers.Import> => ({
  ...summaryOf(request, hasExpired),
  written: written.contacts,
  added: written.added,
  updated: written.contacts - written.added,
  ...(pace !== undefined && { rowsPerSecond: pace.perSecond, remainingSeconds: pace.remainingSeconds }),
  ...(rejectedRowsUrl !== undefined && { rejectedRowsUrl }),
});

/** An import as a list of them shows it: without what only storage knows. */
export const importSummary = (request: Import, now: Date): Answer<typeof answers.ImportSummary> =>
  summaryOf(request, isExpired(request, now));

const summaryOf = (request: Import, hasExpired: boolean): Answer<typeof answers.ImportSummary> => {
  const { importId, listId, fileName, otherFiles, requestedAt, progress } = request;
  const missing = missingOf(request);
  return {
    importId,
    listId,
    fileName,
    ...(otherFiles && { files: filesOf(request) }),
    ...(missing.length > 0 && { missing }),
    requestedAt,
    status: hasExpired ? 'expired' : progress.status,
    ...tallyOf(progress),
    ...('reading' in progress && remarksOf(progress.reading)),
    ...('problem' in progress && { problem: progress.problem }),
    ...(hasExpired && { problem: uploadMissing(missing) }),
  };
};

const remarksOf = (reading: Reading | undefined) => {
  const { doubtful, notes = [] } = reading ?? {};
  return { ...(doubtful && { doubtful }), ...(notes.length > 0 && { notes }) };
};

/** Which of several files have not arrived. */
const missingOf = (request: Import): readonly string[] => {
  const { progress, otherFiles } = request;
  if (progress.status !== 'awaiting_upload' || otherFiles === undefined) return [];
  return filesOf(request).filter((_, n) => progress.arrived?.includes(n + 1) !== true);
};

const tallyOf = (progress: Progress): Tally => {
  if ('reading' in progress && progress.reading !== undefined) return progress.reading.tally;
  return ('soFar' in progress ? progress.soFar?.tally : undefined) ?? nothingRead;
};
