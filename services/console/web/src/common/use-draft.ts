import { useSessionStorage } from '@mantine/hooks';
import { useCallback, useState } from 'react';

const UNCHANGED = undefined;

interface Draft<Value> {
  /** What is written here and not saved; undefined where nothing is. */
  readonly draft: Value | undefined;
  /** Whether it was found here, written before. */
  readonly isRestored: boolean;
  readonly keep: (value: Value) => void;
  readonly drop: () => void;
}

/**
 * Keeps what somebody is writing through a reload, a sign-in that has run out and a crash of the tab; forgets it when it is saved.
 * @param read tells whether what is stored (by an older version of this app, perhaps) is still a draft of this kind
 */
export const useDraft = <Value>(key: string, read: (stored: unknown) => Value | undefined): Draft<Value> => {
  const [stored, setStored, remove] = useSessionStorage<unknown>({
    key: placeOf(key),
    defaultValue: UNCHANGED,
    getInitialValueInEffect: false,
  });
  const keep = useCallback((value: Value) => setStored(value), [setStored]);
  const draft = stored === undefined || stored === null ? undefined : read(stored);
  const [isRestored, setIsRestored] = useState(draft !== undefined);
  const drop = useCallback(() => {
    setIsRestored(false);
    remove();
  }, [remove]);
  return { draft, isRestored: isRestored && draft !== undefined, keep, drop };
};

const placeOf = (key: string): string => `bulkhead.draft.${key}`;

/** Leaves a draft where a page that is opened next looks for it. */
export const leaveDraft = (key: string, value: unknown): void =>
  sessionStorage.setItem(placeOf(key), JSON.stringify(value));
