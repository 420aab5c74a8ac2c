import type { Reconsidered } from '../domain/plan.ts';

/** Whom an attempt reconsiders, as messages have it: those who were suppressed are a wish of their own. */
export const toWishes = (those: readonly Reconsidered[] = []) => {
  const reconsider = those.filter((fate) => fate !== 'suppressed');
  return {
    ...(reconsider.length > 0 && { reconsider }),
    ...(those.includes('suppressed') && { readmit: true }),
  };
};
