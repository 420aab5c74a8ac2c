import { notifyManager } from '@tanstack/react-query';

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

/** Components hear of what has come a moment later than whoever put it there. */
const heard = () => new Promise<void>((resolve) => notifyManager.schedule(resolve));

/** The deed that drops mine for theirs: not before theirs is there, also for what shows it. An editor that begins anew begins with that. */
export const takingTheirs = ({ showTheirs, drop, decided }: Theirs) => ({
  mutationFn: async () => {
    await showTheirs();
    await heard();
  },
  onSuccess: () => {
    drop();
    decided();
  },
});
