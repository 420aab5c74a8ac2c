import { AwaitResumeV1 } from '../commands/await-resume.v1.ts';
import { AwaitWindowV1 } from '../commands/await-window.v1.ts';
import { ChangeRunControlV1 } from '../commands/change-run-control.v1.ts';
import { CompleteRunV1 } from '../commands/complete-run.v1.ts';
import { LaunchCampaignV1 } from '../commands/launch-campaign.v1.ts';
import { ReleaseWaveV1 } from '../commands/release-wave.v1.ts';
import { RequestSnapshotV1 } from '../commands/request-snapshot.v1.ts';
import { RequestTestSendV1 } from '../commands/request-test-send.v1.ts';
import { ResumeFailedRunV1 } from '../commands/resume-failed-run.v1.ts';
import { ScheduleCampaignV1 } from '../commands/schedule-campaign.v1.ts';
import { UnscheduleCampaignV1 } from '../commands/unschedule-campaign.v1.ts';
import { CampaignTestRequestedV1 } from '../events/campaign.test-requested.v1.ts';
import { CampaignRunControlChangedV1 } from '../events/campaign-run.control-changed.v1.ts';
import { CampaignRunFinishedV1 } from '../events/campaign-run.finished.v1.ts';
import { CampaignRunSnapshotRequestedV1 } from '../events/campaign-run.snapshot-requested.v1.ts';
import { CampaignRunStartedV1 } from '../events/campaign-run.started.v1.ts';
import { CampaignRunWaveReleasedV1 } from '../events/campaign-run.wave-released.v1.ts';
import type { Entries } from './entry.ts';

/** What campaigns tells the others. */
export const campaignsEvents = {
  'campaign_run.started.v1': {
    schema: CampaignRunStartedV1,
    kind: 'event',
    says: 'campaigns',
    hears: ['feedback'],
    status: 'live',
    summary: 'A run has begun: its content is frozen and its campaign may no longer be edited.',
  },
  'campaign_run.snapshot_requested.v1': {
    schema: CampaignRunSnapshotRequestedV1,
    kind: 'event',
    says: 'campaigns',
    hears: ['audience'],
    status: 'live',
    summary: 'A run needs its recipients, frozen. Answered by audience.snapshot_taken or audience.snapshot_failed.',
  },
  'campaign_run.wave_released.v1': {
    schema: CampaignRunWaveReleasedV1,
    kind: 'event',
    says: 'campaigns',
    hears: ['dispatch'],
    status: 'live',
    summary: 'A wave of a run may be sent. Answered by dispatch.wave_finished.',
  },
  'campaign_run.control_changed.v1': {
    schema: CampaignRunControlChangedV1,
    kind: 'event',
    says: 'campaigns',
    hears: ['dispatch'],
    status: 'live',
    summary:
      'A run is to go on, to pause or to stop. A later revision outranks an earlier one; cancel is final for its attempt.',
  },
  'campaign_run.finished.v1': {
    schema: CampaignRunFinishedV1,
    kind: 'event',
    says: 'campaigns',
    hears: ['dispatch', 'feedback'],
    status: 'live',
    summary: 'An attempt at a run has ended. Its ledger stays: a later attempt goes on from there.',
  },
  'campaign.test_requested.v1': {
    schema: CampaignTestRequestedV1,
    kind: 'event',
    says: 'campaigns',
    hears: ['dispatch'],
    status: 'live',
    summary: 'Somebody wants to see a campaign in their own mailbox.',
  },
} as const satisfies Entries;

/** What campaigns can be asked to do. */
export const campaignsCommands = {
  'launch_campaign.v1': {
    schema: LaunchCampaignV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Start the run of a campaign now.',
  },
  'schedule_campaign.v1': {
    schema: ScheduleCampaignV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Start the run of a campaign at a time.',
  },
  'unschedule_campaign.v1': {
    schema: UnscheduleCampaignV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Make a scheduled campaign a draft again.',
  },
  'change_run_control.v1': {
    schema: ChangeRunControlV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Hold, resume or cancel a run.',
  },
  'resume_failed_run.v1': {
    schema: ResumeFailedRunV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Start a failed run again, for those not yet handed over.',
  },
  'complete_run.v1': {
    schema: CompleteRunV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Send an ended run on to those who never got it, in a new attempt.',
  },
  'request_test_send.v1': {
    schema: RequestTestSendV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Tell dispatch to send a test of a campaign.',
  },
  'request_snapshot.v1': {
    schema: RequestSnapshotV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Ask audience for a snapshot; the run waits.',
  },
  'release_wave.v1': {
    schema: ReleaseWaveV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Release the planned wave to dispatch; the run waits.',
  },
  'await_resume.v1': {
    schema: AwaitResumeV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Keep a held run waiting until a person resumes or cancels it.',
  },
  'await_window.v1': {
    schema: AwaitWindowV1,
    kind: 'command',
    says: 'campaigns',
    hears: ['campaigns'],
    status: 'live',
    summary: 'Keep a run waiting until its send window opens, or a person cancels it before.',
  },
} as const satisfies Entries;
