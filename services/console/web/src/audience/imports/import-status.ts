import type { Import } from '../model.ts';

export type Status = Import['status'];

/** Statuses that change by themselves; the others wait for a person or are the end. */
const UNDER_WAY: readonly Status[] = ['awaiting_upload', 'parsing', 'writing'];

export const isUnderWay = (status: Status): boolean => UNDER_WAY.includes(status);

/** How far the writing is, 0 to 1; while it is read nobody knows how many rows there are. */
export const shareDone = ({ status, written, accepted }: Pick<Import, 'status' | 'written' | 'accepted'>) =>
  status === 'writing' && accepted > 0 ? Math.min(1, written / accepted) : undefined;
