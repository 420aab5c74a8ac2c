import {
  defaultLimits,
  openWorkbook,
  type RangeSource,
  type Row,
  WorkbookError,
  type WorkbookFault,
} from '@bulkhead/sheet-reader';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import type { OpenedSheets } from './opened-sheets.ts';

const problems = {
  not_a_workbook: 'workbook_unreadable',
  damaged: 'workbook_unreadable',
  malformed: 'workbook_unreadable',
  encrypted: 'workbook_encrypted',
  binary_workbook: 'workbook_binary',
  open_document: 'workbook_open_document',
  too_large: 'workbook_too_large',
} as const satisfies Record<WorkbookFault, FileProblem['kind']>;

/**
 * Opens an .xlsx workbook; for the beginning of a sheet with so many of the strings that its cells share.
 * @throws UnreadableFile
 */
export const openWorkbookFile = async (source: RangeSource, strings?: number): Promise<OpenedSheets> => {
  const { sheets } = await openWorkbook(source, defaultLimits, strings).catch(explained);
  return {
    toFetch: source.size,
    isWorkbook: true,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      rows: () => rowsOf(sheet.rows()),
    })),
  };
};

async function* rowsOf(rows: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[], void, undefined> {
  try {
    yield* rows;
  } catch (error) {
    explained(error);
  }
}

const explained = (error: unknown): never => {
  if (error instanceof WorkbookError) throw new UnreadableFile({ kind: problems[error.fault] }, { cause: error });
  throw error;
};
