import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/**
 * Whether something was accepted so lately that it may not have happened yet: what services are told they do some seconds later.
 * It ends some time, as what is told may be overtaken by what somebody else tells.
 */
export const useLately = (
  { isSuccess, submittedAt }: Pick<UseMutationResult, 'isSuccess' | 'submittedAt'>,
  forMs: number,
): boolean => {
  const [past, setPast] = useState(0);
  useEffect(() => {
    if (!isSuccess) return undefined;
    const timer = setTimeout(() => setPast(submittedAt), forMs);
    return () => clearTimeout(timer);
  }, [isSuccess, submittedAt, forMs]);
  return isSuccess && past !== submittedAt;
};
