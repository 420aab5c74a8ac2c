import type { SheetRow } from '../../domain/cell.ts';
import type { FileToOpen, Upload } from '../import-ports.ts';
import type { Cause } from '../ports.ts';

/** The beginning of a sheet, and what can be told of its file without reading all of it. */
export interface SheetBeginning {
  /** The sheets of a workbook; `undefined` for a text file. */
  readonly sheets?: readonly string[] | undefined;
  /** The sheet whose rows these are. */
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  /** What a text file is written in, as far as its beginning tells; in plain ASCII it may be anything. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

export interface BeginningRequest {
  /** The first one if nobody says. */
  readonly sheet?: string | undefined;
  readonly rows: number;
}

/**
 * Reads the beginning of a sheet, not the file.
 * @throws UnreadableFile
 */
export type ReadBeginning = (
  file: FileToOpen,
  upload: Pick<Upload, 'bytes' | 'etag'>,
  request: BeginningRequest,
) => Promise<SheetBeginning>;

/** Commands to the queue that is told of uploads. */
export interface ReadCommands {
  /** Saying it twice is saying it once. */
  read(importId: string, content: string, cause: Cause): Promise<void>;
}
