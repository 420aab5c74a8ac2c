import { countOf } from '../domain/bitmap.ts';
import type { ChunkState } from '../domain/chunk-state.ts';
import type { Run } from '../domain/run.ts';
import { dueAt, pauseForAnswer, settleDoubt, type Verdict } from '../domain/settle-doubt.ts';
import type { Invocation } from './hold-ledger.ts';
import type { Leaving } from './job.ts';
import type { Stay } from './leave-chunk.ts';
import type { Cause, Clock, Evidences, Observer, ReceiptRequests } from './ports.ts';
import type { SendProbe } from './send-probe.ts';

interface Ports {
  readonly evidences: Evidences;
  readonly requests: ReceiptRequests;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly sendProbe: SendProbe;
}

/** The work on a chunk in which nothing but doubt is left to decide. */
export interface Doubtful extends Stay {
  readonly run: Run;
  readonly invocation: Invocation;
  readonly chunk: ChunkState;
}

/** Answers why the chunk can be left, with its doubt settled or not. */
export type SettleChunk = (doubtful: Doubtful, cause: Cause) => Promise<Exclude<Leaving, { readonly kind: 'fenced' }>>;

/** Settles the doubt of a chunk by what feedback has reported; without a report that is good enough it asks for one. */
export const makeSettleChunk =
  (ports: Ports): SettleChunk =>
  async (doubtful, cause) => {
    const { task, chunk, doubtRules: rules } = doubtful;
    const evidence = await ports.evidences.read(task);
    const verdict = settleDoubt(chunk, evidence, { rules, now: ports.clock.now(), since: task.settlingSince });
    noteVerdict(ports.observer, doubtful, verdict);

    switch (verdict.kind) {
      case 'settled':
        // Whoever is pending again is sent to by the next message.
        return { kind: 'done', chunk: verdict.chunk };
      case 'early':
        return { kind: 'doubtful', chunk: verdict.chunk, delayMs: verdict.delayMs };
      case 'unproven':
        return { kind: 'doubtful', chunk: verdict.chunk, delayMs: await ask(ports, doubtful, cause) };
      default:
        return verdict satisfies never;
    }
  };

/** Asks for receipts. Answers how long to wait for them. */
const ask = async ({ requests, sendProbe, clock }: Ports, doubtful: Doubtful, cause: Cause): Promise<number> => {
  const { task, run, chunk, invocation, doubtRules: rules } = doubtful;
  const probe = await sendProbe(run, invocation, rules.askEveryMs);
  // One that somebody sent before this doubt was due does not vouch for it; the next one will.
  if (probe === undefined || probe.probeAt < dueAt(chunk, rules)) return rules.askEveryMs;

  await requests.receiptsRequested(task, probe, cause);
  return pauseForAnswer(chunk, rules, clock.now());
};

const noteVerdict = (observer: Observer, { task, chunk }: Doubtful, verdict: Verdict): void => {
  const settled = countOf(chunk.unknown) - countOf(verdict.chunk.unknown);
  if (settled === 0) return;

  const { runId, chunk: number } = task;
  const seen = countOf(verdict.chunk.accepted) - countOf(chunk.accepted);
  const left = countOf(verdict.chunk.left) - countOf(chunk.left);
  const resent = settled - seen - left;
  observer.count('DoubtSeen', seen);
  observer.count('DoubtResent', resent);
  observer.count('DoubtLeft', left);
  observer.note('doubt_settled', { runId, chunk: number, seen, resent, left });
  if (verdict.kind === 'settled' && verdict.how === 'given_up') observer.count('DoubtGivenUp', left);
};
