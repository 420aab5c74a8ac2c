/** What mailbox providers have said of the mails of a run, as feedback sums it up. */
export interface Figures {
  readonly sent: number;
  readonly delivered: number;
  readonly hardBounced: number;
  readonly complained: number;
  readonly rejected: number;
}

/** What became of mails before anybody could deliver them: SES took them, or they were refused. */
export interface Handover {
  readonly accepted: number;
  readonly refused: number;
}

const SIGNS = ['hard_bounces', 'complaints', 'rejections'] as const;
type Heard = (typeof SIGNS)[number];
export type Sign = Heard | 'refusals';

/** `few`: too few to judge by. */
export type Level = 'calm' | 'few' | 'watch' | 'over';

export interface Vital {
  readonly sign: Sign;
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  /** Above it a run holds itself, when it is sure. */
  readonly limit: number;
  readonly level: Level;
}

/** Unless the campaign sets others. */
const LIMITS = { hard_bounces: 0.04, complaints: 0.0008, rejections: 0.01 } as const satisfies Record<Heard, number>;

/** A run is never held for fewer: those may be one company that has closed. */
const LEAST = { hard_bounces: 10, complaints: 5, rejections: 10 } as const satisfies Record<Heard, number>;

/** Single addresses may be refused; more than every fifth says something of the mail or its sender. */
const REFUSALS = { limit: 0.2, sample: 20 } as const;

/** So many of the mails are taken for still unanswered, at most. */
const STILL_UNANSWERED = 0.1;

const WATCH = 0.5;

/** How a run fares against the limits at which it holds itself, by what has been heard of its mails. */
export const vitalsOf = (
  figures: Figures,
  handover: Handover,
  limits: Partial<Record<Heard, number>> = {},
): readonly Vital[] => {
  const hits = { hard_bounces: figures.hardBounced, complaints: figures.complained, rejections: figures.rejected };
  return SIGNS.map((sign) => {
    const seen = { hits: hits[sign], of: judgedIn(sign, figures, handover) };
    return vital({ sign, ...seen, limit: limits[sign] ?? LIMITS[sign] }, seen.hits < LEAST[sign]);
  });
};

/** How many mails SES would not take; nothing before the first was offered. Known at once, of every mail. */
export const refusalsOf = ({ accepted, refused }: Handover): Vital | undefined => {
  const of = accepted + refused;
  if (of === 0) return undefined;
  return vital({ sign: 'refusals', hits: refused, of, limit: REFUSALS.limit }, of < REFUSALS.sample);
};

/** Among how many mails, as the service judges: of those that nobody has answered yet all but a few count, or bounces would look more than they are. */
const judgedIn = (sign: Heard, { sent, delivered, hardBounced, rejected }: Figures, { accepted }: Handover): number => {
  const answered = delivered + hardBounced + rejected;
  const mails = Math.max(accepted, sent, answered);
  if (sign === 'complaints' || delivered === 0) return mails;
  return Math.max(answered, Math.ceil(mails * (1 - STILL_UNANSWERED)));
};

const vital = (seen: Omit<Vital, 'share' | 'level'>, isFew: boolean): Vital => {
  const share = seen.of === 0 ? 0 : seen.hits / seen.of;
  return { ...seen, share, level: levelOf(share, seen.limit, isFew) };
};

const levelOf = (share: number, limit: number, isFew: boolean): Level => {
  if (share < limit * WATCH) return 'calm';
  if (isFew) return 'few';
  return share < limit ? 'watch' : 'over';
};
