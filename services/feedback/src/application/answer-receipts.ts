import { union } from '../domain/bitmap.ts';
import { blockOf, partOfChunk } from '../domain/block.ts';
import type { ReceiptsReported } from '../domain/fact.ts';
import type { Bounds } from '../domain/flow.ts';
import {
  clearSince,
  type NotYet,
  type Obstacle,
  pauseBeforeNextLook,
  readiness,
  SKEW_MS,
} from '../domain/readiness.ts';
import type { Clock, Facts, FlowLog, Outcomes, Probes, Queues } from './ports.ts';

/** Somebody needs to know which recipients of a chunk SES has told of, after it told of a probe. */
export interface ReceiptsRequest {
  readonly requestId: string;
  readonly correlationId: string;
  readonly runId: string;
  readonly chunk: number;
  readonly probe: string;
  readonly probeAt: Date;
  readonly askedAt: Date;
  /** Since when every look for this request has found the DLQ empty. */
  readonly clearSince?: Date | undefined;
}

export type ReceiptsAnswer =
  | { readonly kind: 'reported' }
  /** Whoever asks again must bring `clearSince` along. */
  | {
      readonly kind: 'not_yet';
      readonly why: Obstacle;
      readonly pauseMs: number;
      readonly clearSince?: Date | undefined;
    }
  | { readonly kind: 'given_up'; readonly why: Obstacle }
  /** The probe of that name is older than the request says; it vouches for less than it is asked to. */
  | { readonly kind: 'probe_older' };

interface Parts {
  readonly probes: Pick<Probes, 'find'>;
  readonly queues: Queues;
  readonly flowLog: Pick<FlowLog, 'read'>;
  readonly outcomes: Pick<Outcomes, 'ofBlock'>;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly bounds: Bounds;
}

export type AnswerReceipts = (request: ReceiptsRequest) => Promise<ReceiptsAnswer>;

/** Whoever still wants to know after a day asks again. */
const PATIENCE_MS = 86_400_000;

/**
 * Reports the receipts of a chunk, if all of them must be in by now.
 *
 * The order matters: first the probe, then the queue, then how the events of that queue came, and the bitmaps last. So what the
 * bitmaps lack was nowhere on the way when it was looked for.
 */
export const makeAnswerReceipts =
  (parts: Parts): AnswerReceipts =>
  async (request) => {
    const probe = await parts.probes.find(request.probe);
    if (probe !== undefined && probe.sentAt.getTime() + SKEW_MS < request.probeAt.getTime()) {
      return { kind: 'probe_older' };
    }
    const backlog = await parts.queues.backlog();
    const flow = await parts.flowLog.read();
    const nowMs = parts.clock.now().getTime();

    const evidence = { probe, backlog, flow, clearSinceMs: request.clearSince?.getTime() };
    const state = readiness(evidence, parts.bounds, nowMs);
    if (state !== 'ready') {
      const clearSinceMs = clearSince(evidence, parts.bounds, nowMs);
      return later(state, { nowMs, askedAtMs: request.askedAt.getTime(), clearSinceMs }, parts.bounds);
    }

    const report = await reportOf(parts, request);
    await parts.facts.publish([report], { correlationId: request.correlationId });
    return { kind: 'reported' };
  };

interface Waiting {
  readonly nowMs: number;
  readonly askedAtMs: number;
  readonly clearSinceMs: number | undefined;
}

const later = ({ why, untilMs }: NotYet, { clearSinceMs, ...waiting }: Waiting, bounds: Bounds): ReceiptsAnswer => {
  if (waiting.nowMs - waiting.askedAtMs >= PATIENCE_MS) return { kind: 'given_up', why };
  const pauseMs = pauseBeforeNextLook({ ...waiting, ...(untilMs !== undefined && { untilMs }) }, bounds);
  return { kind: 'not_yet', why, pauseMs, ...(clearSinceMs !== undefined && { clearSince: new Date(clearSinceMs) }) };
};

/** Any event at all is a receipt: a mail that was delivered, bounced or opened was accepted, even if its Send event is missing. */
const reportOf = async ({ outcomes, clock }: Parts, request: ReceiptsRequest): Promise<ReceiptsReported> => {
  const { runId, chunk, probe, probeAt, requestId } = request;
  const told = await outcomes.ofBlock(runId, blockOf(chunk));
  const seen = union(told.map(({ bitmap }) => partOfChunk(bitmap, chunk)));

  return { fact: 'receipts_reported', runId, chunk, probe, asOf: probeAt, seen, requestId, at: clock.now() };
};
