import { useEffect, useRef } from 'react';

import { afterSaving, type Begun, begunAt, readBegun } from './begun.ts';
import { useDraft } from './use-draft.ts';

interface Kept<Values> {
  /** As `useDraft` keeps it. */
  readonly key: string;
  readonly read: (stored: unknown) => Values | undefined;
  /** What is saved, and as which version. */
  readonly saved: Begun<Values>;
}

/** Keeps what somebody changes in something that others may change too, with the version that the change began with. */
export const useVersionedDraft = <Values>({ key, read, saved }: Kept<Values>) => {
  const { draft, isRestored, keep, drop } = useDraft(key, readBegun(read));
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const { values, version } = draft ?? saved;
  return {
    values,
    /** Of what these values began with. */
    version,
    isRestored,
    edit: (changed: Values) => keep(begunAt(draft, saved.version, changed)),
    drop,
    /** Forgets what has been saved; what was written during the saving stays. */
    settle: (sent: Values, as: string) => {
      const left = afterSaving(latest.current, sent, as);
      if (left === undefined) drop();
      else keep(left);
    },
  };
};
