/** What mailbox providers have said of the mails of a run, as feedback sums it up. */
export interface Figures {
  readonly delivered: number;
  readonly hardBounced: number;
  readonly complained: number;
  readonly rejected: number;
}

export const SIGNS = ['hard_bounces', 'complaints', 'rejections'] as const;
export type Sign = (typeof SIGNS)[number];

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
const LIMITS = { hard_bounces: 0.04, complaints: 0.0008, rejections: 0.01 } as const satisfies Record<Sign, number>;

/** A run is never held for fewer: those may be one company that has closed. */
const LEAST = { hard_bounces: 10, complaints: 5, rejections: 10 } as const satisfies Record<Sign, number>;

const WATCH = 0.5;

/** How a run fares against the limits at which it holds itself. */
export const vitalsOf = (figures: Figures, limits: Partial<Record<Sign, number>> = {}): readonly Vital[] => {
  const answered = figures.delivered + figures.hardBounced + figures.rejected;
  const hits = { hard_bounces: figures.hardBounced, complaints: figures.complained, rejections: figures.rejected };
  return SIGNS.map((sign) => vital({ sign, hits: hits[sign], of: answered, limit: limits[sign] ?? LIMITS[sign] }));
};

const vital = (seen: Omit<Vital, 'share' | 'level'>): Vital => {
  const share = seen.of === 0 ? 0 : seen.hits / seen.of;
  return { ...seen, share, level: levelOf(seen, share) };
};

const levelOf = ({ sign, hits, limit }: Omit<Vital, 'share' | 'level'>, share: number): Level => {
  if (share < limit * WATCH) return 'calm';
  if (hits < LEAST[sign]) return 'few';
  return share < limit ? 'watch' : 'over';
};
