import { useSessionStorage } from '@mantine/hooks';
import { useCallback } from 'react';

const UNCHANGED = undefined;

interface Draft<Value> {
  /** What is written here and not saved; undefined where nothing is. */
  readonly draft: Value | undefined;
  readonly keep: (value: Value) => void;
  readonly drop: () => void;
}

/**
 * Keeps what somebody is writing through a reload, a sign-in that has run out and a crash of the tab; forgets it when it is saved.
 * @param read tells whether what is stored (by an older version of this app, perhaps) is still a draft of this kind
 */
export const useDraft = <Value>(key: string, read: (stored: unknown) => Value | undefined): Draft<Value> => {
  const [stored, setStored, remove] = useSessionStorage<unknown>({
    key: `bulkhead.draft.${key}`,
    defaultValue: UNCHANGED,
    getInitialValueInEffect: false,
  });
  const keep = useCallback((value: Value) => setStored(value), [setStored]);
  return { draft: stored === undefined || stored === null ? undefined : read(stored), keep, drop: remove };
};
