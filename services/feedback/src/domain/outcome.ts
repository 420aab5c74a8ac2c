import { bounceKinds, isBounceKind } from './bounce.ts';
import type { Visit } from './visit.ts';

/**
 * What can happen to a mail, as far as SES tells. `sent_twice` is our own finding: two mails for one recipient; and so is whether a
 * machine came: who has `opened` is a person, as far as can be told, whatever machines have done too.
 */
export const outcomeKinds = [
  'sent',
  'sent_twice',
  'delivered',
  ...bounceKinds,
  'complained',
  'delayed',
  'opened',
  'clicked',
  'opened_by_machine',
  'clicked_by_machine',
  'rejected',
  'rendering_failed',
  'subscription_changed',
  'simulated',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** A recipient of a run: the line of a chunk of its snapshot. */
export interface Recipient {
  readonly runId: string;
  readonly chunk: number;
  readonly offset: number;
}

/** One thing that SES says has happened to one mail of ours. */
export interface Outcome extends Recipient {
  readonly kind: Exclude<OutcomeKind, 'sent_twice' | 'opened_by_machine' | 'clicked_by_machine'>;
  /** SES's id of the mail. */
  readonly messageId: string;
  /** Whom the mail was for; absent where the sender did not say. */
  readonly contactId?: string;
  /** The domain of the address that the mail went to, and the import by which its recipient joined; absent where they are not known. */
  readonly domain?: string;
  readonly importId?: string;
  /** Who came; of opens and clicks. */
  readonly visit?: Visit;
  readonly at: Date;
}

/** An outcome that others must hear of. */
export const isGrave = ({ kind }: Outcome): boolean => kind === 'complained' || isBounceKind(kind);

/** An outcome that may make its run stop. */
export const harmsRun = (outcome: Outcome): boolean =>
  isGrave(outcome) || outcome.kind === 'rejected' || outcome.kind === 'rendering_failed' || outcome.kind === 'delayed';
