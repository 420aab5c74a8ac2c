import { AwaitImportsV1 } from '../commands/await-imports.v1.ts';
import { ChangeConsentV1 } from '../commands/change-consent.v1.ts';
import { ConfirmSubscriptionV1 } from '../commands/confirm-subscription.v1.ts';
import { EraseContactV1 } from '../commands/erase-contact.v1.ts';
import { ExportContactV1 } from '../commands/export-contact.v1.ts';
import { ReadUploadV1 } from '../commands/read-upload.v1.ts';
import { TakeSnapshotPartV1 } from '../commands/take-snapshot-part.v1.ts';
import { TakeSubmissionV1 } from '../commands/take-submission.v1.ts';
import { WriteContactsV1 } from '../commands/write-contacts.v1.ts';
import { AudienceSnapshotFailedV1 } from '../events/audience.snapshot-failed.v1.ts';
import { AudienceSnapshotProgressedV1 } from '../events/audience.snapshot-progressed.v1.ts';
import { AudienceSnapshotTakenV1 } from '../events/audience.snapshot-taken.v1.ts';
import { ContactConfirmationRequestedV1 } from '../events/contact.confirmation-requested.v1.ts';
import { ContactErasedV1 } from '../events/contact.erased.v1.ts';
import { ContactExportRequestedV1 } from '../events/contact.export-requested.v1.ts';
import { ContactReinstatedV1 } from '../events/contact.reinstated.v1.ts';
import { ContactSuppressedV1 } from '../events/contact.suppressed.v1.ts';
import type { Entries } from './entry.ts';

/** What audience tells the others. */
export const audienceEvents = {
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
} as const satisfies Entries;

/** What audience can be asked to do. */
export const audienceCommands = {
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
} as const satisfies Entries;
