import type { Import } from '../model.ts';

const ENDS = ['finished', 'failed', 'cancelled', 'expired'] as const;

type Outcome = (typeof ENDS)[number] | 'nobody' | 'nothing';

/** What an import came to, undefined as long as it goes on. One that was read to its end may have brought nobody. */
export const outcomeOf = ({
  status,
  accepted,
  rejected,
}: Pick<Import, 'status' | 'accepted' | 'rejected'>): Outcome | undefined => {
  if (status === 'finished' && accepted === 0) return rejected > 0 ? 'nobody' : 'nothing';
  return ENDS.find((end) => end === status);
};
