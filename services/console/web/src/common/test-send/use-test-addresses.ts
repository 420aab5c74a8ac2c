import { useLocalStorage } from '@mantine/hooks';

import { firstUnusable } from './addresses.ts';

/** Whom tests go to: the same people each time, until whoever is signed in leaves. */
export const useTestAddresses = () => {
  const [to, setTo] = useLocalStorage<string[]>({
    key: 'bulkhead.test.to',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const unusable = firstUnusable(to);
  return { to, setTo, unusable, isReady: to.length > 0 && unusable === undefined };
};

export type TestAddresses = ReturnType<typeof useTestAddresses>;
