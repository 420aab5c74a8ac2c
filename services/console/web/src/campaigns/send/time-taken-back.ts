import type { Status } from '../campaign.ts';

/** What came of taking a time back, by what the campaign was next; nothing where nobody has seen it change. Its own time may be faster, or somebody else. */
export const timeTakenBack = (next: Status | undefined) => {
  if (next === undefined) return 'unscheduling';
  return next === 'draft' ? 'unscheduled' : 'overtaken';
};
