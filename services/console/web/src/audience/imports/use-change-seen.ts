import { type UseMutationResult, useQuery } from '@tanstack/react-query';

import { useLately } from '../../common/use-lately.ts';
import { importQuery } from './queries.ts';

const AGAIN_MS = 1_000;
const LONG_ENOUGH_MS = 15_000;

/**
 * What is asked of an import happens some seconds later: for as long it is looked at again and again, whatever it says of itself.
 * Whether it is still looked for.
 */
export const useChangeSeen = (
  importId: string,
  asked: Pick<UseMutationResult, 'isSuccess' | 'submittedAt'>,
): boolean => {
  const isAwaited = useLately(asked, LONG_ENOUGH_MS);
  useQuery({ ...importQuery(importId), refetchInterval: isAwaited ? AGAIN_MS : false });
  return isAwaited;
};
