/** How long a new key may be good. */
export const LIVES = ['quarter', 'year', 'ever'] as const;
export type Life = (typeof LIVES)[number];

const DAY_MS = 86_400_000;
const DAYS = { quarter: 90, year: 365 } as const;

export const endOf = (life: Life, now: Date): string | undefined =>
  life === 'ever' ? undefined : new Date(now.getTime() + DAYS[life] * DAY_MS).toISOString();
