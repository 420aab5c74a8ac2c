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
import type { Audience } from '../domain/audience.ts';
import type { DoubtWishes } from '../domain/campaign.ts';
import type { RunFact } from '../domain/run-fact.ts';
import { CHUNK_SIZE, FIRST_CHUNK_SIZE } from '../domain/snapshot.ts';
import { toExclusion } from './to-exclusion.ts';
import { toWishes as toReconsidered } from './to-wishes.ts';

export type PublicEvent =
  | CampaignRunStartedV1
  | CampaignRunSnapshotRequestedV1
  | CampaignRunWaveReleasedV1
  | CampaignRunControlChangedV1
  | CampaignRunFinishedV1
  | CampaignTestRequestedV1;

/** The one place where a fact of ours becomes a promise to others. Ids say what happened: saying it twice is saying it once. */
export const toEvent = (fact: RunFact, cause: Cause, time: Date): PublicEvent => {
  const about = { source: 'campaigns', time, cause } as const;
  switch (fact.fact) {
    case 'run_started': {
      const { fact: _, ...data } = fact;
      const { runId } = data;
      return message({ ...about, id: `${runId}:started`, type: 'campaign_run.started.v1', subject: runId, data });
    }
    case 'snapshot_requested':
      return snapshotRequested(fact, about);
    case 'wave_released':
      return waveReleased(fact, about);
    case 'control_changed': {
      const { fact: _, attempt, exclude, ...rest } = fact;
      const data = { ...rest, ...(attempt > 0 && { attempt }), ...(exclude && { exclude: toExclusion(exclude) }) };
      const id = `${data.runId}:control:${data.revision}`;
      return message({ ...about, id, type: 'campaign_run.control_changed.v1', subject: data.runId, data });
    }
    case 'run_finished': {
      const { fact: _, ...data } = fact;
      const id = `${data.runId}:${data.outcome === 'failed' ? 'failed' : 'finished'}:${data.attempt}`;
      return message({ ...about, id, type: 'campaign_run.finished.v1', subject: data.runId, data });
    }
    case 'test_requested': {
      const { fact: _, ...data } = fact;
      const id = `${data.testId}:requested`;
      return message({ ...about, id, type: 'campaign.test_requested.v1', subject: data.campaignId, data });
    }
  }
};

type Said<Fact extends RunFact['fact']> = Extract<RunFact, { readonly fact: Fact }>;

interface About {
  readonly source: 'campaigns';
  readonly time: Date;
  readonly cause: Cause;
}

const snapshotRequested = (fact: Said<'snapshot_requested'>, about: About): CampaignRunSnapshotRequestedV1 => {
  const { runId, campaignId, attempt, listId, audience = {}, fields, localTime } = fact;
  return message({
    ...about,
    id: `${runId}:snapshot:${attempt}:requested`,
    type: 'campaign_run.snapshot_requested.v1',
    subject: runId,
    data: {
      runId,
      campaignId,
      attempt,
      audience: { kind: 'list' as const, listId, ...toAudience(audience) },
      fields: [...fields],
      chunkSize: CHUNK_SIZE,
      firstChunkSize: FIRST_CHUNK_SIZE,
      ...(localTime && { localTime }),
    },
  });
};

const toAudience = ({ lists, exclude, segments, excludeSegments }: Audience) => ({
  ...(lists && { lists: [...lists] }),
  ...(exclude && { exclude: [...exclude] }),
  ...(segments && { segments: [...segments] }),
  ...(excludeSegments && { excludeSegments: [...excludeSegments] }),
});

const waveReleased = (fact: Said<'wave_released'>, about: About): CampaignRunWaveReleasedV1 => {
  const { runId, campaignId, attempt, manifest, content, doubt } = fact;
  const { wave, final, chunks, reconsider } = fact.wave;
  return message({
    ...about,
    id: `${runId}:wave:${wave}:released`,
    type: 'campaign_run.wave_released.v1',
    subject: runId,
    data: {
      runId,
      campaignId,
      attempt,
      wave,
      final,
      manifest,
      content,
      ...(doubt && { doubt: toWishes(doubt) }),
      ...toReconsidered(reconsider),
      chunks: [...chunks],
    },
  });
};

const toWishes = ({ policy, settleMinutes }: DoubtWishes) => ({
  ...(policy && { policy }),
  ...(settleMinutes !== undefined && { settleSeconds: settleMinutes * 60 }),
});
