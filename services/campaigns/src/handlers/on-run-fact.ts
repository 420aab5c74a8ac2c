import {
  AudienceSnapshotFailedV1,
  AudienceSnapshotProgressedV1,
  AudienceSnapshotTakenV1,
  CampaignRunHealthChangedV1,
  causedBy,
  DispatchWaveFinishedV1,
  DispatchWaveProgressedV1,
  SendingSuspendedV1,
} from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RunFactsHeard } from '../application/hear-run-facts.ts';
import type { Capacity } from '../domain/capacity.ts';
import { sayReason } from '../domain/run-reasons.ts';
import type { Snapshot } from '../domain/snapshot.ts';

const Fact = z.discriminatedUnion('type', [
  AudienceSnapshotTakenV1,
  AudienceSnapshotProgressedV1,
  AudienceSnapshotFailedV1,
  DispatchWaveFinishedV1,
  DispatchWaveProgressedV1,
  SendingSuspendedV1,
  CampaignRunHealthChangedV1,
]);

const suspensionReason = ({ reason, message }: SendingSuspendedV1['data']): string =>
  sayReason('suspended', { reason, message });

const toCapacity = (said: DispatchWaveFinishedV1['data']['capacity']): Capacity | undefined =>
  said && { ...said, refreshedAt: new Date(said.refreshedAt) };

const toDepartures = (said: AudienceSnapshotTakenV1['data']['departures']): Pick<Snapshot, 'departures'> =>
  said ? { departures: said.map((one) => ({ ...one, notBefore: new Date(one.notBefore) })) } : {};

const hear = (heard: RunFactsHeard, fact: z.infer<typeof Fact>): Promise<void> => {
  const at = new Date(fact.time);
  const cause = causedBy(fact);
  switch (fact.type) {
    case 'audience.snapshot_taken.v1': {
      const { runId, manifest, recipients, chunks, departures } = fact.data;
      return heard.snapshotTaken(runId, { manifest, recipients, chunks, ...toDepartures(departures) });
    }
    case 'audience.snapshot_progressed.v1': {
      const { runId, attempt, waitsFor } = fact.data;
      return heard.snapshotProgressed(runId, { attempt, waitsFor, at });
    }
    case 'audience.snapshot_failed.v1':
      return heard.snapshotFailed(fact.data.runId, fact.data);
    case 'dispatch.wave_finished.v1': {
      const { runId, capacity, reconsidered: those, ...result } = fact.data;
      const reconsidered = those && { ...those, suppressed: those.suppressed ?? 0 };
      return heard.waveFinished(runId, { ...result, reconsidered, finishedAt: at }, toCapacity(capacity));
    }
    case 'dispatch.wave_progressed.v1':
      return heard.waveProgressed(fact.data.runId, fact.data.wave, toCapacity(fact.data.capacity));
    case 'campaign_run.health_changed.v1': {
      const { runId, worst, rejected = 0, delayed = 0, ...health } = fact.data;
      return heard.healthChanged(runId, { ...health, rejected, delayed }, { at, cause, worst });
    }
    case 'sending.suspended.v1':
      return heard.sendingSuspended(fact.data.runId, suspensionReason(fact.data), { at, cause });
  }
};

/** What the others say about a run → kept, and whoever waits for it goes on. */
export const onRunFact = (heard: RunFactsHeard, edge: QueueEdge) =>
  sqsHandler({ schema: Fact, handle: (fact) => hear(heard, fact) }, edge);
