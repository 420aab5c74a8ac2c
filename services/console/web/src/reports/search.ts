import * as z from 'zod/mini';

export const PARTS = ['overview', 'mail', 'links', 'parts', 'readers', 'recipients'] as const;
export type Part = (typeof PARTS)[number];

export const OUTCOMES = [
  'sent',
  'delivered',
  'bounced',
  'hardBounced',
  'complained',
  'delayed',
  'rejected',
  'openedByPeople',
  'clickedByPeople',
  'opened',
  'clicked',
  'sentTwice',
  'subscriptionChanged',
  'simulated',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const REASONS = [
  'no_such_mailbox',
  'domain_dead',
  'mailbox_full',
  'content_rejected',
  'blocked_by_reputation',
  'account_suppression',
  'too_large',
  'temporary',
  'unknown',
] as const;
export type Reason = (typeof REASONS)[number];

/** What the address of a report says: which part of it is shown, and of the recipients, which. */
export interface ReportSearch {
  readonly part?: Part;
  readonly outcome?: Outcome;
  readonly reason?: Reason;
}

const Part = z.enum(PARTS);
const Outcome = z.enum(OUTCOMES);
const Reason = z.enum(REASONS);

/** What nobody of ours has written into the address is left out. */
export const readPart = (search: Readonly<Record<string, unknown>>): ReportSearch => {
  const [part, outcome, reason] = [
    Part.safeParse(search['part']),
    Outcome.safeParse(search['outcome']),
    Reason.safeParse(search['reason']),
  ];
  return {
    ...(part.success && part.data !== 'overview' && { part: part.data }),
    ...(outcome.success && { outcome: outcome.data }),
    ...(reason.success && { reason: reason.data }),
  };
};
