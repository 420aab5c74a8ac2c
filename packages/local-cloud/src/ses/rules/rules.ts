import * as z from 'zod/mini';

const percent = () => z.number().check(z.gte(0), z.lte(100));
const milliseconds = () => z.number().check(z.gte(0));
const range = () =>
  z
    .readonly(z.tuple([milliseconds(), milliseconds()]))
    .check(z.refine(([least, most]) => least <= most, 'the earliest comes first'));

export const AccountSettings = z.strictObject({
  maxSendRate: z.number().check(z.gt(0)),
  burstSeconds: z.number().check(z.gte(0)),
  max24HourSend: z.number().check(z.gte(-1)),
  sendingEnabled: z.boolean(),
  suspended: z.boolean(),
});
export type AccountSettings = Readonly<z.infer<typeof AccountSettings>>;

export const FaultSettings = z.strictObject({
  seed: z.string(),
  throttlePercent: percent(),
  failBeforeAcceptPercent: percent(),
  failAfterAcceptPercent: percent(),
  dropAfterAcceptPercent: percent(),
  latencyPercent: percent(),
  latencyMs: milliseconds(),
  duplicateEventPercent: percent(),
  lateEventPercent: percent(),
  lateEventMs: milliseconds(),
});
export type FaultSettings = Readonly<z.infer<typeof FaultSettings>>;

const SenderRule = z.strictObject({ from: z.string(), refuse: z.enum(['not_verified', 'mail_from_not_verified']) });
export type SenderRule = Readonly<z.infer<typeof SenderRule>>;

const IdentityRule = z.strictObject({
  identity: z.string(),
  verification: z.enum(['Success', 'Pending', 'Failed', 'TemporaryFailure', 'NotStarted']),
  dkim: z.enum(['Success', 'Pending', 'Failed', 'TemporaryFailure', 'NotStarted']),
});
export type IdentityRule = Readonly<z.infer<typeof IdentityRule>>;

const outcomes = [
  'deliver',
  'hard_bounce',
  'soft_bounce',
  'suppressed',
  'complaint',
  'delay',
  'open',
  'click',
  'prefetch',
  'scan',
  'reject',
] as const;
export type RecipientOutcome = (typeof outcomes)[number];

const RecipientRule = z.strictObject({ to: z.string(), outcome: z.enum(outcomes) });

const Population = z.strictObject({
  hardBouncePercent: percent(),
  softBouncePercent: percent(),
  complaintPercent: percent(),
  deliveryDelayPercent: percent(),
  openPercent: percent(),
  clickPercent: percent(),
});

const Latencies = z.strictObject({
  send: range(),
  reject: range(),
  delivery: range(),
  bounce: range(),
  deliveryDelay: range(),
  complaint: range(),
  open: range(),
  click: range(),
});

const MailboxLimits = z.strictObject({
  maxMessages: z.number().check(z.gte(1)),
  maxMegabytes: z.number().check(z.gt(0)),
  compressAfter: z.number().check(z.gte(0)),
});
export type MailboxLimits = Readonly<z.infer<typeof MailboxLimits>>;

/** The whole rules file; ses-rules.yml says what each value means. */
export const Rules = z.strictObject({
  seed: z.string(),
  account: AccountSettings,
  senders: z.array(SenderRule),
  identities: z.array(IdentityRule),
  recipients: z.array(RecipientRule),
  everybodyElse: Population,
  latencyMs: Latencies,
  faults: FaultSettings,
  mailbox: MailboxLimits,
});
export type Rules = z.infer<typeof Rules>;

/** A rules file of one's own: any part of it. */
export const RulesOverride = z.strictObject({
  seed: z.optional(z.string()),
  account: z.optional(z.partial(AccountSettings)),
  senders: z.optional(z.array(SenderRule)),
  identities: z.optional(z.array(IdentityRule)),
  recipients: z.optional(z.array(RecipientRule)),
  everybodyElse: z.optional(z.partial(Population)),
  latencyMs: z.optional(z.partial(Latencies)),
  faults: z.optional(z.partial(FaultSettings)),
  mailbox: z.optional(z.partial(MailboxLimits)),
});
export type RulesOverride = z.infer<typeof RulesOverride>;
