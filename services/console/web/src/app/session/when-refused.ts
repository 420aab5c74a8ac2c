interface Parts {
  /** Outlives the way to the issuer and back. */
  readonly store: Pick<Storage, 'getItem' | 'setItem'>;
  readonly now: () => number;
  readonly signIn: () => Promise<void>;
}

const LAST = 'bulkhead.refused';
/** Who is refused again so soon after signing in would go round and round. */
const SOON_MS = 30_000;

/** What to do when a service does not believe a token: sign in once; where that has not helped a moment ago, say so. */
export const whenRefused = ({ store, now, signIn }: Parts) => {
  let isLeaving = false;
  return (say: () => void): void => {
    if (isLeaving) return;
    if (now() - Number(store.getItem(LAST) ?? 0) < SOON_MS) {
      say();
      return;
    }
    isLeaving = true;
    store.setItem(LAST, String(now()));
    signIn().catch(() => {
      isLeaving = false;
    });
  };
};
