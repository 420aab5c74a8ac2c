import type { Import } from '../model.ts';

export type Status = Import['status'];

/** Statuses that change by themselves; the others wait for a person or are the end. */
const UNDER_WAY: readonly Status[] = ['awaiting_upload', 'parsing', 'writing'];

export const isUnderWay = (status: Status): boolean => UNDER_WAY.includes(status);

type Known = Pick<Import, 'importId' | 'status'>;

/** Whether one that was under way is not any more. */
export const hasEnded = (before: readonly Known[], now: readonly Known[]): boolean => {
  const going = new Set(before.filter(({ status }) => isUnderWay(status)).map(({ importId }) => importId));
  return now.some(({ importId, status }) => going.has(importId) && !isUnderWay(status));
};

type Pace = Pick<Import, 'status' | 'written' | 'accepted' | 'rows'> &
  Partial<Pick<Import, 'rowsPerSecond' | 'remainingSeconds'>>;

/** How far the reading or the writing is, 0 to 1; undefined as long as nobody knows. */
export const shareDone = ({ status, written, accepted, rows, rowsPerSecond, remainingSeconds }: Pace) => {
  if (status === 'writing') return accepted > 0 ? Math.min(1, written / accepted) : undefined;
  if (rowsPerSecond === undefined || remainingSeconds === undefined || rows === 0) return undefined;
  return rows / (rows + rowsPerSecond * remainingSeconds);
};
