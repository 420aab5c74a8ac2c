/** One reason to refuse a definition. */
export interface Problem {
  /** Where, the way Step Functions writes it: `/States/Plan/Retry[0]`. */
  readonly path: string;
  readonly sentence: string;
}

export type PathStep = PropertyKey;

/** @example pathOf(['States', 'Plan', 'Retry', 0]) // '/States/Plan/Retry[0]' */
export const pathOf = (steps: readonly PathStep[]): string =>
  steps.map((step) => (typeof step === 'number' ? `[${step}]` : `/${String(step)}`)).join('') || '/';
