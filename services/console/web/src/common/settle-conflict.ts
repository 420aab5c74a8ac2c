import { isConflict } from './problem.ts';

interface Edited {
  /** Of what is written now. */
  readonly version: string;
  readonly drop: () => void;
  readonly change: { readonly error: unknown; readonly reset: () => void };
  readonly saveOver: (version: string) => void;
  readonly readAgain: () => Promise<{ readonly version: string }>;
}

/** The ways to save what is written, and those out of it where somebody else was faster. */
export const settleConflict = ({ version, drop, change, saveOver, readAgain }: Edited) => ({
  error: isConflict(change.error) ? null : change.error,
  hasConflict: isConflict(change.error),
  save: () => saveOver(version),
  saveMine: async () => saveOver((await readAgain()).version),
  takeTheirs: async () => {
    await readAgain();
    drop();
    change.reset();
  },
  later: () => change.reset(),
});
