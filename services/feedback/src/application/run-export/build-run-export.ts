import type { OutcomeKind } from '../../domain/outcome.ts';
import { type OutcomeMap, outcomeMapOf } from '../../domain/outcome-map.ts';
import { type ExportFormat, headOf, linesOf, type PeopleOfChunk } from '../../domain/recipient-lines.ts';
import { type BlockOutcomes, questions } from '../../domain/tally.ts';
import { inOrder } from '../in-order.ts';
import type { Clock, Outcomes } from '../ports.ts';
import type { ExportFiles, FrozenPeople, FrozenSnapshots, NewFile, RunExportRequest, RunExports } from './ports.ts';

interface Needs {
  readonly exports: Pick<RunExports, 'find' | 'note'>;
  readonly snapshots: FrozenSnapshots;
  readonly outcomes: Pick<Outcomes, 'ofKind'>;
  readonly files: Pick<ExportFiles, 'create'>;
  readonly clock: Clock;
}

/** Chunks that are read ahead of the one that is written. */
const AHEAD = 8;

export type BuildRunExport = (request: RunExportRequest) => Promise<void>;

/**
 * Writes what happened to every recipient into a file. What is held at a time is the run's bitmaps and a few chunks of its snapshot.
 * Doing it again writes the file again, under the same name; it is not done again once it is ready.
 */
export const makeBuildRunExport =
  (needs: Needs): BuildRunExport =>
  async (request) => {
    const { exports, snapshots, clock } = needs;
    const known = await exports.find(request);
    if (known?.status !== 'building') return;

    const people = await snapshots.find(request.runId);
    if (people === undefined) return exports.note(request, { status: 'failed', reason: 'snapshot_gone' });

    const asOf = clock.now().toISOString();
    const outcomes = await readOutcomes(needs, request.runId);
    const written = await writeFile(needs.files.create(request), request.format, { people, outcomes });
    await exports.note(request, { status: 'ready', asOf, ...written });
  };

/** Kind by kind, and of each only the bitmaps. */
const readOutcomes = async ({ outcomes }: Needs, runId: string): Promise<OutcomeMap> => {
  const kinds = new Set<OutcomeKind>(Object.values(questions).flat());
  const found: BlockOutcomes[] = [];
  for (const kind of kinds) {
    const some = await outcomes.ofKind(runId, kind, 0);
    found.push(...some.map(({ block, bitmap }) => ({ kind, block, bitmap })));
  }
  return outcomeMapOf(found);
};

interface Contents {
  readonly people: FrozenPeople;
  readonly outcomes: OutcomeMap;
}

const writeFile = async (file: NewFile, format: ExportFormat, { people, outcomes }: Contents) => {
  await file.add(headOf(format));
  let [recipients, unnamed] = [0, 0];
  for await (const chunk of inOrder(people.chunks, AHEAD, (about) => peopleIn(people, about))) {
    await file.add(linesOf(format, outcomes, chunk));
    recipients += chunk.people.length;
    unnamed += chunk.people.filter((person) => person === undefined).length;
  }
  return { key: await file.close(), recipients, unnamed };
};

/** A chunk that cannot be read has as many recipients all the same. */
const peopleIn = async (
  people: FrozenPeople,
  { chunk, recipients }: FrozenPeople['chunks'][number],
): Promise<PeopleOfChunk> => {
  const found = await people.read(chunk);
  return { chunk, people: found ?? Array.from({ length: recipients }, () => undefined) };
};
