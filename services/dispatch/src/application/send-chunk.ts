import { admitMessage } from '../domain/admit-message.ts';
import { countOf, isEmpty } from '../domain/bitmap.ts';
import { type ChunkState, type Ledger, pendingOf, type Unreadable } from '../domain/chunk-state.ts';
import { reconsider, reconsidersDoubt } from '../domain/reconsider.ts';
import type { ChunkTask, Run } from '../domain/run.ts';
import { rulesFor } from '../domain/settle-doubt.ts';
import { acquire, isDoubtful } from '../domain/work-on-chunk.ts';
import { holdLedger, type Invocation } from './hold-ledger.ts';
import type { Leaving } from './job.ts';
import { makeLeaveChunk } from './leave-chunk.ts';
import type { Cause } from './ports.ts';
import { sendPending, type Taking } from './send-pending.ts';
import type { SenderPorts } from './sender-ports.ts';
import { type SendingTimes, watchTimes } from './sending-times.ts';
import { takeTurn } from './take-turn.ts';

/**
 * `finished`: the message has served. `fenced`: somebody else has the chunk, and it may be this very message he works on.
 * `governor_missing`: nothing can be sent yet. The others: the chunk is closed with recipients who are unsent for that reason.
 */
export type SendOutcome = 'finished' | 'fenced' | 'governor_missing' | Unreadable;

export type SendChunk = (task: ChunkTask, invocation: Invocation, cause: Cause) => Promise<SendOutcome>;

const LONGEST_DELAY_MS = 900_000;

/** Works on a chunk as far as one invocation comes: sends what is pending of it, and in a final wave settles its doubt. */
export const makeSendChunk = (ports: SenderPorts): SendChunk => {
  const { ledgers, runs, tasks, clock, observer, pace, reportChunk } = ports;
  const times = watchTimes();

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
    const admission = admitMessage(task, ledger, { now, skewMs: pace.skewMs });
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
        return workInTurn(ports, await takingOver(ports, { task, ledger, run, invocation, times }), cause);
      default:
        return admission satisfies never;
    }
  };
};

interface Admitted {
  readonly task: ChunkTask;
  readonly ledger: Ledger;
  readonly run: Run;
  readonly invocation: Invocation;
  readonly times: SendingTimes;
}

const takingOver = async (ports: SenderPorts, admitted: Admitted): Promise<Taking> => {
  const { task, ledger, run, invocation } = admitted;
  const evidence = reconsidersDoubt(ledger, task) ? await ports.evidences.read(task) : undefined;
  return {
    ...admitted,
    chunk: takeOver(ports, admitted, reconsider(ledger, task, evidence?.seen)),
    holder: holdLedger(ports, { key: task, ledger, invocation }),
    doubtRules: rulesFor(run.doubt, ports.doubtRules),
  };
};

const takeOver = (
  { pace }: SenderPorts,
  { task, invocation }: Pick<Taking, 'task' | 'invocation'>,
  chunk: ChunkState,
) => acquire(chunk, { owner: invocation.id, deadline: invocation.deadline, ...task }, pace);

const workInTurn = async (ports: SenderPorts, taking: Taking, cause: Cause): Promise<SendOutcome> => {
  const turn = await takeTurn(ports, taking, cause);
  switch (turn.kind) {
    case 'later':
      return 'finished';
    case 'now':
      return work({ ...ports, governors: turn.governors }, { ...taking, isStopped: false }, cause);
    case 'stopped':
      return work(ports, { ...taking, chunk: stoppedBy(turn.by, ports, taking), isStopped: true }, cause);
    default:
      return turn satisfies never;
  }
};

/** A cancelled attempt does not come to those whom it was to reconsider: whoever was left stays so, until a person asks for him again. */
const stoppedBy = (by: 'hold' | 'cancel', ports: SenderPorts, taking: Taking): ChunkState =>
  by === 'cancel' ? takeOver(ports, taking, taking.ledger) : taking.chunk;

/** `isStopped`: people want nothing more of the run for now. */
type InTurn = Taking & { readonly isStopped: boolean };

const work = async (ports: SenderPorts, taking: InTurn, cause: Cause): Promise<SendOutcome> => {
  const leaving = await sendOrSettle(ports, taking, cause);
  if (leaving.kind === 'unprepared') return leaving.problem;

  const left = leaving.kind === 'fenced' ? 'fenced' : await makeLeaveChunk(ports)(taking, leaving, cause);
  if (left === 'fenced') {
    ports.observer.count('Fenced', 1);
    return 'fenced';
  }
  return leaving.kind === 'unreadable' ? unreadable(ports, taking, leaving) : 'finished';
};

/**
 * In a final wave doubt is settled once nobody is left to be sent to, or nobody may be. A stopped chunk is closed as it is: nothing
 * is read for it, so that a run can be stopped whose content is broken.
 */
const sendOrSettle = async (ports: SenderPorts, taking: InTurn, cause: Cause) => {
  const { task, chunk, isStopped } = taking;
  if (!isStopped && !isEmpty(pendingOf(chunk))) return sendAndSettle(ports, taking, cause);
  if (task.final && isDoubtful(chunk)) return settle(ports, taking, cause);
  return { kind: isStopped ? 'controlled' : 'done', chunk } as const;
};

/** Doubt needs no rows to be settled: in a final wave it is, before a chunk is given up because they cannot be read. */
const sendAndSettle = async (ports: SenderPorts, taking: Taking, cause: Cause) => {
  const leaving = await sendPending(ports, taking);
  return leaving.kind === 'unreadable' && taking.task.final && isDoubtful(leaving.chunk)
    ? settle(ports, { ...taking, chunk: leaving.chunk }, cause)
    : leaving;
};

const unreadable = (
  { observer }: SenderPorts,
  { task: { runId, chunk } }: Taking,
  leaving: Extract<Leaving, { readonly kind: 'unreadable' }>,
): Unreadable => {
  const recipients = countOf(pendingOf(leaving.chunk));
  observer.count('Unreadable', recipients);
  observer.note('chunk_unreadable', { runId, chunk, reason: leaving.reason, recipients });
  return leaving.reason;
};

const settle = async (ports: SenderPorts, taking: Taking, cause: Cause) => {
  if ((await taking.holder.write(taking.chunk)) === 'fenced') return { kind: 'fenced' } as const;
  return ports.settleChunk(taking, cause);
};
