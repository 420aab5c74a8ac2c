import type { ChunkState, Ledger } from '../domain/chunk-state.ts';
import { paceForFiles } from '../domain/pace.ts';
import type { ChunkTask, Run } from '../domain/run.ts';
import type { DoubtRules } from '../domain/settle-doubt.ts';
import { malformedIn } from './draw-batch.ts';
import type { Invocation, LedgerHolder } from './hold-ledger.ts';
import type { Job, Leaving } from './job.ts';
import { recentBrownOuts } from './leave-chunk.ts';
import { openSlots } from './reserve-slots.ts';
import type { SenderPorts } from './sender-ports.ts';
import type { SendingTimes } from './sending-times.ts';
import { workThrough } from './work-through.ts';

/** A chunk that is about to be taken over, and who takes it. */
export interface Taking {
  readonly task: ChunkTask;
  readonly run: Run;
  readonly ledger: Ledger;
  /** As it will be once it is taken over. */
  readonly chunk: ChunkState;
  readonly holder: LedgerHolder;
  readonly invocation: Invocation;
  readonly doubtRules: DoubtRules;
  readonly times: SendingTimes;
}

/** `governor_missing`: nothing can be sent yet. */
interface Unprepared {
  readonly kind: 'unprepared';
  readonly problem: 'governor_missing';
}

/** Takes a chunk over and sends what is pending of it, as far as one invocation comes. */
export const sendPending = async (ports: SenderPorts, taking: Taking): Promise<Leaving | Unprepared> => {
  const prepared = await prepare(ports, taking);
  if (prepared.kind !== 'ready') return prepared;

  const mailer = await ports.mailers.open();
  try {
    if ((await taking.holder.write(taking.chunk)) === 'fenced') return { kind: 'fenced' };

    const job: Job = { ...ports, ...prepared, ...taking, mailer };
    const leaving = await workThrough(job);
    ports.observer.count('SlotsWasted', prepared.slots.wasted());
    return leaving;
  } finally {
    mailer.close();
  }
};

/** Reads everything that sending needs, before the chunk is taken over: a failure here costs nobody anything. */
const prepare = async (ports: SenderPorts, { task, run, ledger, chunk }: Taking) => {
  const { snapshots, contents, brownOuts, clock, composer } = ports;
  const snapshot = await snapshots.manifest(task.manifest);
  if (snapshot.chunks.get(task.chunk)?.content !== ledger.content)
    return { kind: 'unreadable', reason: 'chunk_changed', chunk } as const;

  const [read, content, recent, slots] = await Promise.all([
    snapshots.rows(task.manifest, task.chunk),
    contents.read(run.content),
    recentBrownOuts(brownOuts, task.runId, clock.now()),
    openSlots(ports),
  ]);
  if (read.kind === 'unreadable') return { ...read, chunk } as const;
  if (slots === undefined) return { kind: 'unprepared', problem: 'governor_missing' } as const;

  const { listId, listName: name, lists: others, unsubscribeUrl } = snapshot;
  const list = { listId, name, others, unsubscribeUrl, runId: task.runId, campaignId: run.campaignId };
  return {
    kind: 'ready',
    rows: read.rows,
    malformed: malformedIn(read.rows),
    listId,
    slots,
    compose: composer.compile({ ...content, list }),
    brownOuts: recent,
    pace: paceForFiles(ports.pace, content.attachments),
  } as const;
};
