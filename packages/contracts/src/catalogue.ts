import { AwaitImportsV1 } from './commands/await-imports.v1.ts';
import { AwaitResumeV1 } from './commands/await-resume.v1.ts';
import { AwaitWindowV1 } from './commands/await-window.v1.ts';
import { ChangeConsentV1 } from './commands/change-consent.v1.ts';
import { ChangeRunControlV1 } from './commands/change-run-control.v1.ts';
import { CompleteRunV1 } from './commands/complete-run.v1.ts';
import { ConfirmSubscriptionV1 } from './commands/confirm-subscription.v1.ts';
import { EraseContactV1 } from './commands/erase-contact.v1.ts';
import { ExportContactV1 } from './commands/export-contact.v1.ts';
import { ExportOutcomesV1 } from './commands/export-outcomes.v1.ts';
import { LaunchCampaignV1 } from './commands/launch-campaign.v1.ts';
import { LookAtQuotaV1 } from './commands/look-at-quota.v1.ts';
import { ReadUploadV1 } from './commands/read-upload.v1.ts';
import { RecordDeedV1 } from './commands/record-deed.v1.ts';
import { ReleaseWaveV1 } from './commands/release-wave.v1.ts';
import { RequestSnapshotV1 } from './commands/request-snapshot.v1.ts';
import { RequestTestSendV1 } from './commands/request-test-send.v1.ts';
import { ResumeFailedRunV1 } from './commands/resume-failed-run.v1.ts';
import { ScheduleCampaignV1 } from './commands/schedule-campaign.v1.ts';
import { SendChunkV1 } from './commands/send-chunk.v1.ts';
import { TakeSnapshotPartV1 } from './commands/take-snapshot-part.v1.ts';
import { TakeSubmissionV1 } from './commands/take-submission.v1.ts';
import { UnscheduleCampaignV1 } from './commands/unschedule-campaign.v1.ts';
import { WriteContactsV1 } from './commands/write-contacts.v1.ts';
import type { Service } from './envelope.ts';
import { AudienceSnapshotFailedV1 } from './events/audience.snapshot-failed.v1.ts';
import { AudienceSnapshotProgressedV1 } from './events/audience.snapshot-progressed.v1.ts';
import { AudienceSnapshotTakenV1 } from './events/audience.snapshot-taken.v1.ts';
import { CampaignTestRequestedV1 } from './events/campaign.test-requested.v1.ts';
import { CampaignRunControlChangedV1 } from './events/campaign-run.control-changed.v1.ts';
import { CampaignRunFinishedV1 } from './events/campaign-run.finished.v1.ts';
import { CampaignRunHealthChangedV1 } from './events/campaign-run.health-changed.v1.ts';
import { CampaignRunSnapshotRequestedV1 } from './events/campaign-run.snapshot-requested.v1.ts';
import { CampaignRunStartedV1 } from './events/campaign-run.started.v1.ts';
import { CampaignRunWaveReleasedV1 } from './events/campaign-run.wave-released.v1.ts';
import { ContactConfirmationRequestedV1 } from './events/contact.confirmation-requested.v1.ts';
import { ContactErasedV1 } from './events/contact.erased.v1.ts';
import { ContactExportRequestedV1 } from './events/contact.export-requested.v1.ts';
import { ContactReinstatedV1 } from './events/contact.reinstated.v1.ts';
import { ContactSuppressedV1 } from './events/contact.suppressed.v1.ts';
import { DispatchContactExportedV1 } from './events/dispatch.contact-exported.v1.ts';
import { DispatchWaveFinishedV1 } from './events/dispatch.wave-finished.v1.ts';
import { DispatchWaveProgressedV1 } from './events/dispatch.wave-progressed.v1.ts';
import { FeedbackContactExportedV1 } from './events/feedback.contact-exported.v1.ts';
import { ReceiptsReportedV1 } from './events/receipts.reported.v1.ts';
import { ReceiptsRequestedV1 } from './events/receipts.requested.v1.ts';
import { RecipientBouncedV1 } from './events/recipient.bounced.v1.ts';
import { RecipientComplainedV1 } from './events/recipient.complained.v1.ts';
import { RecipientsEngagedV1 } from './events/recipients.engaged.v1.ts';
import { SendingSuspendedV1 } from './events/sending.suspended.v1.ts';

interface Entry {
  readonly kind: 'event' | 'command';
  /** Who publishes the event, or who owns (and receives) the command. */
  readonly says: Service;
  readonly hears: readonly Service[];
  /** Who sends a command besides its owner. */
  readonly asks?: readonly Service[];
  /** `reserved`: the shape is agreed, nobody publishes it yet. */
  readonly status: 'live' | 'reserved';
  readonly summary: string;
}

/** Every message of the platform with who says it and who hears it. `docs/events.md` and the AsyncAPI document are made of it. */
export const catalogue = {
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
  'audience.snapshot_taken.v1': {
    schema: AudienceSnapshotTakenV1,
    kind: 'event',
    says: 'audience',
    hears: ['campaigns'],
    status: 'live',
    summary: 'The recipients of a run are frozen.',
  },
  'audience.snapshot_progressed.v1': {
    schema: AudienceSnapshotProgressedV1,
    kind: 'event',
    says: 'audience',
    hears: ['campaigns'],
    status: 'live',
    summary: 'A long snapshot is still being taken, or waits for imports.',
  },
  'audience.snapshot_failed.v1': {
    schema: AudienceSnapshotFailedV1,
    kind: 'event',
    says: 'audience',
    hears: ['campaigns'],
    status: 'live',
    summary: 'The recipients of a run cannot be frozen.',
  },
  'contact.suppressed.v1': {
    schema: ContactSuppressedV1,
    kind: 'event',
    says: 'audience',
    hears: ['dispatch'],
    status: 'live',
    summary: 'A contact may not be mailed any more: at all, or as a member of one list.',
  },
  'contact.reinstated.v1': {
    schema: ContactReinstatedV1,
    kind: 'event',
    says: 'audience',
    hears: ['dispatch'],
    status: 'live',
    summary: 'A contact may be mailed again.',
  },
  'contact.confirmation_requested.v1': {
    schema: ContactConfirmationRequestedV1,
    kind: 'event',
    says: 'audience',
    hears: ['dispatch'],
    status: 'live',
    summary: 'Somebody has asked for a list in a form, and is to confirm it by the link in a mail.',
  },
  'contact.erased.v1': {
    schema: ContactErasedV1,
    kind: 'event',
    says: 'audience',
    hears: ['dispatch'],
    status: 'live',
    summary: 'A person asked to be forgotten: whoever holds anything of theirs removes it, and mails them no more.',
  },
  'contact.export_requested.v1': {
    schema: ContactExportRequestedV1,
    kind: 'event',
    says: 'audience',
    hears: ['dispatch', 'feedback'],
    status: 'live',
    summary: 'A person wants to see what is held of them. Answered by contact_exported of each who hears it.',
  },
  'dispatch.contact_exported.v1': {
    schema: DispatchContactExportedV1,
    kind: 'event',
    says: 'dispatch',
    hears: ['audience'],
    status: 'live',
    summary: 'What dispatch holds of a person who wants to see it.',
  },
  'dispatch.wave_finished.v1': {
    schema: DispatchWaveFinishedV1,
    kind: 'event',
    says: 'dispatch',
    hears: ['campaigns'],
    status: 'live',
    summary:
      'No sender will start another send for this wave. The counts are what the wave changed; they add up to `recipients`.',
  },
  'dispatch.wave_progressed.v1': {
    schema: DispatchWaveProgressedV1,
    kind: 'event',
    says: 'dispatch',
    hears: ['campaigns'],
    status: 'live',
    summary:
      'A sender has closed a chunk of a wave, handed it back, or lets it wait for the quota of the day: the wave lives.',
  },
  'sending.suspended.v1': {
    schema: SendingSuspendedV1,
    kind: 'event',
    says: 'dispatch',
    hears: ['campaigns'],
    status: 'live',
    summary: 'SES takes no mail of this run until a person acts.',
  },
  'receipts.requested.v1': {
    schema: ReceiptsRequestedV1,
    kind: 'event',
    says: 'dispatch',
    hears: ['feedback'],
    status: 'live',
    summary:
      'Dispatch needs to know which doubtful recipients of a chunk were seen by SES (protocol of sending, settling of doubt).',
  },
  'receipts.reported.v1': {
    schema: ReceiptsReportedV1,
    kind: 'event',
    says: 'feedback',
    hears: ['dispatch'],
    status: 'live',
    summary: 'Which offsets of a chunk have been seen, as of the instant the probe was sent.',
  },
  'recipient.bounced.v1': {
    schema: RecipientBouncedV1,
    kind: 'event',
    says: 'feedback',
    hears: ['audience'],
    status: 'live',
    summary: 'A mail came back.',
  },
  'recipient.complained.v1': {
    schema: RecipientComplainedV1,
    kind: 'event',
    says: 'feedback',
    hears: ['audience'],
    status: 'live',
    summary: 'A recipient called the mail spam.',
  },
  'recipients.engaged.v1': {
    schema: RecipientsEngagedV1,
    kind: 'event',
    says: 'feedback',
    hears: ['audience'],
    status: 'live',
    summary: 'People opened mails, or followed links in them, on one day.',
  },
  'feedback.contact_exported.v1': {
    schema: FeedbackContactExportedV1,
    kind: 'event',
    says: 'feedback',
    hears: ['audience'],
    status: 'live',
    summary: 'What feedback holds of a person who wants to see it.',
  },
  'campaign_run.health_changed.v1': {
    schema: CampaignRunHealthChangedV1,
    kind: 'event',
    says: 'feedback',
    hears: ['campaigns'],
    status: 'live',
    summary: 'What happened so far to the mails of a run. Sums that only grow.',
  },
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
  'read_upload.v1': {
    schema: ReadUploadV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Read the files of an import that somebody has looked at.',
  },
  'write_contacts.v1': {
    schema: WriteContactsV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Write one chunk of an import to the contacts.',
  },
  'await_imports.v1': {
    schema: AwaitImportsV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Begin a snapshot as soon as the imports into its lists are over.',
  },
  'take_snapshot_part.v1': {
    schema: TakeSnapshotPartV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Freeze the recipients of a run whose ids lie in one shard.',
  },
  'erase_contact.v1': {
    schema: EraseContactV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Forget a person, but for what keeps them from being mailed again.',
  },
  'export_contact.v1': {
    schema: ExportContactV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Find the mailings of a person and ask the others what they hold.',
  },
  'take_submission.v1': {
    schema: TakeSubmissionV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Decide what becomes of what somebody sent through a form.',
  },
  'confirm_subscription.v1': {
    schema: ConfirmSubscriptionV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Put on a list who has confirmed to want it.',
  },
  'change_consent.v1': {
    schema: ChangeConsentV1,
    kind: 'command',
    says: 'audience',
    hears: ['audience'],
    status: 'live',
    summary: 'Record that a contact has left, or came back to, a list or everything.',
  },
  'send_chunk.v1': {
    schema: SendChunkV1,
    kind: 'command',
    says: 'dispatch',
    hears: ['dispatch'],
    status: 'live',
    summary: 'Work on a chunk of a wave. Carries no safety: lost, extra and old ones are all harmless.',
  },
  'look_at_quota.v1': {
    schema: LookAtQuotaV1,
    kind: 'command',
    says: 'dispatch',
    hears: ['dispatch'],
    status: 'live',
    summary:
      'Ask SES what it grants, before the schedule does. Says nothing: an extra one, or one too late, is harmless.',
  },
  'export_outcomes.v1': {
    schema: ExportOutcomesV1,
    kind: 'command',
    says: 'feedback',
    hears: ['feedback'],
    status: 'live',
    summary: 'Write a file that says of every recipient of a run what happened to the mail.',
  },
  'record_deed.v1': {
    schema: RecordDeedV1,
    kind: 'command',
    says: 'console',
    hears: ['console'],
    asks: ['campaigns', 'audience', 'dispatch', 'feedback'],
    status: 'live',
    summary: 'Keep for ever who did what: somebody has changed something through an API, and it was done.',
  },
} as const satisfies Record<string, Entry & { readonly schema: unknown }>;
