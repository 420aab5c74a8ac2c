import type { SheetRow } from '../domain/cell.ts';
import type { Import, ReadSoFar } from '../domain/import.ts';
import type { PlacedArrival } from '../domain/placed-arrival.ts';
import type { Cause, Page, PageRequest } from './ports.ts';

export interface Imports {
  add(request: Import): Promise<void>;
  find(importId: string): Promise<Import | undefined>;
  /** Writes an import that is still at the revision it was read at; answers whether it was written. */
  save(next: Import): Promise<boolean>;
  /** The imports into a list, or into all of them, newest first. */
  page(listId: string | undefined, request: PageRequest): Promise<Page<Import>>;
}

/** Which chunks of an attempt are written. Writing one down twice is writing it down once. */
export interface WrittenChunks {
  record(chunk: ChunkName, written: Written): Promise<void>;
  sum(importId: string, attempt: string): Promise<Written & { readonly chunks: number }>;
}

export interface Written {
  /** Contacts, each once. */
  readonly contacts: number;
  /** Those of them that the import has put on the list; the others were on it before. */
  readonly added: number;
}

export interface ChunkName {
  readonly importId: string;
  readonly attempt: string;
  readonly chunk: number;
}

/** A file as it was uploaded. */
export interface Upload {
  readonly bytes: number;
  readonly etag: string;
  /** The replay that made this version of the file; 0 for the upload itself. */
  readonly replay: number;
}

/** The files of an import are counted from 1; where nobody says which, it is the first. */
export interface Uploads {
  /** Permission to upload one file within the hour. */
  permit(importId: string, file?: number): Promise<UploadPermit>;
  find(importId: string, file?: number): Promise<Upload | undefined>;
  /** Writes the first file over itself, so that it is announced again as that replay's. */
  announceAgain(importId: string, replay: number): Promise<void>;
}

/**
 * Opens an uploaded file, whatever a person may upload as a list of contacts.
 * @throws UnreadableFile
 * @throws RetryableError `upload_changed` if the file is another one by now; so do the rows
 */
export type OpenUpload = (request: FileToOpen, upload: Pick<Upload, 'bytes' | 'etag'>) => Promise<OpenedFile>;

export interface FileToOpen extends Pick<Import, 'importId' | 'fileName' | 'format'> {
  readonly file?: number | undefined;
}

/** A file that is read as its rows are asked for, and is never held as a whole. */
export interface OpenedFile {
  readonly sheets: readonly FileSheet[];
  /** Whether its sheets have names of their own. */
  readonly isWorkbook: boolean;
  /** How much of it has been fetched. */
  extent(): Pick<ReadSoFar, 'fetched' | 'toFetch'>;
}

export interface FileSheet {
  readonly name: string;
  /** Whether people who open the file do not see it. */
  readonly isHidden?: boolean | undefined;
  /** Its rows from top to bottom, some at a time. Whether the file is whole is known only at their end. */
  rows(): AsyncIterable<readonly SheetRow[]>;
}

export interface UploadPermit {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
}

/** What an import leaves in storage. */
export interface ImportFiles {
  /** Answers with the URI to read it from. */
  writeChunk(chunk: ChunkName, contacts: readonly PlacedArrival[]): Promise<string>;
  /** @throws PermanentError `chunk_missing` */
  readChunk(uri: string): Promise<readonly PlacedArrival[]>;
  /** Begins the file of the rows that an attempt rejects. */
  rejectedRows(name: Omit<ChunkName, 'chunk'>): RejectedRowsFile;
  /** An address under which the file can be fetched for 15 minutes. */
  linkToRejectedRows(key: string, fileName: string): Promise<string>;
}

/** A file that is written piece by piece, and is there once it is closed. */
export interface RejectedRowsFile {
  add(text: string): Promise<void>;
  /** Answers with what `linkToRejectedRows` asks for. */
  close(): Promise<string>;
}

/** Commands to our own queues. */
export interface ChunkCommands {
  write(chunks: readonly ChunkToWrite[], cause: Cause): Promise<void>;
}

export interface ChunkToWrite extends ChunkName {
  readonly listId: string;
  readonly uri: string;
  readonly contacts: number;
}
