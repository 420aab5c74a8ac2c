import {
  type CampaignRunControlChangedV1,
  type CampaignRunFinishedV1,
  type CampaignRunSnapshotRequestedV1,
  type CampaignRunStartedV1,
  type CampaignRunWaveReleasedV1,
  type CampaignTestRequestedV1,
  message,
} from '@bulkhead/contracts';

import type { Cause } from '../application/ports.ts';
import type { RunFact } from '../domain/run-fact.ts';
import { CHUNK_SIZE, FIRST_CHUNK_SIZE } from '../domain/snapshot.ts';

export type PublicEvent =
  | CampaignRunStartedV1
  | CampaignRunSnapshotRequestedV1
  | CampaignRunWaveReleasedV1
  | CampaignRunControlChangedV1
  | CampaignRunFinishedV1
  | CampaignTestRequestedV1;

/** The one place where a fact of ours becomes a promise to others. Ids say what happened: saying it twice is saying it once. */
export const toEvent = (fact: RunFact, cause: Cause, time: Date): PublicEvent => {
  const source = 'campaigns';
  switch (fact.fact) {
    case 'run_started': {
      const { runId, campaignId, campaignName, listId } = fact;
      const data = { runId, campaignId, campaignName, listId };
      const id = `${runId}:started`;
      return message({ id, type: 'campaign_run.started.v1', source, subject: runId, time, cause, data });
    }
    case 'snapshot_requested': {
      const { runId, campaignId, attempt, listId, fields } = fact;
      const data = {
        runId,
        campaignId,
        audience: { kind: 'list' as const, listId },
        fields: [...fields],
        chunkSize: CHUNK_SIZE,
        firstChunkSize: FIRST_CHUNK_SIZE,
      };
      const id = `${runId}:snapshot:${attempt}:requested`;
      return message({ id, type: 'campaign_run.snapshot_requested.v1', source, subject: runId, time, cause, data });
    }
    case 'wave_released': {
      const { runId, campaignId, wave, manifest, content } = fact;
      const data = {
        runId,
        campaignId,
        wave: wave.wave,
        final: wave.final,
        manifest,
        content,
        chunks: [...wave.chunks],
      };
      const id = `${runId}:wave:${wave.wave}:released`;
      return message({ id, type: 'campaign_run.wave_released.v1', source, subject: runId, time, cause, data });
    }
    case 'control_changed': {
      const { runId, control, revision } = fact;
      const data = { runId, control, revision };
      const id = `${runId}:control:${revision}`;
      return message({ id, type: 'campaign_run.control_changed.v1', source, subject: runId, time, cause, data });
    }
    case 'run_finished': {
      const { fact: _, attempt, ...data } = fact;
      const id = data.outcome === 'failed' ? `${data.runId}:failed:${attempt}` : `${data.runId}:finished`;
      return message({ id, type: 'campaign_run.finished.v1', source, subject: data.runId, time, cause, data });
    }
    case 'test_requested': {
      const { testId, campaignId, test } = fact;
      const data = { testId, campaignId, test };
      const id = `${testId}:requested`;
      return message({ id, type: 'campaign.test_requested.v1', source, subject: campaignId, time, cause, data });
    }
  }
};
