/** What happened so far to the mails of a run. Sums that only grow. */
export interface Health {
  readonly sent: number;
  readonly delivered: number;
  readonly hardBounced: number;
  readonly complained: number;
}

export const noHealth: Health = { sent: 0, delivered: 0, hardBounced: 0, complained: 0 };

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
});

/** SES reviews an account at 5 % bounces and 0.1 % complaints; we stop before. */
export const guardrails = { hardBounces: 0.04, complaints: 0.0008, sample: 1_000 } as const;

/** Single addresses may be refused; when it is more than every fifth, something is wrong with the mail or its sender. */
const refusals = { share: 0.2, sample: 20 } as const;

/** The standard normal quantile for a one-in-forty chance on each side. */
const Z_95 = 1.96;

/** The lower end of Wilson's 95 % interval: the share that is at least likely, however small the sample. */
export const wilsonLowerBound = (hits: number, sample: number): number => {
  if (sample === 0) return 0;
  const share = Math.min(1, hits / sample);
  const z2 = Z_95 ** 2;
  const centre = share + z2 / (2 * sample);
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / sample + z2 / (4 * sample ** 2));
  return Math.max(0, (centre - spread) / (1 + z2 / sample));
};

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/**
 * Says why a run should hold itself, with the figures, or nothing.
 * @param accepted what a person has seen and resumed after: only what came since counts
 */
export const guardrailReason = (health: Health, accepted: Health = noHealth): string | undefined => {
  const sample = health.sent - accepted.sent;
  if (sample < guardrails.sample) return undefined;

  const checks = [
    { what: 'hard bounces', hits: health.hardBounced - accepted.hardBounced, limit: guardrails.hardBounces },
    { what: 'complaints', hits: health.complained - accepted.complained, limit: guardrails.complaints },
  ];
  const passed = checks.find(({ hits, limit }) => wilsonLowerBound(hits, sample) > limit);
  return (
    passed &&
    `${passed.hits} ${passed.what} in ${sample} mails (${percent(passed.hits / sample)}, limit ${percent(passed.limit)})`
  );
};

/**
 * Says why a run should hold itself because its mails are refused, with the figures, or nothing. A refusal is certain at
 * once: it needs no time to come back, and no large sample.
 * @param accepted what a person has seen and resumed after: only what came since counts
 */
export const refusalReason = (
  totals: Handover,
  accepted: Pick<Figures, 'handedOver' | 'refused'> = noFigures,
): string | undefined => {
  const sample = totals.accepted + totals.refused - accepted.handedOver;
  const refused = totals.refused - accepted.refused;
  if (sample < refusals.sample || refused <= sample * refusals.share) return undefined;
  return `${refused} of ${sample} mails were refused before SES took them`;
};
