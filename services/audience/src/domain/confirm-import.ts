import type { Import, Understanding } from './import.ts';

/** Whether somebody has to look at this content before it is read. */
export const isAwaitingWord = ({ start, confirmed }: Pick<Import, 'start' | 'confirmed'>, etag: string): boolean =>
  start === 'when_confirmed' && confirmed !== etag;

/** Lets an import be read that waits for somebody's word; `undefined` if it does not. The word holds for what is there now. */
export const confirmImport = (current: Import, said: Partial<Understanding>): Import | undefined =>
  current.progress.status === 'uploaded'
    ? {
        ...current,
        columns: said.columns ?? current.columns,
        format: { ...current.format, ...said.format },
        sheets: said.sheets ?? current.sheets,
        confirmed: current.content?.etag,
      }
    : undefined;

/** Whether contacts are on their way into the list, so that whoever is about to mail it had better wait. */
export const isUnderWay = (current: Pick<Import, 'progress' | 'start' | 'confirmed' | 'content'>): boolean => {
  const { status } = current.progress;
  if (status === 'uploaded') return current.content !== undefined && !isAwaitingWord(current, current.content.etag);
  return status === 'parsing' || status === 'writing';
};
