import { type Result, refuse } from '../../domain/result.ts';
import type { Cause } from '../ports.ts';
import type { SnapshotAnnouncements, SnapshotProblem, SnapshotRequest } from './ports.ts';

/** What a marketer reads. */
const sentences: Readonly<Record<SnapshotProblem['kind'], string>> = {
  list_not_found: 'A list of this campaign does not exist any more. Make a new campaign with another list.',
  nobody_to_mail:
    'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.',
};

/** Tells campaigns, and answers with the problem. */
export const makeTellFailure =
  (announcements: Pick<SnapshotAnnouncements, 'snapshotFailed'>) =>
  async (
    { runId, attempt }: Pick<SnapshotRequest, 'runId' | 'attempt'>,
    problem: SnapshotProblem,
    cause: Cause,
  ): Promise<Result<never, SnapshotProblem>> => {
    const { kind: code } = problem;
    await announcements.snapshotFailed({ runId, attempt, code, message: sentences[code] }, cause);
    return refuse(problem);
  };
