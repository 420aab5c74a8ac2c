import {
  type DispatchWaveFinishedV1,
  type DispatchWaveProgressedV1,
  type Message,
  message,
  type ReceiptsRequestedV1,
  type SendingSuspendedV1,
} from '@bulkhead/contracts';

import type { Cause, ChunkKey, Clock, Facts, ReceiptRequests, Suspension } from '../application/ports.ts';
import type { Capacity } from '../domain/capacity.ts';
import type { Probe } from '../domain/probe.ts';
import type { ChunkTask } from '../domain/run.ts';
import type { WaveReport } from '../domain/wave.ts';

interface Topic {
  publish(...events: readonly Message[]): Promise<void>;
}

/** Says what happened to waves, and what we need to know, on our topic. */
export class SnsFacts implements Facts, ReceiptRequests {
  readonly #topic: Topic;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(topic: Topic, clock: Pick<Clock, 'now'>) {
    this.#topic = topic;
    this.#clock = clock;
  }

  waveFinished(
    { runId, wave, final }: { readonly runId: string; readonly wave: number; readonly final: boolean },
    { unreadable, ...report }: WaveReport,
    cause: Cause,
    capacity?: Capacity,
  ): Promise<void> {
    const data: DispatchWaveFinishedV1['data'] = {
      runId,
      wave,
      final,
      ...report,
      chunksWithPending: [...report.chunksWithPending],
      chunksWithDoubt: [...report.chunksWithDoubt],
      ...(unreadable.length > 0 && {
        unreadable: unreadable.map(({ chunks, ...those }) => ({ ...those, chunks: [...chunks] })),
      }),
      ...(capacity && { capacity: toData(capacity) }),
    };
    return this.#say({ id: `${runId}:wave:${wave}:finished`, type: 'dispatch.wave_finished.v1', data }, cause);
  }

  waveProgressed(
    { runId, wave, chunk, tick }: ChunkTask,
    how: 'closed' | 'handed_back' | 'waiting',
    cause: Cause,
    capacity?: Capacity,
  ): Promise<void> {
    const id = `${runId}:wave:${wave}:chunk:${chunk}:tick:${tick}:${how}`;
    const data: DispatchWaveProgressedV1['data'] = {
      runId,
      wave,
      chunk,
      tick,
      ...(capacity && { capacity: toData(capacity) }),
    };
    return this.#say({ id, type: 'dispatch.wave_progressed.v1', data }, cause);
  }

  sendingSuspended({ runId, wave, chunk, tick }: ChunkTask, { reason, message: said }: Suspension, cause: Cause) {
    const id = `${runId}:wave:${wave}:chunk:${chunk}:tick:${tick}:suspended`;
    const data: SendingSuspendedV1['data'] = { runId, reason, message: said.slice(0, 500) };
    return this.#say({ id, type: 'sending.suspended.v1', data }, cause);
  }

  receiptsRequested({ runId, chunk }: ChunkKey, { probe, probeAt }: Probe, cause: Cause): Promise<void> {
    const id = `${runId}:${chunk}:receipts-requested:${probeAt}`;
    const data: ReceiptsRequestedV1['data'] = { runId, chunk, probe, probeAt: new Date(probeAt).toISOString() };
    return this.#say({ id, type: 'receipts.requested.v1', data }, cause);
  }

  #say<Data extends { readonly runId: string }>(
    said: { readonly id: string; readonly type: string; readonly data: Data },
    cause: Cause,
  ): Promise<void> {
    const time = new Date(this.#clock.now());
    return this.#topic.publish(message({ ...said, source: 'dispatch', subject: said.data.runId, time, cause }));
  }
}

const toData = ({ refreshedAt, ...capacity }: Capacity): NonNullable<DispatchWaveFinishedV1['data']['capacity']> => ({
  ...capacity,
  refreshedAt: new Date(refreshedAt).toISOString(),
});
