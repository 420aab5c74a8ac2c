import { type Result, refuse } from '../../domain/result.ts';
import type { UnusableSegment } from '../../domain/segments/plan.ts';
import type { Cause } from '../ports.ts';
import { sentenceOf as ruleSentence } from '../segments/rule-sentences.ts';
import type { SnapshotAnnouncements, SnapshotProblem, SnapshotRequest } from './ports.ts';

/** What a marketer reads when the people of a run cannot be told. */
export const SNAPSHOT_FAILURES = {
  list_not_found: 'A list of this campaign does not exist. Make a new campaign with another list.',
  segment_not_found:
    'A segment of this campaign does not exist any more. Make a new campaign with another segment, or without.',
  segment_unusable: 'The segment "{name}" cannot be used: it {what}. Change the segment, then try the run again.',
  zone_unknown:
    '"{zone}" is no time zone: nobody knows when those are to be mailed whose own is not known. Make a new campaign, and choose a zone for them.',
  nobody_selected:
    'Nobody was left to mail when the run began: everybody on the lists who could be mailed is left out by its segments or by other lists. Look at the segments, then try the run again.',
  nobody_to_mail:
    'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.',
  import_unfinished:
    'The import of {files} was still under way an hour after the run began. Wait until it is finished, or cancel it; then try the run again.',
} as const satisfies Readonly<Record<SnapshotProblem['kind'], string>>;

const valuesOf = (problem: SnapshotProblem): Readonly<Record<string, string>> => {
  switch (problem.kind) {
    case 'segment_unusable':
      return { name: problem.name, what: whatIsWrong(problem) };
    case 'zone_unknown':
      return { zone: problem.zone };
    case 'import_unfinished':
      return { files: problem.files };
    case 'list_not_found':
    case 'segment_not_found':
    case 'nobody_selected':
    case 'nobody_to_mail':
      return {};
  }
};

/** A message has room for the first reason. */
const whatIsWrong = ({ problems: [first] }: UnusableSegment): string =>
  first === undefined ? 'cannot be read' : ruleSentence(first);

const sentenceOf = (problem: SnapshotProblem): string => {
  const values = valuesOf(problem);
  return SNAPSHOT_FAILURES[problem.kind].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
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
    await announcements.snapshotFailed({ runId, attempt, code, message: sentenceOf(problem) }, cause);
    return refuse(problem);
  };
