import { type OutcomeKind, outcomeKinds } from '../domain/outcome.ts';
import { outcomesOf } from './keys.ts';

const inOrderOfKeys = outcomeKinds.toSorted((a, b) => (outcomesOf(a) < outcomesOf(b) ? -1 : 1));

/** First and last. */
type Range = readonly [OutcomeKind, OutcomeKind];

/** Kinds as ranges of keys with nothing else between them: the thirteen that health is made of are three questions. */
export const rangesOf = (kinds: readonly OutcomeKind[]): readonly Range[] => {
  const wanted = new Set(kinds);
  return inOrderOfKeys.reduce<readonly Range[]>((ranges, kind, n) => {
    if (!wanted.has(kind)) return ranges;
    const last = ranges.at(-1);
    const goesOn = last !== undefined && last[1] === inOrderOfKeys[n - 1];
    return goesOn ? [...ranges.slice(0, -1), [last[0], kind]] : [...ranges, [kind, kind]];
  }, []);
};
