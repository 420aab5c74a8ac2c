/** In percent, as people write it; empty for the usual limit. */
export type Percent = number | '';

export const BOUNDS = {
  hardBounces: { usual: 4, least: 0.1, most: 5 },
  complaints: { usual: 0.08, least: 0.01, most: 0.1 },
} as const;

const DIGITS = 8;
const rounded = (value: number): number => Number(value.toFixed(DIGITS));

export const toPercent = (fraction: number | undefined): Percent =>
  fraction === undefined ? '' : rounded(fraction * 100);

const toFraction = (percent: number): number => rounded(percent / 100);

/** The limits at which a run holds itself, if the campaign has its own. */
export const toGuardrails = ({ hardBounces, complaints }: Record<'hardBounces' | 'complaints', Percent>) => {
  const guardrails = {
    ...(hardBounces !== '' && { hardBounces: toFraction(hardBounces) }),
    ...(complaints !== '' && { complaints: toFraction(complaints) }),
  };
  return Object.keys(guardrails).length === 0 ? {} : { guardrails };
};
