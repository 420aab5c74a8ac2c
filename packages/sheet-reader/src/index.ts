export type { Cell, CellError, Row } from './cell.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { openWorkbook, type Sheet, type Workbook } from './open-workbook.ts';
export { WorkbookError, type WorkbookFault } from './workbook-error.ts';
export type { RangeSource } from './zip/range-source.ts';
