import type { Cause } from '../ports.ts';
import type { SnapshotAnnouncements, SnapshotProblem, SnapshotRequest } from './ports.ts';

/** What a marketer reads. */
const sentences: Readonly<Record<SnapshotProblem['kind'], string>> = {
  list_not_found: 'A list of this campaign does not exist any more. Make a new campaign with another list.',
  nobody_to_mail:
    'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.',
};

export const tellFailure = (
  announcements: SnapshotAnnouncements,
  { runId, attempt }: Pick<SnapshotRequest, 'runId' | 'attempt'>,
  { kind: code }: SnapshotProblem,
  cause: Cause,
): Promise<void> => announcements.snapshotFailed({ runId, attempt, code, message: sentences[code] }, cause);
