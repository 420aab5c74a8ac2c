import { admitMessage } from '../domain/admit-message.ts';
import type { Ledger } from '../domain/chunk-state.ts';
import type { Pace } from '../domain/pace.ts';
import type { ChunkTask, Run } from '../domain/run.ts';
import { acquire } from '../domain/work-on-chunk.ts';
import { holdLedger, type Invocation } from './hold-ledger.ts';
import { makeLeaveChunk, recentBrownOuts } from './leave-chunk.ts';
import type {
  BrownOuts,
  Cause,
  ChunkTasks,
  Clock,
  Composer,
  Contents,
  Controls,
  Facts,
  Governors,
  Ledgers,
  Mailers,
  Observer,
  Runs,
  Snapshots,
  Suppressions,
} from './ports.ts';
import type { ReportChunk } from './report-chunk.ts';
import { openSlots } from './reserve-slots.ts';
import { type Job, workThrough } from './work-through.ts';

export interface SenderPorts {
  readonly ledgers: Ledgers;
  readonly runs: Runs;
  readonly controls: Controls;
  readonly brownOuts: BrownOuts;
  readonly governors: Governors;
  readonly suppressions: Suppressions;
  readonly snapshots: Snapshots;
  readonly contents: Contents;
  readonly composer: Composer;
  readonly mailers: Mailers;
  readonly tasks: ChunkTasks;
  readonly facts: Facts;
  readonly observer: Observer;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly reportChunk: ReportChunk;
}

/**
 * `finished`: the message has served. `fenced`: somebody else has the chunk, and it may be this very message he works on.
 * `content_changed`: other recipients stand under the same offsets. `governor_missing`: nothing can be sent yet.
 */
export type SendOutcome = 'finished' | 'fenced' | 'content_changed' | 'governor_missing';

export type SendChunk = (task: ChunkTask, invocation: Invocation, cause: Cause) => Promise<SendOutcome>;

const LONGEST_DELAY_MS = 900_000;

/** Sends what is pending of a chunk, as far as one invocation comes. */
export const makeSendChunk = (ports: SenderPorts): SendChunk => {
  const { ledgers, runs, tasks, clock, observer, reportChunk } = ports;

  return async (task, invocation, cause) => {
    const [ledger, run] = await Promise.all([ledgers.read(task), runs.find(task.runId)]);
    if (ledger === undefined || run === undefined) {
      // Never created here: a message that outlived its ledger would send the whole chunk again.
      observer.count('LedgersMissing', 1);
      observer.note('ledger_missing', { runId: task.runId, chunk: task.chunk });
      return 'finished';
    }
    if (!run.isOpen) return 'finished';

    const now = clock.now();
    const admission = admitMessage(task, ledger, now);
    switch (admission.kind) {
      case 'outlived':
        return 'finished';
      case 'shut':
        await reportChunk(task, cause);
        return 'finished';
      case 'held':
        // Sent first, finished second: this may be the very message the holder is working on.
        await tasks.send([task], Math.min(LONGEST_DELAY_MS, admission.until - now + 1_000), cause);
        return 'finished';
      case 'work':
        return work(ports, { task, ledger, run, invocation, cause });
      default:
        return admission satisfies never;
    }
  };
};

interface Work {
  readonly task: ChunkTask;
  readonly ledger: Ledger;
  readonly run: Run;
  readonly invocation: Invocation;
  readonly cause: Cause;
}

const work = async (ports: SenderPorts, { task, ledger, run, invocation, cause }: Work): Promise<SendOutcome> => {
  const prepared = await prepare(ports, { task, run, ledger });
  if (prepared.kind !== 'ready') return prepared.kind;

  const mailer = await ports.mailers.open();
  try {
    const holder = holdLedger(ports, { key: task, ledger, invocation });
    const acquired = acquire(ledger, { owner: invocation.id, deadline: invocation.deadline, ...task }, ports.pace);
    if ((await holder.write(acquired)) === 'fenced') return fenced(ports);

    const job: Job = { ...ports, ...prepared, task, invocation, holder, mailer };
    const leaving = await workThrough(job);
    ports.observer.count('SlotsWasted', prepared.slots.wasted());
    if (leaving.kind === 'fenced') return fenced(ports);
    return (await makeLeaveChunk(ports)(job, leaving, cause)) === 'fenced' ? fenced(ports) : 'finished';
  } finally {
    mailer.close();
  }
};

const fenced = ({ observer }: SenderPorts): 'fenced' => {
  observer.count('Fenced', 1);
  return 'fenced';
};

/** Reads everything that sending needs, before the chunk is taken over: a failure here costs nobody anything. */
const prepare = async (ports: SenderPorts, { task, run, ledger }: Pick<Work, 'task' | 'run' | 'ledger'>) => {
  const { snapshots, contents, brownOuts, clock, composer } = ports;
  const snapshot = await snapshots.manifest(task.manifest);
  if (snapshot.chunks.get(task.chunk)?.content !== ledger.content) return { kind: 'content_changed' } as const;

  const [rows, content, recent, slots] = await Promise.all([
    snapshots.rows(task.manifest, task.chunk),
    contents.read(run.content),
    recentBrownOuts(brownOuts, task.runId, clock.now()),
    openSlots(ports),
  ]);
  if (slots === undefined) return { kind: 'governor_missing' } as const;

  const { listId, listName: name, unsubscribeUrl } = snapshot;
  const list = { listId, name, unsubscribeUrl, runId: task.runId, campaignId: run.campaignId };
  return {
    kind: 'ready',
    rows,
    listId,
    slots,
    compose: composer.compile({ ...content, list }),
    brownOuts: recent,
  } as const;
};
