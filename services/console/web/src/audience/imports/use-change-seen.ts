import { type UseMutationResult, useQuery } from '@tanstack/react-query';

import { importQuery } from './queries.ts';

const AGAIN_MS = 1_000;
const LONG_ENOUGH_MS = 15_000;

/** What is asked of an import happens some seconds later: for as long it is looked at again and again, whatever it says of itself. */
export const useChangeSeen = (
  importId: string,
  { isSuccess, submittedAt }: Pick<UseMutationResult, 'isSuccess' | 'submittedAt'>,
): void => {
  useQuery({
    ...importQuery(importId),
    refetchInterval: () => (isSuccess && Date.now() - submittedAt < LONG_ENOUGH_MS ? AGAIN_MS : false),
  });
};
