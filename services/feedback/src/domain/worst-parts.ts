import type { NumberedParts, Part } from './part.ts';
import { type FiguresOfPart, figuresBy, harmIn } from './part-figures.ts';
import type { BlockOutcomes } from './tally.ts';

/** Where most of the harm comes from in a run, the worst first. */
export interface WorstParts {
  readonly domains: readonly FiguresOfPart[];
  readonly imports: readonly FiguresOfPart[];
}

/** Three unlucky mails are no part to blame, nor is one in which nearly all arrive. */
const LEAST_HARM = 3;
const LEAST_SHARE = 0.02;
const MOST_NAMED = 5;

/** The worst parts of a run; `undefined` where none is worth naming. */
export const worstParts = (known: NumberedParts, outcomes: readonly BlockOutcomes[]): WorstParts | undefined => {
  const worst = (by: Part['by']) => figuresBy(by, known, outcomes).parts.filter(isBad).slice(0, MOST_NAMED);
  const [domains, imports] = [worst('domain'), worst('import')];
  return domains.length + imports.length === 0 ? undefined : { domains, imports };
};

const isBad = (part: FiguresOfPart): boolean => {
  const harm = harmIn(part);
  // Whoever complains has got the mail.
  const heard = part.hardBounced + part.rejected + part.delivered;
  return harm >= LEAST_HARM && harm >= heard * LEAST_SHARE;
};
