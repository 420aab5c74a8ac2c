import type { Reconsidered } from '../domain/reconsider.ts';

interface Wishes {
  readonly reconsider?: readonly ('left' | 'refused')[] | undefined;
  readonly readmit?: boolean | undefined;
}

/** Whom a wave reconsiders; `undefined` if nobody. */
export const reconsideredIn = ({ reconsider = [], readmit = false }: Wishes): readonly Reconsidered[] | undefined => {
  const those: readonly Reconsidered[] = [...reconsider, ...(readmit ? (['suppressed'] as const) : [])];
  return those.length === 0 ? undefined : those;
};
