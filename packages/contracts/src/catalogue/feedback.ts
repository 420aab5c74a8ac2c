import { ExportOutcomesV1 } from '../commands/export-outcomes.v1.ts';
import { CampaignRunHealthChangedV1 } from '../events/campaign-run.health-changed.v1.ts';
import { FeedbackContactExportedV1 } from '../events/feedback.contact-exported.v1.ts';
import { ReceiptsReportedV1 } from '../events/receipts.reported.v1.ts';
import { RecipientBouncedV1 } from '../events/recipient.bounced.v1.ts';
import { RecipientComplainedV1 } from '../events/recipient.complained.v1.ts';
import { RecipientsEngagedV1 } from '../events/recipients.engaged.v1.ts';
import type { Entries } from './entry.ts';

/** What feedback tells the others. */
export const feedbackEvents = {
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
} as const satisfies Entries;

/** What feedback can be asked to do. */
export const feedbackCommands = {
  'export_outcomes.v1': {
    schema: ExportOutcomesV1,
    kind: 'command',
    says: 'feedback',
    hears: ['feedback'],
    status: 'live',
    summary: 'Write a file that says of every recipient of a run what happened to the mail.',
  },
} as const satisfies Entries;
