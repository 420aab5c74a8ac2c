import { useMutation } from '@tanstack/react-query';

import { isConflict } from './problem.ts';
import { type Theirs, takingTheirs } from './take-theirs.ts';

interface Edited extends Pick<Theirs, 'showTheirs' | 'drop'> {
  /** Of what is written now. */
  readonly version: string;
  readonly change: { readonly error: unknown; readonly reset: () => void };
  /** Saves over this version; without one over whatever is saved by then. */
  readonly saveOver: (version: string | undefined) => void;
}

/** The ways to save what is written, and those out of it where somebody else was faster. */
export const useConflict = ({ version, drop, change, saveOver, showTheirs }: Edited) => {
  const taking = useMutation(takingTheirs({ showTheirs, drop, decided: change.reset }));
  return {
    error: isConflict(change.error) ? null : change.error,
    hasConflict: isConflict(change.error),
    isTaking: taking.isPending,
    takingError: taking.error,
    save: () => {
      taking.reset();
      saveOver(version);
    },
    saveMine: () => {
      taking.reset();
      saveOver(undefined);
    },
    takeTheirs: () => taking.mutate(),
    later: () => {
      taking.reset();
      change.reset();
    },
  };
};
