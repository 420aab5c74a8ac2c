import type { PartFigures } from '../model.ts';

/** The share of the mails of a part that harmed the sender: of those of which anything is known. */
export const harmOf = (figures: PartFigures): number => {
  const { delivered, hardBounced, softBounced, undetermined, complained, rejected } = figures;
  const known = delivered + hardBounced + softBounced + undetermined + rejected;
  return known > 0 ? Math.min(1, (hardBounced + complained + rejected) / known) : 0;
};

/** Where guardrails hold a run; half of it is worth a look. */
const HOLD = 0.04;

export const levelOf = (harm: number): 'good' | 'look' | 'bad' => {
  if (harm >= HOLD) return 'bad';
  return harm >= HOLD / 2 ? 'look' : 'good';
};
