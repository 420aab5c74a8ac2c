import type { ExportFormat, Person } from '../../domain/recipient-lines.ts';

export interface RunExportName {
  readonly runId: string;
  readonly exportId: string;
}

export interface RunExportRequest extends RunExportName {
  readonly format: ExportFormat;
  readonly at: string;
}

/** A file that is ready. */
export interface ReadyFile {
  readonly key: string;
  readonly recipients: number;
  /** Those who could not be named, because their part of the snapshot cannot be read. */
  readonly unnamed: number;
  /** When its outcomes were read. */
  readonly asOf: string;
}

export type RunExportState =
  | { readonly status: 'building' }
  | ({ readonly status: 'ready' } & ReadyFile)
  | { readonly status: 'failed'; readonly reason: 'snapshot_gone' };

export type RunExport = RunExportRequest & RunExportState;

/** Exports of runs, remembered for as long as their files are kept. */
export interface RunExports {
  begin(request: RunExportRequest): Promise<void>;
  find(name: RunExportName): Promise<RunExport | undefined>;
  /** What has been forgotten stays forgotten. */
  note(name: RunExportName, state: Exclude<RunExportState, { readonly status: 'building' }>): Promise<void>;
}

interface Cause {
  readonly correlationId: string;
  readonly causationId: string;
}

export interface RunExportCommands {
  /** @throws RetryableError `commands_not_sent` */
  build(request: RunExportRequest, cause: Cause): Promise<void>;
}

export interface Ids {
  /** An id that nobody has, with a prefix. */
  next(prefix: string): string;
}

/** The recipients of a run as they were frozen. */
export interface FrozenPeople {
  /** In order. */
  readonly chunks: readonly { readonly chunk: number; readonly recipients: number }[];
  /** Who stands in a chunk; undefined if it is gone, or is not what was frozen. */
  read(chunk: number): Promise<readonly (Person | undefined)[] | undefined>;
  /** Who stands at these places of a chunk, as far as that can be read. */
  pick(chunk: number, offsets: readonly number[]): Promise<ReadonlyMap<number, Person>>;
}

export interface FrozenSnapshots {
  /** Undefined if there is none, or none any more. */
  find(runId: string): Promise<FrozenPeople | undefined>;
}

/** A file on its way. It is there when it is closed, whole or not at all. */
export interface NewFile {
  add(text: string): Promise<void>;
  /** Answers with its key. */
  close(): Promise<string>;
}

export interface ExportFiles {
  create(request: RunExportRequest): NewFile;
  /** An address at which whoever has it can get the file for some minutes. */
  linkTo(file: RunExportName & { readonly key: string; readonly format: ExportFormat }): Promise<string>;
}
