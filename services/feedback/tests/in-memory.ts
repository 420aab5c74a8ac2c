import type {
  EngagementJournal,
  Facts,
  FlowLog,
  JournalEntry,
  Outcomes,
  Probes,
  RunParts,
  Runs,
  SendJournal,
} from '../src/application/ports.ts';
import { emptyBitmap, has, including } from '../src/domain/bitmap.ts';
import { type EngagementMark, partOf } from '../src/domain/engagement.ts';
import type { Fact } from '../src/domain/fact.ts';
import { type Bounds, type Flow, flowAfter, type Sighting, unknownFlow } from '../src/domain/flow.ts';
import { type NumberedParts, noParts, numbering, type Part } from '../src/domain/part.ts';
import type { SeenProbe } from '../src/domain/readiness.ts';
import type { Run } from '../src/domain/run.ts';
import type { SendMark } from '../src/domain/sent-twice.ts';
import type { BlockOutcomes } from '../src/domain/tally.ts';

type Addition = Parameters<Outcomes['add']>[0];

/** Bitmaps in memory. Every call gives way to others first, so that concurrent foldings really interleave. */
export class InMemoryOutcomes implements Outcomes {
  readonly additions: Addition[] = [];
  readonly #bitmaps = new Map<string, BlockOutcomes & { readonly runId: string }>();
  readonly #before: (addition: Addition) => Promise<void>;

  constructor(before: (addition: Addition) => Promise<void> = async () => {}) {
    this.#before = before;
  }

  async add(addition: Addition): Promise<readonly number[]> {
    await this.#before(addition);
    const { runId, kind, block, positions, partsOf } = addition;
    const key = `${runId}/${kind}/${block}`;
    const { bitmap, parts } = this.#bitmaps.get(key) ?? { bitmap: emptyBitmap, parts: new Map() };
    const fresh = [...new Set(positions)].filter((position) => !has(bitmap, position));
    const counts = new Map(parts);
    for (const part of fresh.flatMap((position) => partsOf?.get(position) ?? [])) {
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    this.additions.push(addition);
    this.#bitmaps.set(key, { runId, kind, block, bitmap: including(bitmap, positions), parts: counts });
    return [...new Set(positions)].filter((position) => has(bitmap, position));
  }

  async of(runId: string): Promise<readonly BlockOutcomes[]> {
    return [...this.#bitmaps.values()].filter((each) => each.runId === runId);
  }

  async ofBlock(runId: string, block: number): Promise<readonly BlockOutcomes[]> {
    return (await this.of(runId)).filter((each) => each.block === block);
  }

  async ofKind(runId: string, kind: Addition['kind'], fromBlock: number): Promise<readonly BlockOutcomes[]> {
    return (await this.of(runId)).filter((each) => each.kind === kind && each.block >= fromBlock);
  }

  async ofKinds(runId: string, kinds: readonly Addition['kind'][]): Promise<readonly BlockOutcomes[]> {
    return (await this.of(runId)).filter(({ kind }) => kinds.includes(kind));
  }
}

export class InMemoryRunParts implements RunParts {
  readonly #runs = new Map<string, NumberedParts>();
  readonly #before: () => Promise<void>;

  constructor(before: () => Promise<void> = async () => {}) {
    this.#before = before;
  }

  async number(runId: string, parts: readonly Part[]): Promise<NumberedParts> {
    await this.#before();
    const next = numbering(this.#knownOf(runId), parts);
    this.#runs.set(runId, next);
    return next;
  }

  async of(runId: string): Promise<NumberedParts> {
    return this.#knownOf(runId);
  }

  #knownOf(runId: string): NumberedParts {
    return this.#runs.get(runId) ?? noParts;
  }
}

export class InMemorySendJournal implements SendJournal {
  readings = 0;
  readonly #marks = new Map<string, SendMark[]>();
  readonly #before: () => Promise<void>;

  constructor(before: () => Promise<void> = async () => {}) {
    this.#before = before;
  }

  async note(runId: string, block: number, marks: readonly SendMark[]): Promise<void> {
    await this.#before();
    const key = `${runId}/${block}`;
    this.#marks.set(key, [...(this.#marks.get(key) ?? []), ...marks]);
  }

  async of(runId: string, block: number): Promise<readonly SendMark[]> {
    this.readings += 1;
    return this.#marks.get(`${runId}/${block}`) ?? [];
  }
}

/** Entries are named after their content, as they are in the table. */
export class InMemoryEngagementJournal implements EngagementJournal {
  readonly #entries = new Map<string, Map<string, JournalEntry>>();

  async note(runId: string, marks: readonly EngagementMark[]): Promise<void> {
    const entries = this.#entries.get(runId) ?? new Map<string, JournalEntry>();
    for (const [part, same] of Map.groupBy(marks, partOf)) {
      const name = [...new Set(same.map((mark) => JSON.stringify(mark)))].sort().join();
      entries.set(name, { name, part, marks: same });
    }
    this.#entries.set(runId, entries);
  }

  async of(runId: string): Promise<readonly JournalEntry[]> {
    return [...(this.#entries.get(runId)?.values() ?? [])];
  }

  async ofPart(runId: string, wanted: number): Promise<readonly JournalEntry[]> {
    return (await this.of(runId)).filter(({ part }) => part === wanted);
  }

  async forget(runId: string, entries: readonly JournalEntry[]): Promise<void> {
    for (const { name } of entries) this.#entries.get(runId)?.delete(name);
  }
}

export class InMemoryProbes implements Probes {
  readonly #seen = new Map<string, SeenProbe>();

  async noteSeen(probe: string, seen: SeenProbe): Promise<void> {
    if (!this.#seen.has(probe)) this.#seen.set(probe, seen);
  }

  async find(probe: string): Promise<SeenProbe | undefined> {
    return this.#seen.get(probe);
  }
}

export class InMemoryFlowLog implements FlowLog {
  readonly sightings: Sighting[] = [];
  #flow: Flow = unknownFlow;
  readonly #bounds: Bounds;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  async note(sighting: Sighting): Promise<void> {
    this.sightings.push(sighting);
    this.#flow = flowAfter(this.#flow, sighting, this.#bounds);
  }

  async read(): Promise<Flow> {
    return this.#flow;
  }
}

export class RecordingFacts implements Facts {
  readonly facts: Fact[] = [];
  readonly correlationIds: string[] = [];

  async publish(facts: readonly Fact[], { correlationId }: { readonly correlationId: string }): Promise<void> {
    this.facts.push(...facts);
    this.correlationIds.push(correlationId);
  }
}

export const runsWith = (...runs: readonly Run[]): Pick<Runs, 'find'> => ({
  find: async (runId) => runs.find((run) => run.runId === runId),
});
