import type { Import } from '../../domain/import.ts';
import { isTooLong, nameImports, secondsToNextLook } from '../../domain/import-wait.ts';
import { type Result, succeed } from '../../domain/result.ts';
import type { Cause, Clock } from '../ports.ts';
import type { SnapshotAnnouncements, SnapshotCommands, SnapshotProblem, SnapshotRequest } from './ports.ts';
import { makeTellFailure } from './tell-failure.ts';

/** What whoever follows a run reads meanwhile. */
export const WAITS_FOR_IMPORTS = 'Waits until the import of {files} is finished: who is on the list by then is mailed.';

interface Needs {
  readonly commands: Pick<SnapshotCommands, 'awaitImports'>;
  readonly announcements: Pick<SnapshotAnnouncements, 'snapshotWaits' | 'snapshotFailed'>;
  readonly clock: Clock;
}

interface Waiting {
  readonly request: SnapshotRequest;
  readonly imports: readonly Import[];
  /** When the waiting began. */
  readonly since: string;
}

/** Has a snapshot looked at again later, tells why it waits, and gives up after an hour. */
export const awaitImports = async (
  { commands, announcements, clock }: Needs,
  { request, imports, since }: Waiting,
  cause: Cause,
): Promise<Result<'waiting', SnapshotProblem>> => {
  const now = clock.now();
  const { runId, attempt } = request;
  const files = nameImports(imports);
  if (isTooLong({ since }, now)) {
    return makeTellFailure(announcements)(request, { kind: 'import_unfinished', files }, cause);
  }
  const waitsFor = WAITS_FOR_IMPORTS.replace('{files}', () => files);
  await announcements.snapshotWaits({ runId, attempt, waitsFor }, cause);
  const wait = { imports: imports.map(({ importId }) => importId), since };
  await commands.awaitImports(request, { wait, delaySeconds: secondsToNextLook(wait, now) }, cause);
  return succeed('waiting');
};
