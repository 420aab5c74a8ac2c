/**
 * What is wrong with a workbook.
 * - `not_a_workbook`: no archive, or one that holds no workbook.
 * - `binary_workbook`, `open_document`: a workbook of a kind this reader does not know (.xlsb, .ods).
 * - `encrypted`: its parts are protected by a password.
 * - `damaged`: cut off, or changed after it was written: checksums, sizes or the structure do not agree.
 * - `malformed`: not what the format (ECMA-376) allows.
 * - `too_large`: passes one of the limits.
 */
export type WorkbookFault =
  | 'not_a_workbook'
  | 'binary_workbook'
  | 'open_document'
  | 'encrypted'
  | 'damaged'
  | 'malformed'
  | 'too_large';

/** A workbook that cannot be read. The message names the part, never what stands in a cell. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly fault: WorkbookFault;

  constructor(fault: WorkbookFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

export const damaged = (message: string): WorkbookError => new WorkbookError('damaged', message);
export const malformed = (message: string): WorkbookError => new WorkbookError('malformed', message);
export const tooLarge = (message: string): WorkbookError => new WorkbookError('too_large', message);
