import type { Import } from './import.ts';

/** A launch waits for imports as long as a file of ten million rows may take, and no longer. */
const LONGEST_MS = 3_600_000;

/** What waits, since when, and for which imports. */
export interface ImportWait {
  readonly imports: readonly string[];
  /** An instant. */
  readonly since: string;
}

const waitedMs = ({ since }: Pick<ImportWait, 'since'>, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(since));

export const isTooLong = (wait: Pick<ImportWait, 'since'>, now: Date): boolean => waitedMs(wait, now) >= LONGEST_MS;

/** When to look again: the longer it has taken, the later, so that nobody waits much longer than the import. */
export const secondsToNextLook = (wait: Pick<ImportWait, 'since'>, now: Date): number =>
  Math.min(30, Math.max(2, Math.round(waitedMs(wait, now) / 8_000)));

const NAMED = 3;
const LONGEST_NAME = 80;

const nameOf = ({ fileName }: Pick<Import, 'fileName'>): string =>
  `"${fileName.length > LONGEST_NAME ? `${fileName.slice(0, LONGEST_NAME).toWellFormed()}…` : fileName}"`;

/** Some imports by their files, as a sentence of at most 500 characters has room for. */
export const nameImports = (imports: readonly Pick<Import, 'fileName'>[]): string => {
  const names = imports.slice(0, NAMED).map(nameOf).join(', ');
  return imports.length > NAMED ? `${names} and ${imports.length - NAMED} more` : names;
};
