import type { Status } from '../campaign.ts';

/** What is left to say once a time was accepted, by what the campaign was next; `next` is nothing where nobody has seen it change. The page shows a time that is set. */
export const timeSet = (next: Status | undefined) => {
  if (next === undefined) return 'setting';
  return next === 'draft' ? 'overtaken' : undefined;
};
