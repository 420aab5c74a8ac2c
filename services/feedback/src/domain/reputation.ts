/** What became of the mails of a run, as far as SES judges the account by it. */
export interface Judged {
  /** Mails that SES took, without those to its simulator. */
  readonly sent: number;
  readonly delivered: number;
  readonly hardBounced: number;
  readonly complained: number;
}

/** From where on SES puts an account under review, and from where on it may stop it. Shares of mails. */
const sesLines = {
  hardBounces: { review: 0.05, stop: 0.1 },
  complaints: { review: 0.001, stop: 0.005 },
} as const;

export type Standing = 'unknown' | 'good' | 'near' | 'review' | 'stop';

interface Line {
  readonly review: number;
  readonly stop: number;
}

/** A share of mails beside SES's lines. */
interface JudgedRate extends Line {
  readonly count: number;
  readonly of: number;
  readonly rate: number;
  readonly standing: Standing;
}

export interface Reputation {
  readonly sent: number;
  readonly delivered: number;
  readonly hardBounces: JudgedRate;
  readonly complaints: JudgedRate;
}

/** Half of the way to a line is near it. */
const NEAR = 0.5;
/** One bad mail among a dozen says nothing of an account. */
const FEWEST_MAILS = 500;

const standingOf = (rate: number, of: number, line: Line): Standing => {
  if (of < FEWEST_MAILS) return 'unknown';
  if (rate >= line.stop) return 'stop';
  if (rate >= line.review) return 'review';
  return rate >= line.review * NEAR ? 'near' : 'good';
};

const rateOf = (count: number, of: number, line: Line): JudgedRate => {
  const rate = of > 0 ? Math.min(1, count / of) : 0;
  return { count, of, rate, ...line, standing: standingOf(rate, of, line) };
};

/** How an account stands that has sent these runs. SES looks at a sample of its own; this is all of what we sent. */
export const reputationOf = (runs: readonly Judged[]): Reputation => {
  const sum = (name: keyof Judged): number => runs.reduce((total, run) => total + run[name], 0);
  const sent = sum('sent');
  return {
    sent,
    delivered: sum('delivered'),
    hardBounces: rateOf(sum('hardBounced'), sent, sesLines.hardBounces),
    complaints: rateOf(sum('complained'), sent, sesLines.complaints),
  };
};
