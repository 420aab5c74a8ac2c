import { cut } from '../domain/chunks.ts';
import type { Yield } from '../domain/gathering.ts';
import type { PlacedArrival } from '../domain/placed-arrival.ts';
import { type FileLanguage, rejectedRowLine, rejectedRowsHead } from '../domain/rejection.ts';
import type { ChunkName, ChunkToWrite, ImportFiles, RejectedRowsFile } from './import-ports.ts';
import { SomeAtOnce } from './some-at-once.ts';

interface Name extends Omit<ChunkName, 'chunk'> {
  readonly listId: string;
}

interface Output {
  readonly name: Name;
  /** How many files are read. */
  readonly from: number;
  /** Of the file of rejected rows. */
  readonly language?: FileLanguage | undefined;
}

const CHUNKS_AT_ONCE = 8;
/** Lines of rejected rows are handed on in pieces of about this many letters. */
const LINES_AT_ONCE = 500;

/** Puts what is read into storage, chunk by chunk. */
export class ImportOutput {
  readonly #files: ImportFiles;
  readonly #name: Name;
  readonly #from: number;
  readonly #language: FileLanguage;
  readonly #works = new SomeAtOnce(CHUNKS_AT_ONCE);
  readonly #chunks: ChunkToWrite[] = [];
  #began = 0;
  #rejectedRows: RejectedRowsFile | undefined;

  constructor(files: ImportFiles, { name, from, language = 'en' }: Output) {
    this.#files = files;
    this.#name = name;
    this.#from = from;
    this.#language = language;
  }

  async add({ chunks, rejected }: Yield): Promise<void> {
    for (const arrivals of chunks) await this.#addChunk(arrivals);
    if (rejected.length === 0) return;
    if (this.#rejectedRows === undefined) {
      this.#rejectedRows = this.#files.rejectedRows(this.#name);
      await this.#rejectedRows.add(rejectedRowsHead(this.#from, this.#language));
    }
    for (const some of cut(rejected, LINES_AT_ONCE)) {
      await this.#rejectedRows.add(some.map((row) => rejectedRowLine(row, this.#language)).join(''));
    }
  }

  /** Waits until all is stored. */
  async end(): Promise<{ readonly chunks: readonly ChunkToWrite[]; readonly rejectedRows: string | undefined }> {
    await this.#works.end();
    const rejectedRows = await this.#rejectedRows?.close();
    return { chunks: this.#chunks.toSorted((one, other) => one.chunk - other.chunk), rejectedRows };
  }

  async #addChunk(arrivals: readonly PlacedArrival[]): Promise<void> {
    const name = { ...this.#name, chunk: this.#began };
    this.#began += 1;
    await this.#works.begin(async () => {
      const uri = await this.#files.writeChunk(name, arrivals);
      this.#chunks.push({ ...name, uri, contacts: arrivals.length });
    });
  }
}
