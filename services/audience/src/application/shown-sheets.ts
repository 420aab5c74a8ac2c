import type { FileSheet } from './import-ports.ts';

/**
 * The sheets that people see who open a file. Whoever hid others does not think of them as the list, and who chose the file may not know
 * that they are there: they are read only if somebody names them.
 */
export const shownSheets = (sheets: readonly FileSheet[]): readonly FileSheet[] => {
  const shown = sheets.filter(({ isHidden }) => isHidden !== true);
  return shown.length === 0 ? sheets : shown;
};
