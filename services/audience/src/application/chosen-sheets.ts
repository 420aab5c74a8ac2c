import type { FileSheet, OpenedFile } from './import-ports.ts';
import { shownSheets } from './shown-sheets.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** The sheets of workbooks that somebody has chosen by their names, else those that are not hidden. A text file has only itself, and is always read. */
export class ChosenSheets {
  readonly #wanted: readonly string[] | undefined;
  readonly #found = new Set<string>();

  constructor(wanted: readonly string[] | undefined) {
    this.#wanted = wanted;
  }

  /** @throws UnreadableFile if none of them is in the workbook */
  among({ sheets, isWorkbook }: OpenedFile): readonly FileSheet[] {
    const wanted = this.#wanted;
    if (wanted === undefined || !isWorkbook) return shownSheets(sheets);
    for (const { name } of sheets) this.#found.add(name);
    const chosen = sheets.filter(({ name }) => wanted.includes(name));
    if (chosen.length > 0) return chosen;
    throw new UnreadableFile({ kind: 'sheet_missing', wanted, found: sheets.map(({ name }) => name) });
  }

  /** Those that nobody chose, and nobody left out. */
  hiddenIn({ sheets }: OpenedFile): readonly string[] {
    if (this.#wanted !== undefined) return [];
    const shown = new Set(shownSheets(sheets));
    return sheets.filter((sheet) => !shown.has(sheet)).map(({ name }) => name);
  }

  /** @throws UnreadableFile if one of them was in no workbook */
  end(): void {
    if (this.#found.size === 0) return;
    const missing = (this.#wanted ?? []).filter((name) => !this.#found.has(name));
    if (missing.length === 0) return;
    throw new UnreadableFile({ kind: 'sheet_missing', wanted: missing, found: [...this.#found] });
  }
}
