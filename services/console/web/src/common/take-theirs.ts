export interface Theirs {
  /**
   * Reads what is saved now, and shows it. It asks the service itself: a query would wait for a network, or join one that waits, and do
   * long afterwards what nobody wants any more.
   */
  readonly showTheirs: () => Promise<void>;
  /** Forgets what is written here. */
  readonly drop: () => void;
  readonly decided: () => void;
}

/** The deed that drops mine for theirs: not before theirs is there. */
export const takingTheirs = ({ showTheirs, drop, decided }: Theirs) => ({
  mutationFn: showTheirs,
  onSuccess: () => {
    drop();
    decided();
  },
});
