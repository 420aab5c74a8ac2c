import { type Result, refuse } from '../../domain/result.ts';
import type { UnusableSegment } from '../../domain/segments/plan.ts';
import type { Cause } from '../ports.ts';
import { sentenceOf as ruleSentence } from '../segments/rule-sentences.ts';
import type { SnapshotAnnouncements, SnapshotProblem, SnapshotRequest } from './ports.ts';

/** What a marketer reads. */
const sentenceOf = (problem: SnapshotProblem): string => {
  switch (problem.kind) {
    case 'list_not_found':
      return 'A list of this campaign does not exist. Make a new campaign with another list.';
    case 'segment_not_found':
      return 'A segment of this campaign does not exist any more. Make a new campaign with another segment, or without.';
    case 'segment_unusable':
      return unusable(problem);
    case 'zone_unknown':
      return `"${problem.zone}" is no time zone: nobody knows when those are to be mailed whose own is not known. Make a new campaign, and choose a zone for them.`;
    case 'nobody_selected':
      return 'Nobody was left to mail when the run began: everybody on the lists who could be mailed is left out by its segments or by other lists. Look at the segments, then try the run again.';
    case 'nobody_to_mail':
      return 'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.';
    case 'import_unfinished':
      return `The import of ${problem.files} was still under way an hour after the run began. Wait until it is finished, or cancel it; then try the run again.`;
  }
};

/** A message has room for the first reason. */
const unusable = ({ name, problems: [first] }: UnusableSegment): string =>
  `The segment "${name}" cannot be used${first ? `: it ${ruleSentence(first)}` : ''}. Change the segment, then try the run again.`;

/** Tells campaigns, and answers with the problem. */
export const makeTellFailure =
  (announcements: Pick<SnapshotAnnouncements, 'snapshotFailed'>) =>
  async (
    { runId, attempt }: Pick<SnapshotRequest, 'runId' | 'attempt'>,
    problem: SnapshotProblem,
    cause: Cause,
  ): Promise<Result<never, SnapshotProblem>> => {
    const { kind: code } = problem;
    await announcements.snapshotFailed({ runId, attempt, code, message: sentenceOf(problem) }, cause);
    return refuse(problem);
  };
