import { LookAtQuotaV1 } from '../commands/look-at-quota.v1.ts';
import { SendChunkV1 } from '../commands/send-chunk.v1.ts';
import { DispatchContactExportedV1 } from '../events/dispatch.contact-exported.v1.ts';
import { DispatchWaveFinishedV1 } from '../events/dispatch.wave-finished.v1.ts';
import { DispatchWaveProgressedV1 } from '../events/dispatch.wave-progressed.v1.ts';
import { ReceiptsRequestedV1 } from '../events/receipts.requested.v1.ts';
import { SendingSuspendedV1 } from '../events/sending.suspended.v1.ts';
import type { Entries } from './entry.ts';

/** What dispatch tells the others. */
export const dispatchEvents = {
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
} as const satisfies Entries;

/** What dispatch can be asked to do. */
export const dispatchCommands = {
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
} as const satisfies Entries;
