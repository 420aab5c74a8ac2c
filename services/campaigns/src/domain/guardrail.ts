import type { Observed } from './sequential-evidence.ts';
import { evidenceAbove } from './sequential-evidence.ts';

/** What happened so far to the mails of a run. Sums that only grow. */
export interface Health {
  readonly sent: number;
  readonly delivered: number;
  readonly hardBounced: number;
  readonly complained: number;
  /** SES took them and then would not send them: a virus was found, or nothing could be made of them. */
  readonly rejected: number;
  /** Those whose mailbox provider has put them off, delivered later or not. */
  readonly delayed: number;
}

export const noHealth: Health = { sent: 0, delivered: 0, hardBounced: 0, complained: 0, rejected: 0, delayed: 0 };

/** What became of mails before anybody could deliver them: SES took them, or they were refused. */
export interface Handover {
  readonly accepted: number;
  readonly refused: number;
}

/** All that guardrails look at, and that a person sees who resumes a held run. */
export interface Figures extends Health {
  /** Mails whose handover to SES is decided, and how many of them were refused. */
  readonly handedOver: number;
  readonly refused: number;
}

export const noFigures: Figures = { ...noHealth, handedOver: 0, refused: 0 };

export const figuresOf = (health: Health, { accepted, refused }: Handover): Figures => ({
  ...health,
  handedOver: accepted + refused,
  refused,
});

/** Facts may come late and out of order: the larger of two sums is the later one. */
export const laterHealth = (one: Health, other: Health): Health => ({
  sent: Math.max(one.sent, other.sent),
  delivered: Math.max(one.delivered, other.delivered),
  hardBounced: Math.max(one.hardBounced, other.hardBounced),
  complained: Math.max(one.complained, other.complained),
  rejected: Math.max(one.rejected, other.rejected),
  delayed: Math.max(one.delayed, other.delayed),
});

export type Guardrail = 'hard_bounces' | 'complaints' | 'rejections' | 'refusals';

/** A guardrail that was passed, and by what. */
export interface Verdict {
  readonly guardrail: Guardrail;
  /** How many mails it happened to, among how many. */
  readonly hits: number;
  readonly sample: number;
  readonly limit: number;
}

/** Limits of a campaign's own, as shares; what is not said is as for all campaigns. */
export interface GuardrailLimits {
  readonly hardBounces?: number;
  readonly complaints?: number;
}

/**
 * SES reviews an account at 5 % bounces and 0.1 % complaints; we stop before. It rejects mails for what is in them, and all mails of a run
 * have the same in them. Never for fewer than `least`: those may be one company that has closed.
 */
export const guardrails = {
  hard_bounces: { limit: 0.04, least: 10 },
  complaints: { limit: 0.0008, least: 5 },
  rejections: { limit: 0.01, least: 10 },
  delays: { limit: 0.1, least: 50 },
} as const;

/** The chance that a run is ever stopped for a share that is exactly at the limit. Below it, it is far smaller. */
export const FALSE_STOP_CHANCE = 0.001;

/** The chance that a run with a share at the limit ever comes to look so bad that its waves do not grow. */
const FALSE_ALARM_CHANCE = 0.1;

/** Single addresses may be refused; when it is more than every fifth, something is wrong with the mail or its sender. */
const refusals = { share: 0.2, sample: 20 } as const;

/** So many of the mails are taken for still unanswered, at most. */
const STILL_UNANSWERED = 0.1;

/** Complaints come for days: after a resume, so many mails from before it are still expected to cause some. */
const STILL_COMPLAIN = 10_000;

/** What is known of a run when it is judged. */
export interface Known {
  readonly health: Health;
  /** What a person has seen and resumed after: only what came since counts. */
  readonly accepted?: Figures;
  /** How many mails SES has taken, as dispatch says: so many for certain, and not more than. */
  readonly taken?: { readonly least: number; readonly most: number };
  readonly limits?: GuardrailLimits | undefined;
}

/** Mails of which is known how they went, as far as that can be known soon. */
export const answered = ({ delivered, hardBounced, rejected }: Health): number => delivered + hardBounced + rejected;

const nobody = { least: 0, most: 0 };

/**
 * Among how many mails something has happened. It must not be too few, or bounces would look more than they are: mails that nobody has
 * answered yet are counted, and where SES does not tell of sent mails, so is all that dispatch may have sent.
 */
const mailsIn = ({ health, taken = nobody }: Known): number =>
  Math.max(health.sent > 0 ? taken.least : taken.most, health.sent, answered(health));

/** Mails that a person has seen when he resumed, of which more may be heard. */
const stillOpen = (guardrail: keyof typeof guardrails, accepted: Figures): { seen: number; open: number } => {
  const seen = Math.max(accepted.sent, accepted.handedOver - accepted.refused, answered(accepted));
  return { seen, open: guardrail === 'complaints' ? Math.min(seen, STILL_COMPLAIN) : seen - answered(accepted) };
};

const hitsOf = {
  hard_bounces: ({ hardBounced }: Health) => hardBounced,
  complaints: ({ complained }: Health) => complained,
  rejections: ({ rejected }: Health) => rejected,
  delays: ({ delayed }: Health) => delayed,
} as const;

/**
 * Among how many of the mails something has happened. Complaints come at any time, from anybody. What else is waited for comes with
 * deliveries: of mails that nobody has answered yet a few are left out, where deliveries are told of at all. Only a few, because a
 * mailbox provider may refuse at once and deliver late.
 */
const judgedIn = (guardrail: keyof typeof guardrails, known: Known): number => {
  const mails = mailsIn(known);
  if (guardrail === 'complaints' || known.health.delivered === 0) return mails;
  return Math.max(answered(known.health), Math.ceil(mails * (1 - STILL_UNANSWERED)));
};

const observed = (guardrail: keyof typeof guardrails, known: Known): Observed => {
  const { health, accepted = noFigures } = known;
  const { seen, open } = stillOpen(guardrail, accepted);
  const hits = Math.max(0, hitsOf[guardrail](health) - hitsOf[guardrail](accepted));
  return { hits, sample: Math.max(hits, judgedIn(guardrail, known) - seen + open) };
};

const limitOf = (guardrail: keyof typeof guardrails, { hardBounces, complaints }: GuardrailLimits = {}): number => {
  const own = { hard_bounces: hardBounces, complaints, rejections: undefined, delays: undefined };
  return own[guardrail] ?? guardrails[guardrail].limit;
};

const isPassed = (guardrail: keyof typeof guardrails, known: Known, chance = FALSE_STOP_CHANCE): boolean => {
  const seen = observed(guardrail, known);
  const { least } = guardrails[guardrail];
  return seen.hits >= least && evidenceAbove(limitOf(guardrail, known.limits), seen) >= -Math.log(chance);
};

const stopping = ['complaints', 'hard_bounces', 'rejections'] as const;

/** Says why a run should hold itself, with the figures, or nothing. May be asked at any moment, and as often as one likes. */
export const guardrailVerdict = (known: Known): Verdict | undefined => {
  for (const guardrail of stopping) {
    if (!isPassed(guardrail, known)) continue;
    return { guardrail, ...observed(guardrail, known), limit: limitOf(guardrail, known.limits) };
  }
  return undefined;
};

/** Whether a run looks as if it will have to stop, though that may still be chance: then it does not send more at a time. */
export const isSuspect = (known: Known): boolean =>
  stopping.some((guardrail) => isPassed(guardrail, known, FALSE_ALARM_CHANCE));

/** Whether mailbox providers put off so many mails that a run should not send faster than it does. A person's resume does not change that. */
export const isPutOff = (known: Omit<Known, 'accepted'>): boolean => isPassed('delays', known);

/**
 * Says why a run should hold itself because its mails are refused, with the figures, or nothing. A refusal is certain at
 * once, and known of everybody who was mailed: it is counted, where the others are estimated.
 * @param accepted what a person has seen and resumed after: only what came since counts
 */
export const refusalVerdict = (
  totals: Handover,
  accepted: Pick<Figures, 'handedOver' | 'refused'> = noFigures,
): Verdict | undefined => {
  const sample = totals.accepted + totals.refused - accepted.handedOver;
  const hits = totals.refused - accepted.refused;
  if (sample < refusals.sample || hits <= sample * refusals.share) return undefined;
  return { guardrail: 'refusals', hits, sample, limit: refusals.share };
};
